package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCheckTest {

  private static final Instant NOW = Instant.now();

  @TempDir private Path folder;

  @Test
  void everyPointIsReadOnceAndWhatIsWrongHasAnAdvice() throws Exception {
    var content =
        new TestNodes.Content()
            .recorded("meter", 12L, NOW)
            .with("meter", 12L, NOW)
            .with("text", "on", NOW)
            .with("machine", 9, NOW);
    try (TestServer server = TestServer.start(content)) {
      List<Finding> findings =
          check(
              TestSite.site()
                  .register("meter", "meter", "1000")
                  .register("text")
                  .register("missing")
                  .state("machine", "machine"),
              server.endpoint());

      assertThat(finding(findings, "point meter/energy-import"))
          .returns(Finding.Level.OK, Finding::level)
          .satisfies(
              finding ->
                  assertThat(finding.detail()).contains("raw 12", "12000 Wh", "history: yes"));
      assertThat(finding(findings, "point missing/energy-import"))
          .returns(Finding.Level.FAIL, Finding::level)
          .satisfies(finding -> assertThat(finding.advice()).contains("edge browse"));
      assertThat(finding(findings, "point text/energy-import").level())
          .isEqualTo(Finding.Level.FAIL);
      assertThat(finding(findings, "point machine/state"))
          .returns(Finding.Level.WARN, Finding::level)
          .satisfies(finding -> assertThat(finding.detail()).contains("9", "expected one of"));
      assertThat(finding(findings, "clock of source plant").level()).isEqualTo(Finding.Level.OK);
    }
  }

  @Test
  void aServerThatIsNotThereFailsWithAnAdvice() throws Exception {
    List<Finding> findings =
        check(
            TestSite.site().register("meter"),
            "opc.tcp://127.0.0.1:" + TestServer.freePort() + "/test");

    assertThat(finding(findings, "source plant"))
        .returns(Finding.Level.FAIL, Finding::level)
        .satisfies(finding -> assertThat(finding.advice()).contains("server runs"));
  }

  @Test
  void anUntrustedCertificateFailsWithTheCommandThatTrustsIt() throws Exception {
    try (TestServer server = TestServer.start(new TestNodes.Content().with("meter", 1L, NOW))) {
      List<Finding> findings = check(TestSite.site().secure().register("meter"), server.endpoint());

      assertThat(finding(findings, "source plant"))
          .returns(Finding.Level.FAIL, Finding::level)
          .satisfies(
              finding ->
                  assertThat(finding.advice()).contains("edge trust add", server.fingerprint()));
    }
  }

  private List<Finding> check(TestSite site, String endpoint) throws InterruptedException {
    return new SourceCheck(folder, InstantSource.system()).check(site.at(endpoint));
  }

  private static Finding finding(List<Finding> findings, String what) {
    return findings.stream()
        .filter(finding -> finding.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new AssertionError(what + " is missing in " + findings));
  }
}

package org.zerofactory.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zerofactory.edge.acquire.TestNodes;
import org.zerofactory.edge.acquire.TestServer;

final class EdgeCommandTest {

  private static final String GOOD =
      """
      site: test
      name: Test
      zone: Asia/Shanghai
      region: { country: CN, grid: central }
      sources:
        - { id: plant, endpoint: "opc.tcp://localhost:1", security: None }
      devices:
        - { id: main, name: Main, template: simulator-meter, source: plant, role: load,
            parameters: { path: main } }
      """;

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"", "run", "doctor", "browse", "trust", "restore"})
  void everyCommandExplainsItself(String command) {
    int exit = command.isEmpty() ? edge("--help") : edge(command, "--help");

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("Usage: edge");
  }

  @ParameterizedTest
  @CsvSource({
    "zone: Asia/Shanghai, zone: Asia/Wuhann, zone",
    "template: simulator-meter, template: simulator-metre, simulator-metre",
    "source: plant, source: plnt, plnt",
    "role: load, role: lode, lode",
    "site: test, sight: test, sight",
  })
  void aWrongSiteFileNamesFileLineAndWord(String right, String wrong, String named)
      throws IOException {
    Path file = write(GOOD.replace(right, wrong));

    int exit = edge("run", "--config", file.toString());

    assertThat(exit).isEqualTo(4);
    assertThat(err.toString()).contains("site.yaml:").contains(named);
  }

  @Test
  void brokenYamlIsAnInvalidConfiguration() throws IOException {
    Path file = write(GOOD + "\n  - { id: [");

    int exit = edge("doctor", "--config", file.toString());

    assertThat(exit).isEqualTo(4);
    assertThat(out.toString()).contains("fail").contains("site.yaml:");
  }

  @Test
  void doctorNamesTheSourceThatDoesNotAnswer() throws IOException {
    Path file = write(GOOD);

    int exit = edge("doctor", "--config", file.toString(), "--json");

    assertThat(exit).isEqualTo(5);
    assertThat(out.toString()).contains("\"level\":\"fail\"").contains("opc.tcp://localhost:1");
  }

  @Test
  void wrongUsageIsExitCode2() {
    assertThat(edge("run")).isEqualTo(2);
    assertThat(edge("browse", "http://x")).isEqualTo(2);
    assertThat(edge("trust")).isEqualTo(2);
    assertThat(err.toString()).contains("--config").contains("opc.tcp://");
  }

  @Test
  void trustListSaysThatNothingIsThere() throws IOException {
    Path file = write(GOOD);

    int exit = edge("trust", "list", "--config", file.toString());

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("No certificates on file");
  }

  @Test
  void browseListsAServerAndWritesASiteFileThatIsNotOverwritten() throws IOException {
    Path site = folder.resolve("proposed.yaml");
    try (TestServer server = TestServer.start(new TestNodes.Content().with("press", 7L, NOW))) {
      String[] command = {
        "browse",
        server.endpoint(),
        "--security",
        "None",
        "--data",
        folder.toString(),
        "--emit-site",
        site.toString()
      };

      int first = edge(command);
      int again = edge(command);

      assertThat(first).isZero();
      assertThat(out.toString()).contains("press").contains("Long 7");
      assertThat(site).content().contains(server.endpoint());
      assertThat(again).isEqualTo(2);
      assertThat(err.toString()).contains("proposed.yaml is written").contains("exists");
    }
  }

  // A first visit shows the fingerprint; added it is trusted, removed it is not any more.
  @Test
  void aServersCertificateIsTrustedAndDistrustedByItsFingerprint() throws IOException {
    try (TestServer server = TestServer.start(new TestNodes.Content().with("main", 7L, NOW))) {
      String file =
          write(
                  GOOD.replace("opc.tcp://localhost:1", server.endpoint())
                      .replace("security: None", "security: Basic256Sha256"))
              .toString();

      int untrusted = edge("doctor", "--config", file);
      int added = edge("trust", "add", "--config", file, server.fingerprint());
      int listed = edge("trust", "list", "--config", file);
      edge("doctor", "--config", file);
      int removed = edge("trust", "remove", "--config", file, server.fingerprint());
      int unknown = edge("trust", "add", "--config", file, "ab".repeat(32));

      assertThat(untrusted).isEqualTo(5);
      assertThat(added).isZero();
      assertThat(listed).isZero();
      assertThat(removed).isZero();
      assertThat(unknown).isNotZero();
      assertThat(out.toString())
          .contains("trust add --config " + file + " " + server.fingerprint())
          .contains("trusted: O=not configured,CN=Test server", "trusted   " + server.fingerprint())
          .contains("signed and encrypted, certificate trusted")
          .contains("no longer trusted: O=not configured,CN=Test server");
    }
  }

  // Before there is a site file, a data folder is all that browse and trust have in common.
  @Test
  void aServerCanBeTrustedBeforeThereIsASiteFile() {
    String data = folder.resolve("data").toString();
    try (TestServer server = TestServer.start(new TestNodes.Content().with("main", 7L, NOW))) {
      int untrusted = edge("browse", server.endpoint(), "--data", data);
      int added = edge("trust", "add", "--data", data, server.fingerprint());
      int trusted = edge("browse", server.endpoint(), "--data", data);

      assertThat(untrusted).isEqualTo(5);
      assertThat(err.toString()).contains("trust add --data " + data + " " + server.fingerprint());
      assertThat(added).isZero();
      assertThat(trusted).isZero();
      assertThat(edge("trust", "list")).isEqualTo(2);
    }
  }

  @Test
  void restoreWithoutACentreSaysWhatIsMissing() throws IOException {
    Path file = write(GOOD);

    int exit = edge("restore", "--config", file.toString());

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString()).contains("site.yaml").contains("centre: url");
  }

  private int edge(String... arguments) {
    return EdgeCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("site.yaml"), yaml, StandardCharsets.UTF_8);
  }
}

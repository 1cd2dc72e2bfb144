package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.rules.CertificationSchemes;

/** Folders of rules beside the packaged ones, and the check that reads them all. */
final class RuleFoldersTest {

  private static final String SCHEME = "/rules/certification/group-internal-example.yaml";

  @TempDir Path folder;
  private Path alerts;
  private Path schemes;
  private Path factors;
  private Path accounts;

  @BeforeEach
  void folders() throws IOException {
    alerts = Files.createDirectory(folder.resolve("alerts"));
    schemes = Files.createDirectory(folder.resolve("schemes"));
    factors = Files.createDirectory(folder.resolve("factors"));
    accounts = Files.createDirectory(folder.resolve("accounts"));
  }

  @Test
  void aSchemeOfTheUserIsServedBesideThePackagedOnes() throws IOException {
    Files.writeString(
        schemes.resolve("mine.yaml"), packaged(SCHEME).replace("group-internal-example", "mine"));
    ServerOptions options =
        ServerOptions.in(folder.resolve("data")).withCertification(schemes).withAlertRules(alerts);

    try (HttpFixture server = new HttpFixture(options)) {
      JsonNode answer = server.json("/api/v1/certification/schemes").path("schemes");

      assertThat(answer.findValuesAsText("id")).contains("mine", "group-internal-example");
    }
  }

  @Test
  void soundFilesOfAllKindsPassTheCheck() throws IOException {
    Files.writeString(
        schemes.resolve("mine.yaml"), packaged(SCHEME).replace("group-internal-example", "mine"));

    Output output = check();

    assertThat(output.code).as(output.text).isZero();
  }

  @Test
  void faultsOfAllKindsAreToldTogether() throws IOException {
    Files.writeString(accounts.resolve("plant.accounts.yaml"), "site: plant\ncolour: red\n");
    Files.writeString(
        accounts.resolve("plant.alert-parameters.yaml"), "site: plant\ncolour: red\n");
    Files.writeString(accounts.resolve("group.organisation.yaml"), "name: A group\n");
    Files.writeString(schemes.resolve("mine.yaml"), "id: mine\ncolour: red\n");

    Output output = check();

    assertThat(output.code).isEqualTo(CentralServer.CONFIGURATION_INVALID);
    assertThat(output.text)
        .contains(
            "accounts/plant.accounts.yaml",
            "accounts/plant.alert-parameters.yaml",
            "accounts/group.organisation.yaml",
            "schemes/mine.yaml");
  }

  // what a site may set depends on the rules, so these come first
  @Test
  void aFaultOfAnAlertRuleIsToldWithThoseOfOtherKinds() throws IOException {
    Files.writeString(alerts.resolve("mine.alert.yaml"), "id: mine\ncolour: red\n");
    Files.writeString(schemes.resolve("mine.yaml"), "id: mine\ncolour: red\n");

    assertThat(check().text).contains("alerts/mine.alert.yaml", "schemes/mine.yaml");
  }

  private record Output(int code, String text) {}

  private Output check() {
    StringWriter text = new StringWriter();
    int code =
        CentralServer.commandLine()
            .setErr(new PrintWriter(text, true))
            .execute(
                "check",
                "--data",
                folder.resolve("data").toString(),
                "--factors",
                factors.toString(),
                "--accounts",
                accounts.toString(),
                "--alert-rules",
                alerts.toString(),
                "--certification",
                schemes.toString());
    return new Output(code, text.toString());
  }

  private static String packaged(String resource) throws IOException {
    try (InputStream in = CertificationSchemes.class.getResourceAsStream(resource)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

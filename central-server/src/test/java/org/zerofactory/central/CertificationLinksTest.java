package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the registers of certificates and of credits say of each other, and to an assessment. */
final class CertificationLinksTest {

  private static final String OFFSETS = Office.SITE + "/offsets";
  private static final String ACCOUNTS =
      """
      site: plant
      factors: { location: cn-national-average, residual: cn-national-excluding-market-traded-non-fossil }
      green-power:
        - id: wind-supply
          name: Wind
          kg-per-kwh: "0"
          kind: ppa
          from: 2023-01-01
          to: 2024-01-01
          monthly-mwh: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
          source: contract 7
      """;

  @TempDir Path folder;
  private HttpFixture server;
  private RegisterClient register;
  private Office office;

  @BeforeEach
  void start() {
    open(new HttpFixture(folder));
  }

  private void open(HttpFixture next) {
    server = next;
    register = new RegisterClient(server);
    office = new Office(server);
    register.pushImport("2023-03-10T00:00:00Z", 32, 250_000);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void creditsWithTheSerialsOfCertificatesAreRefusedAndTheInstrumentIsNamed() {
    register.created("/api/v1/instruments", RegisterClient.gec("wind-march", "G001", "G010"));

    JsonNode problem =
        Office.refused(office.post("wang.li", OFFSETS, credit(10, 12)), 409, "serials-used");
    office.did("wang.li", OFFSETS, credit(11, 12));

    assertThat(problem.path("detail").asText())
        .contains("gec G 10-12 are certificates of instrument wind-march, gec G001 to G010");
  }

  // the credits were first: they count no more, and the pair is one clash
  @Test
  void certificatesWithTheSerialsOfCreditsAreAClash() {
    JsonNode entry = office.did("wang.li", OFFSETS, credit(10, 12));
    assertThat(facts()).containsEntry("serial_clashes", "0");

    register.created("/api/v1/instruments", RegisterClient.gec("wind-march", "G001", "G010"));
    register.retire("wind-march", register.allocate("wind-march", 3_000_000), "plant");

    JsonNode held = server.json(OFFSETS + "?year=2023").at("/entries/0");
    assertThat(held.path("notCounted").asText()).isEqualTo("serials-used-twice");
    assertThat(facts())
        .containsEntry("instruments_used", "1")
        .containsEntry("instruments_failing", "0")
        .containsEntry("serial_clashes", "1");
    office.did(
        "wang.li", OFFSETS + "/" + entry.path("id") + "/withdrawal", "{\"reason\":\"typo\"}");
    assertThat(facts()).containsEntry("serial_clashes", "0");
  }

  @Test
  void anInstrumentThatIsNotRetiredFailsACriterion() {
    assertThat(facts()).containsEntry("instruments_used", "0");
    register.created("/api/v1/instruments", RegisterClient.gec("wind-march", "G001", "G010"));

    register.allocate("wind-march", 3_000_000);

    assertThat(facts())
        .containsEntry("instruments_used", "1")
        .containsEntry("instruments_failing", "1");
  }

  @Test
  void aContractOfTheFileIsUsedButNobodyJudgedIt() throws IOException {
    Path accounts = Files.createDirectory(folder.resolve("accounts"));
    Files.writeString(accounts.resolve("plant.accounts.yaml"), ACCOUNTS);
    server.close();
    open(new HttpFixture(folder.resolve("data"), accounts));

    Map<String, String> facts = facts();

    assertThat(facts)
        .containsEntry("instruments_used", "1")
        .doesNotContainKey("instruments_failing");
  }

  @Test
  void theChangeLogIsVerifiedAsItGrows() {
    assertThat(facts()).containsEntry("change_log_kept", "true");

    office.document("one more step");

    assertThat(facts()).containsEntry("change_log_kept", "true");
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    for (JsonNode fact :
        server.json(Office.SITE + "/certification/export-gate?year=2023").path("facts")) {
      JsonNode value = fact.path("value");
      facts.put(
          fact.path("fact").asText(),
          value.isBoolean() ? value.asText() : value.path("number").asText());
    }
    return facts;
  }

  private static String credit(long first, long last) {
    return """
        {"year": 2023, "registry": "gec", "block": "G", "firstSerial": %d, "lastSerial": %d,
         "project": "wind", "methodology": "M", "kind": "avoidance", "vintage": 2023,
         "kilograms": 1000}
        """
        .formatted(first, last);
  }
}

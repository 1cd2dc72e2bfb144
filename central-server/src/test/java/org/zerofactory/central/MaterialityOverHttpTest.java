package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.web.OpenApi;

/** Whether what changed between two inventories is material, over HTTP. */
final class MaterialityOverHttpTest {

  /** 2025-01-01 in Shanghai. */
  private static final Instant START = Instant.parse("2024-12-31T16:00:00Z");

  private static final String INVENTORIES = Office.SITE + "/inventories";
  private static final String YEAR = "{\"year\": 2025, \"gwp\": \"AR5\"}";

  @TempDir Path folder;
  private HttpFixture server;
  private Office office;
  private JournalBuilder journal;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    office = new Office(server);
    journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    quarters(0, 8, 1_000_000);
    server.pushAll("plant", journal);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  // published: 4,244.8 kg and 17.297510472 kg of gas = 4,262.097510472 kg, 5 % of it 213.104875 kg;
  // later 400 kWh x 0.5306 = 212.24 kg and 8.648755236 kg of gas: above it only together
  @Test
  void aRestatementIsMaterialOnceTheSizesOfItsChangesAreAboveFivePercent() {
    office.did("wang.li", INVENTORIES, YEAR);
    office.did("wang.li", INVENTORIES + "/I-1/review", "");
    office.did("chen.mei", INVENTORIES + "/I-1/publish", "");
    long first = journal.tip().sequence() + 1;
    quarters(8, 12, 100_000);
    server.push("plant", journal.body(first, journal.tip().sequence()));
    office.did("wang.li", INVENTORIES + "/I-1/restate", "{\"reason\": \"late readings\"}");

    JsonNode changes = server.json(INVENTORIES + "/I-2").at("/content/restates/changes");

    JsonNode materiality = changes.at("/location/materiality");
    assertThat(materiality.path("thresholdPercent").asText()).isEqualTo("5");
    assertThat(materiality.path("thresholdUg").asText()).isEqualTo("213104875523");
    assertThat(materiality.path("netUg")).isEqualTo(changes.at("/location/differenceUg"));
    assertThat(materiality.path("grossUg").asText()).isEqualTo("220888755236");
    assertThat(materiality.path("isMaterial").asBoolean()).isTrue();
    assertThat(changes.at("/marketElectricity/materiality/isMaterial").asBoolean(true)).isFalse();
  }

  @Test
  void betweenTwoPeriodsNothingIsJudgedMaterial() {
    office.did("wang.li", INVENTORIES, YEAR);
    office.did("wang.li", INVENTORIES, "{\"from\": \"2025-01\", \"to\": \"2025-02\"}");

    JsonNode diff = server.json(INVENTORIES + "/I-2/diff?with=I-1");

    assertThat(diff.at("/location/materiality").isNull()).isTrue();
    assertThat(diff.at("/marketElectricity/materiality").isNull()).isTrue();
    assertThat(OpenApi.packaged().faults("InventoryDiff", diff)).isEmpty();
  }

  private void quarters(int from, int to, long wattHours) {
    for (int i = from; i < to; i++) {
      journal.quarter(
          START.plusSeconds(900L * i),
          Map.of(
              TestSites.IMPORT,
              wattHours,
              TestSites.EXPORT,
              0L,
              TestSites.PV,
              0L,
              TestSites.GAS,
              1_000L));
    }
  }
}

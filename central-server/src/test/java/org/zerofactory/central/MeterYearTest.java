package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;

/** What each meter counted and emitted, through the whole server. */
final class MeterYearTest {

  private static final Instant START = Instant.parse("2023-05-31T16:00:00Z");

  @TempDir Path folder;
  private HttpFixture server;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  // national average 2023: 0.5306 kg/kWh. First quarter: import 600, PV 300, export 100, load 800.
  // feeder 400 Wh at 0.5306 = 0.21224 kg; by supply 600/800 of it = 0.15918 kg.
  // Second quarter without sun: 200 Wh x 0.5306 = 0.10612 kg both ways.
  @Test
  void aMeterEmitsWhatItsSiteWasSuppliedWith() {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    quarter(journal, 0, 600, 100, 300, 400);
    quarter(journal, 1, 500, 0, 0, 200);
    server.pushAll("plant", journal);

    JsonNode feeder = meter("feeder");

    assertThat(feeder.path("wh").asLong()).isEqualTo(600);
    assertThat(feeder.path("knownQuarterHours").asLong()).isEqualTo(2);
    assertThat(feeder.path("atGridFactorKg").asText()).isEqualTo("0.31836");
    assertThat(feeder.path("bySupplyKg").asText()).isEqualTo("0.2653");
    assertThat(meter("grid").path("atGridFactorKg").asText()).isEqualTo("0.58366");
  }

  @Test
  void aCorrectionChangesTheYearAndAnUnreadMeterIsNotZero() {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    quarter(journal, 0, 600, 0, 0, 400);
    journal.quarter(
        START.plusSeconds(900), Map.of(TestSites.FEEDER, IntervalReading.MISSING), List.of());
    server.pushAll("plant", journal);
    JsonNode before = meter("feeder");
    journal.correct(
        START.plusSeconds(900), TestSites.FEEDER, JournalBuilder.flagged(100, Flag.ESTIMATED));
    long size = journal.tip().sequence();

    server.push("plant", journal.body(size, size));

    assertThat(before.path("wh").asLong()).isEqualTo(400);
    assertThat(before.path("knownQuarterHours").asLong()).isEqualTo(1);
    assertThat(meter("feeder").path("wh").asLong()).isEqualTo(500);
    assertThat(meter("feeder").path("knownQuarterHours").asLong()).isEqualTo(2);
    assertThat(meter("feeder").path("atGridFactorKg").asText()).isEqualTo("0.2653");
  }

  @Test
  void beforeTheFirstFactorEnergyIsRefusedAndNotZero() {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    journal.quarter(Instant.parse("2015-06-01T00:00:00Z"), Map.of(TestSites.IMPORT, 5L));
    server.pushAll("plant", journal);

    var answer = server.get("/api/v1/sites/plant/years/2015/meters");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("missing-factor").contains("2015-06-01T00:00:00Z");
  }

  private void quarter(JournalBuilder journal, int index, long in, long out, long pv, long feeder) {
    journal.quarter(
        START.plusSeconds(900L * index),
        Map.of(
            TestSites.IMPORT, in,
            TestSites.EXPORT, out,
            TestSites.PV, pv,
            TestSites.FEEDER, feeder));
  }

  private JsonNode meter(String id) {
    for (JsonNode meter : server.json("/api/v1/sites/plant/years/2023/meters").path("meters")) {
      if (meter.path("id").asText().equals(id)) {
        return meter;
      }
    }
    throw new AssertionError("no meter " + id);
  }
}

package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.metering.Flag;

/** From sealed blocks to the figures of a page. */
final class AccountsOverHttpTest {

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

  // oracle dst-day
  @ParameterizedTest
  @CsvSource({
    "2025-03-30,Europe/Berlin,92",
    "2025-10-26,Europe/Berlin,100",
    "2025-10-26,Asia/Shanghai,96"
  })
  void aLocalDayHasItsOwnNumberOfQuarterHours(LocalDate date, String zone, int count) {
    Instant start = date.atStartOfDay(ZoneId.of(zone)).toInstant();
    server.pushAll("plant", journal("plant", zone, start, count));

    JsonNode day = server.json("/api/v1/sites/plant/days/" + date);

    assertThat(day.path("count").asInt()).isEqualTo(count);
    assertThat(day.at("/series/load")).hasSize(count);
    assertThat(day.at("/complete/measured").asInt()).isEqualTo(count);
    assertThat(day.at("/complete/missing").asInt()).isZero();
    assertThat(day.at("/totals/importWh").asLong()).isEqualTo(1000L * count);
  }

  // 2023 factor of the published file: 0.5306 kg/kWh; residual 0.6096
  @Test
  void aYearIsTheSumOfItsMonthsToTheMicrogram() {
    Instant start = Instant.parse("2022-12-31T16:00:00Z");
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < 40; i++) {
      journal.quarter(
          start.plusSeconds(900L * 96 * 3 * i),
          Map.of(
              TestSites.IMPORT,
              430_750L + i,
              TestSites.EXPORT,
              0L,
              TestSites.PV,
              33L * i,
              TestSites.GAS,
              7L));
    }
    server.pushAll("plant", journal);

    JsonNode year = server.json("/api/v1/sites/plant/years/2023");

    JsonNode totals = year.path("totals");
    assertThat(totals.path("importWh").asLong()).isEqualTo(40 * 430_750L + 780);
    assertThat(new BigDecimal(totals.path("locationKg").asText()))
        .isEqualByComparingTo(new BigDecimal("0.5306").multiply(new BigDecimal("17230.780")));
    assertThat(new BigDecimal(totals.path("marketKg").asText()))
        .isEqualByComparingTo(new BigDecimal("0.6096").multiply(new BigDecimal("17230.780")));
    for (String field : new String[] {"locationKg", "marketKg"}) {
      assertThat(sum(year, field)).isEqualByComparingTo(totals.path(field).asText());
    }
    assertThat(totals.path("gasL").asLong()).isEqualTo(280);
    assertThat(year.at("/factors/0/id").asText()).isEqualTo("cn-national-average-2023");
    assertThat(year.at("/factors/0/provisional").asBoolean()).isFalse();
    assertThat(year.path("sequence").asLong()).isEqualTo(41);
  }

  @Test
  void aCorrectionChangesTheYearThatWasAskedForBefore() {
    Instant start = Instant.parse("2023-05-01T00:00:00Z");
    JournalBuilder journal = journal("plant", "Asia/Shanghai", start, 8);
    server.pushAll("plant", journal);
    long before = server.json("/api/v1/sites/plant/years/2023").at("/totals/importWh").asLong();
    journal.correct(start, TestSites.IMPORT, JournalBuilder.flagged(4_000, Flag.ESTIMATED));
    long size = journal.tip().sequence();

    server.push("plant", journal.body(size, size));

    JsonNode totals = server.json("/api/v1/sites/plant/years/2023").path("totals");
    assertThat(before).isEqualTo(8_000);
    assertThat(totals.path("importWh").asLong()).isEqualTo(11_000);
    assertThat(totals.at("/complete/estimated").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsMissingIsNullAndCounted() {
    Instant start = Instant.parse("2025-05-31T16:00:00Z");
    JournalBuilder journal = journal("plant", "Asia/Shanghai", start, 4);
    journal.quarter(start.plusSeconds(900 * 6), Map.of(TestSites.IMPORT, 1L));
    server.pushAll("plant", journal);

    JsonNode day = server.json("/api/v1/sites/plant/days/2025-06-01");

    assertThat(day.at("/series/import/4").isNull()).isTrue();
    assertThat(day.at("/quality/3").asText()).isEqualTo("MEASURED");
    assertThat(day.at("/quality/50").isNull()).isTrue();
    // two that were not sealed, and one without export and production
    assertThat(day.at("/complete/missing").asInt()).isEqualTo(3);
    assertThat(day.at("/complete/expected").asInt()).isEqualTo(96);
  }

  @Test
  void aReadingThatABlockDoesNotNameIsMissingAndNotZero() {
    Instant start = Instant.parse("2025-05-31T16:00:00Z");
    JournalBuilder journal = journal("plant", "Asia/Shanghai", start, 1);
    journal.quarter(start.plusSeconds(900), Map.of(TestSites.IMPORT, 500L, TestSites.EXPORT, 0L));
    server.pushAll("plant", journal);

    JsonNode day = server.json("/api/v1/sites/plant/days/2025-06-01");

    assertThat(day.at("/series/import/1").asLong()).isEqualTo(500);
    assertThat(day.at("/series/pv/1").isNull()).isTrue();
    assertThat(day.at("/series/load/1").isNull()).isTrue();
    assertThat(day.at("/quality/1").asText()).isEqualTo("MISSING");
    assertThat(day.at("/totals/loadWh").asLong()).isEqualTo(1_010);
    assertThat(day.at("/complete/missing").asInt()).isEqualTo(1);
    JsonNode year = server.json("/api/v1/sites/plant/years/2025");
    assertThat(year.at("/totals/complete/missing").asInt()).isEqualTo(1);
  }

  @Test
  void devicesWithoutARegisterAreAccountedByTheirIntegratedPower() {
    Instant start = Instant.parse("2025-05-31T16:00:00Z");
    JournalBuilder journal = JournalBuilder.of(TestSites.powerOnly("plant"));
    journal.quarter(
        start,
        Map.of(
            "grid/active-power", JournalBuilder.flagged(700, Flag.INTEGRATED),
            "roof/active-power", JournalBuilder.flagged(300, Flag.INTEGRATED)),
        List.of());
    server.pushAll("plant", journal);

    JsonNode day = server.json("/api/v1/sites/plant/days/2025-06-01");

    assertThat(day.at("/totals/importWh").asLong()).isEqualTo(700);
    assertThat(day.at("/totals/pvWh").asLong()).isEqualTo(300);
    assertThat(day.at("/totals/loadWh").asLong()).isEqualTo(1_000);
    assertThat(day.at("/quality/0").asText()).isEqualTo("INTEGRATED");
    assertThat(day.at("/complete/estimated").asInt()).isEqualTo(1);
  }

  @Test
  void aDateWithoutAFactorHasAFaultInsteadOfAFigure() {
    Instant start = Instant.parse("2019-06-01T00:00:00Z");
    server.pushAll("plant", journal("plant", "Asia/Shanghai", start, 2));

    JsonNode year = server.json("/api/v1/sites/plant/years/2019");
    JsonNode day = server.json("/api/v1/sites/plant/days/2019-06-01");

    assertThat(year.at("/totals/importWh").asLong()).isEqualTo(2_000);
    assertThat(year.at("/totals/locationKg").isNull()).isTrue();
    assertThat(year.at("/faults/0/code").asText()).isEqualTo("missing-factor");
    assertThat(year.at("/faults/0/month").asText()).isEqualTo("2019-06");
    assertThat(year.at("/faults/0/detail").asText()).contains("cn-national-average");
    assertThat(day.at("/emissions/marketKg").isNull()).isTrue();
    assertThat(day.at("/faults/0/code").asText()).isEqualTo("missing-factor");
  }

  @Test
  void aCorrectionChangesTheDayTheMonthAndTheYear() {
    Instant start = Instant.parse("2023-05-31T15:45:00Z"); // the last of May in Shanghai
    JournalBuilder journal = journal("plant", "Asia/Shanghai", start, 3);
    server.pushAll("plant", journal);
    server.json("/api/v1/sites/plant/years/2023");
    journal.correct(start, TestSites.IMPORT, JournalBuilder.flagged(4_000, Flag.ESTIMATED));
    long size = journal.tip().sequence();

    server.push("plant", journal.body(size, size));

    JsonNode year = server.json("/api/v1/sites/plant/years/2023");
    JsonNode day = server.json("/api/v1/sites/plant/days/2023-05-31");
    assertThat(day.at("/totals/importWh").asLong()).isEqualTo(4_000);
    assertThat(day.at("/series/import/95").asLong()).isEqualTo(4_000);
    assertThat(year.at("/months/0/importWh").asLong()).isEqualTo(4_000);
    assertThat(year.at("/months/1/importWh").asLong()).isEqualTo(2_000);
    assertThat(year.at("/totals/importWh").asLong()).isEqualTo(6_000);
    assertThat(year.at("/totals/locationKg").asText()).isEqualTo("3.1836");
  }

  private static BigDecimal sum(JsonNode year, String field) {
    return StreamSupport.stream(year.path("months").spliterator(), false)
        .map(month -> new BigDecimal(month.path(field).asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static JournalBuilder journal(String site, String zone, Instant start, int quarters) {
    JournalBuilder journal = JournalBuilder.of(TestSites.site(site, zone));
    for (int i = 0; i < quarters; i++) {
      journal.quarter(
          start.plusSeconds(900L * i),
          Map.of(TestSites.IMPORT, 1000L, TestSites.EXPORT, 0L, TestSites.PV, 10L));
    }
    return journal;
  }
}

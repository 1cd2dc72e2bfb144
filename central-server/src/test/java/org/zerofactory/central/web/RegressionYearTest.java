package org.zerofactory.central.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.HttpFixture;
import org.zerofactory.central.JournalBuilder;
import org.zerofactory.central.TestSites;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * A January: twenty days of baseline, five of validation, six with a measure that takes 13 Wh off
 * every quarter hour of the press. Before it the press draws 100 Wh + 3 Wh per litre of gas.
 */
final class RegressionYearTest {

  private static final Instant START = Instant.parse("2022-12-31T16:00:00Z");
  private static final int DAYS = 31;
  private static final int FIRST_DAY_OF_THE_MEASURE = 25;
  private static final int ESTIMATED_DAY = 7;

  private static final String ACCOUNTS =
      """
      site: plant
      factors: { location: cn-national-average, residual: cn-national-excluding-market-traded-non-fossil }
      efficiency-measures:
        - id: press-drive
          name: Drive of the press
          energy: [press/energy-import]
          baseline: { from: 2023-01-01, to: 2023-01-21 }
          from: 2023-01-26
          method: IPMVP option C by the day
          regression:
            granularity: day
            validation: { from: 2023-01-21, to: 2023-01-26 }
            drivers:
              - { id: gas, points: [gas/gas-volume] }
              - { id: shifts, shifts: { weekly: [1, 1, 1, 1, 1, 0, 0], exceptions: [{ date: 2023-01-02, shifts: 0 }] } }
              - id: heating
                degree-days: { kind: heating, base-celsius: 18, daily-mean-celsius: { from: 2023-01-01, values: [MEANS] } }
            non-routine:
              - { from: 2023-01-26, to: 2023-01-28, mwh: 0.0001, reason: A second shift worked on two days }
        - id: oven-luck
          name: Oven
          energy: [oven/energy-import]
          baseline: { from: 2023-01-01, to: 2023-01-21 }
          from: 2023-01-26
          method: IPMVP option C by the day
          regression: { granularity: day, drivers: [{ id: gas, points: [gas/gas-volume] }] }
        - id: feeder-too
          name: The feeder above the press
          energy: [feeder/energy-import]
          baseline: { from: 2023-01-01, to: 2023-01-21 }
          from: 2023-01-26
          method: IPMVP option C by the day
          regression: { granularity: day, drivers: [{ id: gas, points: [gas/gas-volume] }] }
        - id: whole-site
          name: The connection
          energy: [grid/energy-import]
          baseline: { from: 2023-01-01, to: 2023-01-21 }
          from: 2023-01-26
          method: IPMVP option C by the day
          regression: { granularity: day, drivers: [{ id: gas, points: [gas/gas-volume] }] }
      """;

  @TempDir static Path folder;
  private static HttpFixture server;
  private static JsonNode year;

  @BeforeAll
  static void start() throws IOException {
    Path accounts = Files.createDirectory(folder.resolve("accounts"));
    List<String> means = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      means.add(Integer.toString(day * 5 % 13));
    }
    Files.writeString(
        accounts.resolve("plant.accounts.yaml"),
        ACCOUNTS.replace("MEANS", String.join(", ", means)));
    server = new HttpFixture(folder.resolve("data"), accounts);
    server.pushAll("plant", journal());
    year = server.json("/api/v1/sites/plant/years/2023");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theModelAndItsSavingAreShown() {
    JsonNode measure = year.at("/measures/0");
    JsonNode regression = measure.path("regression");

    assertThat(regression.path("accepted").asBoolean()).as(regression.toString()).isTrue();
    assertThat(regression.at("/coefficients/1/driver").asText()).isEqualTo("gas");
    assertThat(regression.at("/coefficients/1/whPerUnit").asDouble()).isCloseTo(3, within(0.1));
    assertThat(regression.at("/statistics/n").asInt()).as("less the estimated day").isEqualTo(19);
    assertThat(regression.path("excluded")).hasSize(1);
    assertThat(regression.at("/validation/n").asInt()).isEqualTo(5);
    assertThat(regression.at("/saving/days").asInt()).isEqualTo(6);
    assertThat(regression.at("/saving/nonRoutineWh").asInt()).isEqualTo(100);
    assertThat(regression.at("/saving/proven").asBoolean()).isTrue();
    // 13 Wh of 6 * 96 quarter hours, and the adjustment
    assertThat(measure.path("savedWh").asDouble()).isCloseTo(13 * 576 + 100, within(400.0));
    assertThat(regression.at("/saving/uncertainty")).hasSize(3);
  }

  @Test
  void theSavingIsTheOneThatTheYearCounts() {
    long saved = year.at("/measures/0/savedWh").asLong();

    assertThat(year.at("/totals/efficiencyWh").asLong()).isEqualTo(saved);
    assertThat(column("efficiency").path("wh").asLong()).isEqualTo(saved);
    assertThat(column("efficiency").path("kg").asText())
        .isEqualTo(year.at("/totals/savings/efficiencyKg").asText());
    assertThat(column("own-generation").path("wh").asLong())
        .isEqualTo(year.at("/totals/selfUseWh").asLong());
  }

  @Test
  void aRefusedBaselineSavesNothingAndSaysWhy() {
    JsonNode oven = year.at("/measures/1");

    assertThat(oven.path("savedWh").asLong()).isZero();
    assertThat(oven.at("/regression/accepted").asBoolean()).isFalse();
    assertThat(oven.at("/regression/refusals/0").asText()).matches("R² 0\\.\\d+ is below 0\\.75");
    assertThat(oven.at("/regression/statistics/rSquared").isNull()).isFalse();
    assertThat(faults("refused-baseline"))
        .singleElement()
        .asString()
        .startsWith("measure oven-luck is not counted: R² 0.");
  }

  @Test
  void whatAnotherMeasureOrTheRoofCountsIsNotCountedAgain() {
    assertThat(year.at("/measures/2/savedWh").isNull()).isTrue();
    assertThat(faults("counted-twice"))
        .containsExactly(
            "measure feeder-too is not counted: feeder/energy-import meters what measure"
                + " press-drive counts by press/energy-import on the same days",
            "measure whole-site is not counted: grid/energy-import falls by own production and"
                + " load shifting too, which are counted themselves: measure the loads");
  }

  @Test
  void theWaterfallAddsUpInEnergyAndCarbon() {
    long wattHours = 0;
    BigDecimal kilograms = BigDecimal.ZERO;
    for (JsonNode step : year.path("waterfall")) {
      boolean isTotal =
          List.of("location-based", "market-based").contains(step.path("step").asText());
      if (isTotal) {
        assertThat(step.path("wh").asLong()).isEqualTo(wattHours);
        assertThat(new BigDecimal(step.path("kg").asText())).isEqualByComparingTo(kilograms);
      } else {
        wattHours += step.path("wh").asLong();
        kilograms = kilograms.add(new BigDecimal(step.path("kg").asText()));
      }
    }
  }

  // press-drive passes, oven-luck does not: what the year's drivers did is then not known
  @Test
  void certificationIsToldHowTheModelsDid() {
    JsonNode facts =
        server.json("/api/v1/sites/plant/certification/export-gate?year=2023").path("facts");

    assertThat(fact(facts, "baseline_fit_passes").asText()).isEqualTo("false");
    assertThat(fact(facts, "baseline_in_range").isMissingNode()).isTrue();
  }

  @Test
  void modelsThatAllPassTellWhetherTheirDriversStayedInRange() throws IOException {
    Path accounts = Files.createDirectory(folder.resolve("press-only"));
    String one = Files.readString(folder.resolve("accounts/plant.accounts.yaml"));
    Files.writeString(
        accounts.resolve("plant.accounts.yaml"),
        one.substring(0, one.indexOf("  - id: oven-luck")));
    try (HttpFixture other = new HttpFixture(folder.resolve("press-data"), accounts)) {
      other.pushAll("plant", journal());

      JsonNode facts =
          other.json("/api/v1/sites/plant/certification/export-gate?year=2023").path("facts");
      boolean isInRange =
          other
              .json("/api/v1/sites/plant/years/2023")
              .at("/measures/0/regression/extrapolations")
              .isEmpty();

      assertThat(fact(facts, "baseline_fit_passes").asText()).isEqualTo("true");
      assertThat(fact(facts, "baseline_in_range").asText()).isEqualTo(String.valueOf(isInRange));
    }
  }

  private static JsonNode fact(JsonNode facts, String name) {
    for (JsonNode fact : facts) {
      if (fact.path("fact").asText().equals(name)) {
        return fact.path("value");
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  @Test
  void theAnswerHoldsItsSchema() {
    assertThat(OpenApi.packaged().faults("Year", year)).isEmpty();
  }

  @Test
  void aCorrectionOfTheBaselineChangesTheSaving() {
    JournalBuilder journal = journal();
    try (HttpFixture other =
        new HttpFixture(folder.resolve("corrected"), folder.resolve("accounts"))) {
      other.pushAll("plant", journal);
      long before = saved(other);
      Instant quarter = START.plusSeconds(900L * 96 * 3);
      journal.correct(quarter, TestSites.PRESS, JournalBuilder.measured(5_000));
      long size = journal.tip().sequence();

      other.push("plant", journal.body(size, size));

      assertThat(before).isEqualTo(year.at("/totals/efficiencyWh").asLong());
      assertThat(saved(other)).isNotEqualTo(before);
    }
  }

  private static long saved(HttpFixture of) {
    return of.json("/api/v1/sites/plant/years/2023").at("/totals/efficiencyWh").asLong();
  }

  private static JsonNode column(String word) {
    for (JsonNode column : year.at("/savingsStatement/columns")) {
      if (column.path("column").asText().equals(word)) {
        return column;
      }
    }
    throw new AssertionError("no column " + word);
  }

  private static List<String> faults(String code) {
    List<String> details = new ArrayList<>();
    for (JsonNode fault : year.path("faults")) {
      if (fault.path("code").asText().equals(code)) {
        details.add(fault.path("detail").asText());
      }
    }
    return details;
  }

  /** Without a reference plan: measures on loads that a schedule moves are not counted. */
  private static SiteDescription site() {
    SiteDescription site = TestSites.site("plant", "Asia/Shanghai");
    return new SiteDescription(
        site.id(),
        site.name(),
        site.zone(),
        site.simulated(),
        site.country(),
        site.gridRegion(),
        site.meters().stream().filter(of -> of.role() != MeterRole.REFERENCE_PLAN).toList(),
        site.machines());
  }

  private static JournalBuilder journal() {
    JournalBuilder journal = JournalBuilder.of(site());
    for (int i = 0; i < DAYS * 96; i++) {
      int day = i / 96;
      long gas = 10 + day * 7 % 11;
      long press = 100 + 3 * gas + day % 3 - 1 - (day >= FIRST_DAY_OF_THE_MEASURE ? 13 : 0);
      long oven = 100 + day * day * 37 % 101;
      Map<String, IntervalReading> readings = new TreeMap<>();
      boolean isEstimated = day == ESTIMATED_DAY && i % 96 == 40;
      readings.put(
          TestSites.PRESS,
          JournalBuilder.flagged(press, isEstimated ? Flag.ESTIMATED : Flag.MEASURED));
      readings.put(TestSites.OVEN, JournalBuilder.measured(oven));
      readings.put(TestSites.FEEDER, JournalBuilder.measured(press + oven));
      readings.put(TestSites.IMPORT, JournalBuilder.measured(press + oven));
      readings.put(TestSites.EXPORT, JournalBuilder.measured(0));
      readings.put(TestSites.PV, JournalBuilder.measured(20));
      readings.put(TestSites.GAS, JournalBuilder.measured(gas));
      journal.quarter(START.plusSeconds(900L * i), readings, List.of());
    }
    return journal;
  }
}

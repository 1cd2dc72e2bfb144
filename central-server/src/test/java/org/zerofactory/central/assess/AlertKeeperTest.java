package org.zerofactory.central.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.JournalBuilder;
import org.zerofactory.central.TestSites;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.fleet.AlarmCase;
import org.zerofactory.domain.fleet.AlarmQuery;
import org.zerofactory.domain.fleet.WasteSum;
import org.zerofactory.domain.journal.BatchJudgement;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.rules.alert.AlertParametersFolder;
import org.zerofactory.rules.alert.AlertRules;
import org.zerofactory.rules.alert.AlertWatch;
import org.zerofactory.rules.alert.Tariffs;

final class AlertKeeperTest {

  /** Midnight of 1 June 2025 in China. */
  private static final Instant START = Instant.parse("2025-05-31T16:00:00Z");

  private static final AlertRules RULES = AlertRules.packaged();
  private static final AlertParametersFolder PARAMETERS =
      AlertParametersFolder.packaged(RULES, Tariffs.packaged());

  @TempDir Path folder;
  private int quarters;

  // the oven runs a day with 25 kWh in a quarter hour (100 kW), then waits with 12.5 kWh (50 kW):
  // the 4th, 5th and 6th quarter hour of waiting are wasted, 3 x 12,500 Wh
  @Test
  void anIdleOvenIsRaisedOnceWithItsWasteAndClearedWhenItRuns() {
    JournalBuilder journal = journal();
    oven(journal, 96, "RUNNING", 25_000);
    oven(journal, 6, "IDLE", 12_500);
    try (JournalStore store = open();
        AlertKeeper keeper = keeper(store)) {
      apply(store, journal, 1);

      keeper.run();

      AlarmCase open = only(store);
      assertThat(open.alarm().kind()).isEqualTo("idle-machine");
      assertThat(open.alarm().subject()).isEqualTo("oven");
      assertThat(open.alarm().raised()).isEqualTo(START.plusSeconds(900L * 100));
      assertThat(open.alarm().cleared()).isEmpty();
      assertThat(open.alarm().english()).contains("50.0 kW", "90 min", "100.0 kW");
      assertThat(open.ruleVersion()).hasValue(1);
      // x 500,000 µg/Wh and x 650,000 nano-yuan/Wh
      assertThat(open.waste())
          .isEqualTo(new WasteSum(37_500, 37_500L * 500_000, 0, 37_500L * 650_000, 0));
      assertThat(open.waste().fen()).isEqualTo(2_438); // 24.375 yuan, half to even

      long before = journal.tip().sequence();
      oven(journal, 1, "RUNNING", 25_000);
      apply(store, journal, before + 1);
      keeper.run();

      assertThat(only(store).alarm().cleared()).contains(START.plusSeconds(900L * 103));
      assertThat(store.reader().wasteOfYear("plant", 2025))
          .singleElement()
          .satisfies(month -> assertThat(month.waste().wattHours()).isEqualTo(37_500));
    }
  }

  // after a stop the waste goes on where it stood: 2 + 3 quarter hours, each counted once
  @Test
  void aRestartGoesOnWithoutRepeatingOrLosingAQuarterHour() {
    JournalBuilder journal = journal();
    oven(journal, 96, "RUNNING", 25_000);
    oven(journal, 5, "IDLE", 12_500);
    try (JournalStore store = open();
        AlertKeeper keeper = keeper(store)) {
      apply(store, journal, 1);
      keeper.run();
      store.acknowledge("plant", only(store).number(), by("li"));
    }
    long before = journal.tip().sequence();
    oven(journal, 3, "IDLE", 12_500);
    try (JournalStore store = open();
        AlertKeeper keeper = keeper(store)) {
      apply(store, journal, before + 1);

      keeper.run();
      keeper.run();

      assertThat(only(store).waste().wattHours()).isEqualTo(5 * 12_500);
      assertThat(only(store).acknowledgement().orElseThrow().person()).isEqualTo("li");
      assertThat(only(store).alarm().raised()).isEqualTo(START.plusSeconds(900L * 100));
    }
  }

  @Test
  void anAlarmThatComesBackIsANewOneThatNobodyHasSeen() {
    JournalBuilder journal = journal();
    oven(journal, 96, "RUNNING", 25_000);
    oven(journal, 5, "IDLE", 12_500);
    oven(journal, 2, "RUNNING", 25_000);
    oven(journal, 5, "IDLE", 12_500);
    try (JournalStore store = open();
        AlertKeeper keeper = keeper(store)) {
      apply(store, journal, 1);

      keeper.run();

      assertThat(cases(store, AlarmQuery.State.RAISED)).hasSize(1);
      assertThat(cases(store, AlarmQuery.State.CLEARED)).hasSize(1);
      assertThat(cases(store, AlarmQuery.State.ALL)).hasSize(2);
    }
  }

  @Test
  void ofManyWhoAcknowledgeAtOnceExactlyOneIsNoted() throws Exception {
    JournalBuilder journal = journal();
    oven(journal, 96, "RUNNING", 25_000);
    oven(journal, 4, "IDLE", 12_500);
    try (JournalStore store = open();
        AlertKeeper keeper = keeper(store)) {
      apply(store, journal, 1);
      keeper.run();
      long number = only(store).number();
      List<Callable<Boolean>> people = new ArrayList<>();
      for (int person = 0; person < 16; person++) {
        String name = "person-" + person;
        people.add(() -> store.acknowledge("plant", number, by(name)));
      }
      var workers = Executors.newFixedThreadPool(8);

      long noted = 0;
      for (var answer : workers.invokeAll(people)) {
        noted += answer.get() ? 1 : 0;
      }
      workers.shutdown();

      assertThat(noted).isEqualTo(1);
      assertThat(cases(store, AlarmQuery.State.ACKNOWLEDGED)).hasSize(1);
      assertThat(cases(store, AlarmQuery.State.RAISED)).isEmpty();
      assertThat(store.acknowledge("elsewhere", number, by("li"))).isFalse();
    }
  }

  @Test
  void energyWithoutFactorOrPriceIsNamedAndNotZero() {
    JournalBuilder journal = journal();
    oven(journal, 96, "RUNNING", 25_000);
    oven(journal, 4, "IDLE", 12_500);
    try (JournalStore store = open();
        AlertKeeper keeper = keeper(store, OptionalLong.empty())) {
      apply(store, journal, 1);

      keeper.run();

      assertThat(only(store).waste()).isEqualTo(new WasteSum(12_500, 0, 12_500, 0, 12_500));
    }
  }

  private JournalBuilder journal() {
    return JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
  }

  private void oven(JournalBuilder journal, int count, String state, long wattHours) {
    for (int i = 0; i < count; i++) {
      journal.quarter(
          START.plusSeconds(900L * quarters++),
          Map.of(
              TestSites.IMPORT, JournalBuilder.measured(50_000),
              TestSites.EXPORT, JournalBuilder.measured(0),
              TestSites.PV, JournalBuilder.measured(0),
              TestSites.FEEDER, JournalBuilder.measured(50_000),
              TestSites.GAS, JournalBuilder.measured(1),
              TestSites.PRESS, JournalBuilder.measured(1_000),
              TestSites.OVEN, JournalBuilder.measured(wattHours)),
          List.of(new Payload.StateTime("oven", state, 900)));
    }
  }

  private static AlarmCase.Acknowledgement by(String person) {
    return new AlarmCase.Acknowledgement(START, person, "seen");
  }

  private static AlarmCase only(JournalStore store) {
    List<AlarmCase> all = cases(store, AlarmQuery.State.ALL);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<AlarmCase> cases(JournalStore store, AlarmQuery.State state) {
    return store
        .reader()
        .alarmCases(
            "plant", new AlarmQuery(state, java.util.Optional.empty(), Instant.EPOCH, false));
  }

  private static void apply(JournalStore store, JournalBuilder journal, long from) {
    store.apply(journal.batch(from, journal.tip().sequence()), new byte[0], BatchJudgement::of);
  }

  private JournalStore open() {
    return JournalStore.open(folder, () -> START, BalanceSeries::of, change -> {});
  }

  private AlertKeeper keeper(JournalStore store) {
    return keeper(store, OptionalLong.of(1));
  }

  private AlertKeeper keeper(JournalStore store, OptionalLong known) {
    var rates =
        new AlertEvidence.Rates() {
          @Override
          public OptionalLong microgramsPerWattHour(SiteDescription site, Instant at) {
            return known.isPresent() ? OptionalLong.of(500_000) : known;
          }

          @Override
          public OptionalLong nanoYuanPerWattHour(SiteDescription site, Instant at) {
            return known.isPresent() ? OptionalLong.of(650_000) : known;
          }
        };
    return new AlertKeeper(
        new AlertEvidence(
            store.reader()::sites,
            store.reader()::site,
            store.reader()::lines,
            store.reader()::alertMark,
            store.reader()::openAlarmsOfRules,
            store::applySteps,
            rates,
            () -> false),
        site -> new AlertWatch(site, RULES, PARAMETERS.of(site.id())));
  }
}

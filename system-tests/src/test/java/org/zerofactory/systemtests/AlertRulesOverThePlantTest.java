package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.rules.alert.AlertChange;
import org.zerofactory.rules.alert.AlertParametersFolder;
import org.zerofactory.rules.alert.AlertRules;
import org.zerofactory.rules.alert.AlertWatch;
import org.zerofactory.rules.alert.Tariffs;

/** The packaged rules over the demo plant: faults on demand are found, and nothing else. */
final class AlertRulesOverThePlantTest {

  private static final SiteDescription SITE = PlantBlocks.demoSite();
  private static final AlertRules RULES = AlertRules.packaged();
  private static final AlertParametersFolder PARAMETERS =
      AlertParametersFolder.packaged(RULES, Tariffs.packaged());

  /** With property {@code zerofactory.alert-year} all of 2025 and a month before and after. */
  @Test
  void anUndisturbedPlantRaisesNothing() {
    boolean isYear = Boolean.getBoolean("zerofactory.alert-year");
    Instant from = Instant.parse("2024-11-30T16:00:00Z");
    Instant to = Instant.parse(isYear ? "2026-01-31T16:00:00Z" : "2025-01-31T16:00:00Z");

    List<AlertChange> changes = run(List.of(), from, to);

    assertThat(changes.stream().filter(change -> change.severity() != Alarm.Severity.INFO))
        .isEmpty();
  }

  @Test
  void eachFaultOnDemandIsFoundAndItsAlarmEndsAfterIt() {
    var faults =
        List.of(
            "leak:compressed-air:2025-02-10T00:00+08:00/2025-02-14T00:00+08:00",
            "strings:pv-3:2025-02-17T00:00+08:00/2025-02-24T00:00+08:00",
            "stuck:smt-1/energy-import:2025-03-04T10:00+08:00/2025-03-04T14:00+08:00",
            "gap:smt-2:2025-03-06T10:00+08:00/2025-03-06T14:00+08:00");

    List<AlertChange> changes =
        run(faults, Instant.parse("2024-12-31T16:00:00Z"), Instant.parse("2025-03-09T16:00:00Z"));

    // 300 m3/h are about 3.5 % of the flow: the mean of 24 h passes 2.8 % after some 20 h, and the
    // rule waits for 3 h more
    assertFound(changes, "compressed-air-leak", SITE.id(), faults.get(0), 30, 40);
    // strings show by day only: found within a day of sun, over after a day of sun
    assertFound(changes, "pv-string-loss", "pv-3", faults.get(1), 24, 24);
    assertFound(changes, "stuck-meter", "smt-1/energy-import", faults.get(2), 2, 1);
    assertFound(changes, "silent-meter", "smt-2/energy-import", faults.get(3), 2, 1);
    // a leak of 300 m3/h for what is left of four days at 0.11 kWh/m3 is about 2,500 kWh
    assertThat(wasted(changes, "compressed-air-leak") / 1000).isBetween(1_500L, 5_000L);
    assertThat(wasted(changes, "pv-string-loss")).isPositive();
    assertThat(changes)
        .extracting(AlertChange::rule)
        .containsOnly(
            "compressed-air-leak",
            "pv-string-loss",
            "pv-underperformance",
            "stuck-meter",
            "silent-meter");
  }

  private static void assertFound(
      List<AlertChange> changes,
      String rule,
      String subject,
      String fault,
      int hoursToRaise,
      int hoursToClear) {
    String[] times = fault.replaceFirst("^[a-z]+:[^:]+:", "").split("/");
    Instant begin = OffsetDateTime.parse(times[0]).toInstant();
    Instant end = OffsetDateTime.parse(times[1]).toInstant();

    assertThat(at(changes, rule, subject, AlertChange.Kind.RAISED))
        .as(rule + " raised")
        .singleElement()
        .satisfies(
            at -> assertThat(at).isBetween(begin, begin.plus(Duration.ofHours(hoursToRaise))));
    assertThat(at(changes, rule, subject, AlertChange.Kind.CLEARED))
        .as(rule + " cleared")
        .singleElement()
        .satisfies(at -> assertThat(at).isBetween(end, end.plus(Duration.ofHours(hoursToClear))));
  }

  private static List<Instant> at(
      List<AlertChange> changes, String rule, String subject, AlertChange.Kind kind) {
    return changes.stream()
        .filter(change -> change.kind() == kind)
        .filter(change -> change.rule().equals(rule) && change.subject().equals(subject))
        .map(AlertChange::at)
        .toList();
  }

  private static long wasted(List<AlertChange> changes, String rule) {
    return changes.stream()
        .filter(change -> change.rule().equals(rule))
        .flatMap(change -> change.wasted().stream())
        .mapToLong(waste -> waste.wattHours())
        .sum();
  }

  private static List<AlertChange> run(List<String> faults, Instant from, Instant to) {
    List<AlertChange> changes = new ArrayList<>();
    var watch = new AlertWatch(SITE, RULES, PARAMETERS.of(SITE.id()));
    new PlantBlocks(SITE, faults).each(from, to, block -> changes.addAll(watch.next(block)));
    return changes;
  }
}

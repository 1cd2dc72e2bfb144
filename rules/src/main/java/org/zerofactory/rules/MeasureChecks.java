package org.zerofactory.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.savings.BaselineFit;
import org.zerofactory.domain.savings.LocalDays;

/** Faults of meaning in efficiency measures. */
final class MeasureChecks {

  static final List<String> ENERGY =
      List.of(Quantity.ENERGY_IMPORT.word(), Quantity.ENERGY_PRODUCED.word());
  private static final List<String> REGISTERS =
      Arrays.stream(Quantity.values()).filter(Quantity::isRegister).map(Quantity::word).toList();
  private static final int WHOLE_WATT_HOURS = 6;
  private static final List<String> KINDS = List.of("points", "degree-days", "shifts");

  private MeasureChecks() {}

  static void check(DataNode root, DataFaults faults) {
    root.items("efficiency-measures").forEach(node -> checkMeasure(node, faults));
    checkCountedOnce(root.items("efficiency-measures"), faults);
  }

  private static void checkMeasure(DataNode node, DataFaults faults) {
    node.items("energy").forEach(point -> checkPoint(point, ENERGY, faults));
    node.find("driver").ifPresent(point -> checkPoint(point, REGISTERS, faults));
    if (node.find("driver").isEmpty() && node.find("regression").isEmpty()) {
      faults.add(
          node.missing("driver", "a point such as compressed-air/air-volume, or a regression,"));
    } else if (node.find("driver").isPresent() && node.find("regression").isPresent()) {
      faults.add(
          node.get("driver").problem("expected no driver beside a regression, which has its own"));
    }
    Optional<DatePeriod> baseline =
        node.find("baseline").flatMap(period -> RuleValues.period(period, faults));
    var from = RuleValues.date(node, "from", faults);
    var to = RuleValues.date(node, "to", faults);
    if (from.isPresent() && baseline.isPresent() && from.get().isBefore(baseline.get().to())) {
      faults.add(
          node.get("from").fault("a date not before the baseline's end " + baseline.get().to()));
    }
    if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
      faults.add(node.get("to").fault("a date after " + from.get()));
    }
    node.find("regression")
        .ifPresent(regression -> checkRegression(node, regression, baseline, from, faults));
  }

  private static void checkRegression(
      DataNode measure,
      DataNode regression,
      Optional<DatePeriod> baseline,
      Optional<LocalDate> from,
      DataFaults faults) {
    Optional<DatePeriod> validation =
        regression.find("validation").flatMap(period -> RuleValues.period(period, faults));
    if (validation.isPresent() && baseline.isPresent()) {
      boolean overlaps = days(validation.get()).overlaps(days(baseline.get()));
      boolean isLate = from.isPresent() && from.get().isBefore(validation.get().to());
      if (overlaps || isLate) {
        faults.add(
            regression
                .get("validation")
                .problem("expected days before the measure that are not in its baseline"));
      }
    }
    Set<String> ids = new HashSet<>(Set.of(BaselineFit.INTERCEPT));
    for (DataNode driver : regression.items("drivers")) {
      driver
          .find("id")
          .filter(id -> id.asText().isPresent() && !ids.add(id.text()))
          .ifPresent(id -> faults.add(id.fault("a name that no other coefficient has")));
      checkDriver(measure, regression, driver, faults);
    }
    for (DataNode adjustment : regression.items("non-routine")) {
      RuleValues.period(adjustment, faults);
      adjustment
          .findDecimal("mwh")
          .filter(value -> value.stripTrailingZeros().scale() > WHOLE_WATT_HOURS)
          .ifPresent(
              wrong -> faults.add(adjustment.get("mwh").fault("at most 6 decimals (whole Wh)")));
    }
  }

  private static void checkDriver(
      DataNode measure, DataNode regression, DataNode driver, DataFaults faults) {
    long kinds = KINDS.stream().filter(key -> driver.find(key).isPresent()).count();
    if (kinds != 1) {
      faults.add(
          driver.problem("expected one of points, degree-days and shifts, but were " + kinds));
    }
    List<String> energy =
        measure.items("energy").stream().flatMap(point -> point.asText().stream()).toList();
    Set<String> quantities = new HashSet<>();
    for (DataNode point : driver.items("points")) {
      checkPoint(point, REGISTERS, faults);
      point.asText().ifPresent(id -> quantities.add(id.substring(id.indexOf('/') + 1)));
      if (point.asText().filter(energy::contains).isPresent()) {
        faults.add(point.fault("a point that is not the energy to be explained"));
      }
    }
    if (quantities.size() > 1) {
      faults.add(driver.get("points").problem("expected points of one quantity, to be summed"));
    }
    driver.find("degree-days").ifPresent(table -> checkTable(regression, table, faults));
    for (DataNode exception :
        driver.find("shifts").map(of -> of.items("exceptions")).orElse(List.of())) {
      RuleValues.date(exception, "date", faults);
    }
  }

  private static void checkTable(DataNode regression, DataNode node, DataFaults faults) {
    boolean isDaily = node.find("daily-mean-celsius").isPresent();
    boolean isMonthly = node.find("monthly").isPresent();
    if (isDaily == isMonthly) {
      faults.add(node.problem("expected one of daily-mean-celsius and monthly"));
    }
    node.find("daily-mean-celsius").ifPresent(table -> RuleValues.date(table, "from", faults));
    node.find("monthly")
        .ifPresent(
            table -> {
              RuleValues.date(table, "from", faults)
                  .filter(date -> date.getDayOfMonth() != 1)
                  .ifPresent(
                      date -> faults.add(table.get("from").fault("the first day of a month")));
              if (!regression.findText("granularity").filter("month"::equals).isPresent()) {
                faults.add(
                    node.get("monthly")
                        .problem("expected daily-mean-celsius, for months say nothing of days"));
              }
            });
  }

  /** Of two measures on one register and the same days, one would count the other's saving. */
  private static void checkCountedOnce(List<DataNode> measures, DataFaults faults) {
    List<DataNode> earlier = new ArrayList<>();
    for (DataNode measure : measures) {
      for (DataNode other : earlier) {
        Optional<LocalDays> days = reporting(measure);
        if (days.isPresent() && reporting(other).filter(days.get()::overlaps).isPresent()) {
          for (DataNode point : measure.items("energy")) {
            points(other)
                .filter(id -> point.asText().filter(id::equals).isPresent())
                .forEach(
                    id ->
                        faults.add(
                            point.fault(
                                "a point that the measure at "
                                    + other.location()
                                    + " does not count on the same days")));
          }
        }
      }
      earlier.add(measure);
    }
  }

  private static Stream<String> points(DataNode measure) {
    return measure.items("energy").stream().flatMap(point -> point.asText().stream());
  }

  private static Optional<LocalDays> reporting(DataNode measure) {
    var ignored = new DataFaults();
    LocalDate end = RuleValues.date(measure, "to", ignored).orElse(LocalDate.MAX);
    return RuleValues.date(measure, "from", ignored).map(from -> new LocalDays(from, end));
  }

  private static LocalDays days(DatePeriod period) {
    return new LocalDays(period.from(), period.to());
  }

  static void checkPoint(DataNode point, List<String> quantities, DataFaults faults) {
    Optional<String> text = point.asText().filter(id -> id.contains("/"));
    if (text.isEmpty()) {
      return;
    }
    String device = text.get().substring(0, text.get().indexOf('/'));
    List<String> known = quantities.stream().map(word -> device + "/" + word).toList();
    if (!known.contains(text.get())) {
      faults.add(point.unknown("a point of " + String.join(", ", quantities), known));
    }
  }
}

package org.zerofactory.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.Criteria;
import org.zerofactory.domain.savings.DegreeDays;
import org.zerofactory.domain.savings.Driver;
import org.zerofactory.domain.savings.Granularity;
import org.zerofactory.domain.savings.LocalDays;
import org.zerofactory.domain.savings.RegressionMeasure;

/** Reads a measure whose baseline is a regression, after it was checked. */
final class RegressionFile {

  /** 1 MWh is 10^6 Wh. */
  private static final int MEGAWATT_HOUR_DECIMALS = 6;

  private RegressionFile() {}

  static RegressionMeasure measure(DataNode node) {
    DataNode regression = node.get("regression");
    Granularity granularity = granularity(regression);
    return new RegressionMeasure(
        node.text("id"),
        node.text("name"),
        node.items("energy").stream().map(DataNode::text).toList(),
        regression.items("drivers").stream().map(RegressionFile::driver).toList(),
        granularity,
        days(node.get("baseline")),
        regression.find("validation").map(RegressionFile::days),
        date(node, "from"),
        node.find("to").map(to -> date(node, "to")),
        criteria(regression, Criteria.usual(granularity)),
        regression.items("non-routine").stream().map(RegressionFile::nonRoutine).toList(),
        node.text("method"));
  }

  private static Granularity granularity(DataNode regression) {
    return Granularity.valueOf(regression.text("granularity").toUpperCase(Locale.ROOT));
  }

  private static Driver driver(DataNode node) {
    String id = node.text("id");
    if (node.find("points").isPresent()) {
      return new Driver.Points(id, node.items("points").stream().map(DataNode::text).toList());
    }
    return node.find("degree-days")
        .<Driver>map(table -> new Driver.Weather(id, degreeDays(table)))
        .orElseGet(() -> shifts(id, node.get("shifts")));
  }

  private static DegreeDays degreeDays(DataNode node) {
    double base = node.get("base-celsius").decimal().doubleValue();
    boolean isHeating = node.text("kind").equals("heating");
    Map<LocalDate, Double> daily = new TreeMap<>();
    Map<YearMonth, Double> monthly = new TreeMap<>();
    node.find("daily-mean-celsius")
        .ifPresent(
            table -> {
              LocalDate first = date(table, "from");
              List<Double> means = doubles(table, "values");
              for (int i = 0; i < means.size(); i++) {
                daily.put(
                    first.plusDays(i),
                    isHeating
                        ? DegreeDays.heating(means.get(i), base)
                        : DegreeDays.cooling(means.get(i), base));
              }
            });
    node.find("monthly")
        .ifPresent(
            table -> {
              YearMonth first = YearMonth.from(date(table, "from"));
              List<Double> values = doubles(table, "values");
              for (int i = 0; i < values.size(); i++) {
                monthly.put(first.plusMonths(i), values.get(i));
              }
            });
    return new DegreeDays(daily, monthly);
  }

  private static Driver shifts(String id, DataNode node) {
    Map<LocalDate, Double> exceptions = new TreeMap<>();
    for (DataNode exception : node.items("exceptions")) {
      exceptions.put(date(exception, "date"), exception.get("shifts").decimal().doubleValue());
    }
    return new Driver.Shifts(id, doubles(node, "weekly"), exceptions);
  }

  private static Criteria criteria(DataNode regression, Criteria usual) {
    Optional<DataNode> own = regression.find("criteria");
    return new Criteria(
        limit(own, "min-r-squared", usual.minRSquared()),
        limit(own, "min-t", usual.minAbsT()),
        limit(own, "max-cv-rmse", usual.maxCvRmse()),
        limit(own, "max-nmbe", usual.maxNmbe()),
        limit(own, "max-uncertainty", usual.maxUncertainty()),
        limit(own, "max-estimated-share", usual.maxEstimatedShare()));
  }

  private static double limit(Optional<DataNode> own, String key, double usual) {
    return own.flatMap(node -> node.find(key))
        .map(node -> node.decimal().doubleValue())
        .orElse(usual);
  }

  private static RegressionMeasure.NonRoutine nonRoutine(DataNode node) {
    long wattHours =
        node.get("mwh").decimal().movePointRight(MEGAWATT_HOUR_DECIMALS).longValueExact();
    return new RegressionMeasure.NonRoutine(days(node), new Energy(wattHours), node.text("reason"));
  }

  private static LocalDays days(DataNode node) {
    return new LocalDays(date(node, "from"), date(node, "to"));
  }

  private static LocalDate date(DataNode node, String key) {
    return RuleValues.date(node, key, new DataFaults()).orElseThrow();
  }

  private static List<Double> doubles(DataNode node, String key) {
    return node.items(key).stream().map(value -> value.decimal().doubleValue()).toList();
  }
}

package org.zerofactory.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.metering.Quantity;

/** Faults of meaning in an accounts file, beyond what its schema can say. */
final class SiteAccountsChecks {

  private SiteAccountsChecks() {}

  static void check(DataNode root, EmissionFactors factors, DataFaults faults) {
    root.find("factors").ifPresent(node -> checkFactors(node, factors, faults));
    root.find("scope2-market").ifPresent(node -> MarketBasisReader.check(node, faults));
    checkIds(root, faults);
    root.items("green-power").forEach(node -> checkGreenPower(node, faults));
    MeasureChecks.check(root, faults);
    for (DataNode shift : root.items("load-shifts")) {
      shift
          .items("executed")
          .forEach(point -> MeasureChecks.checkPoint(point, MeasureChecks.ENERGY, faults));
      shift
          .find("reference")
          .ifPresent(
              point ->
                  MeasureChecks.checkPoint(point, List.of(Quantity.PLANNED_ENERGY.word()), faults));
    }
  }

  private static void checkFactors(DataNode node, EmissionFactors factors, DataFaults faults) {
    checkSeries(node, "location", "location-based", factors, faults);
    checkSeries(node, "residual", "residual", factors, faults);
  }

  private static void checkSeries(
      DataNode owner, String key, String use, EmissionFactors factors, DataFaults faults) {
    Optional<String> id = owner.findText(key);
    if (id.isEmpty()) {
      return;
    }
    Optional<FactorSeries> series = factors.find(id.get());
    boolean fits = series.filter(found -> found.factors().get(0).use().equals(use)).isPresent();
    if (!fits) {
      List<String> known =
          factors.all().stream()
              .filter(one -> one.factors().get(0).use().equals(use))
              .map(FactorSeries::id)
              .toList();
      String expected = "a factor series for " + use + " out of " + String.join(", ", known);
      faults.add(owner.get(key).unknown(expected, known));
    }
  }

  private static void checkIds(DataNode root, DataFaults faults) {
    Map<String, DataNode> seen = new HashMap<>();
    Stream.of("green-power", "efficiency-measures", "load-shifts")
        .flatMap(key -> root.items(key).stream())
        .flatMap(node -> node.find("id").stream())
        .filter(id -> id.asText().isPresent())
        .forEach(
            id -> {
              DataNode earlier = seen.putIfAbsent(id.text(), id);
              if (earlier != null) {
                String where = earlier.location();
                faults.add(id.fault("an id of its own, for " + where + " has this one already,"));
              }
            });
  }

  private static void checkGreenPower(DataNode node, DataFaults faults) {
    for (String key : List.of("from", "to")) {
      RuleValues.date(node, key, faults)
          .filter(date -> date.getDayOfMonth() != 1)
          .ifPresent(date -> faults.add(node.get(key).fault("the first day of a month")));
    }
    Optional<DatePeriod> period = RuleValues.period(node, faults);
    List<DataNode> amounts = node.items("monthly-mwh");
    if (period.isPresent() && GreenPower.months(period.get()) != amounts.size()) {
      String months = GreenPower.months(period.get()) + " values, one for each month";
      faults.add(
          node.get("monthly-mwh").problem("expected " + months + ", but were " + amounts.size()));
    }
    for (DataNode amount : amounts) {
      amount
          .asDecimal()
          .filter(megawattHours -> megawattHours.stripTrailingZeros().scale() > 6)
          .ifPresent(wrong -> faults.add(amount.fault("at most 6 decimals (whole Wh)")));
    }
  }
}

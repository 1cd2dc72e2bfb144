package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zerofactory.domain.fleet.MonthlyWaste;
import org.zerofactory.domain.fleet.WasteSum;
import org.zerofactory.domain.quantity.Carbon;

/** What alarms wasted, as JSON; Wh and fen as integers, carbon as exact decimal text. */
public final class WasteReport {

  private WasteReport() {}

  /** A year by rule and month. */
  public static ObjectNode of(int year, List<MonthlyWaste> months) {
    ObjectNode json = Figures.object().put("year", year);
    WasteSum total = WasteSum.NONE;
    Map<String, WasteSum> byRule = new TreeMap<>();
    for (MonthlyWaste month : months) {
      total = total.plus(month.waste());
      byRule.merge(month.rule(), month.waste(), WasteSum::plus);
    }
    json.set("total", sum(total));
    ArrayNode rules = json.putArray("rules");
    byRule.forEach(
        (rule, sum) -> {
          ObjectNode item = rules.addObject().put("rule", rule);
          item.set("waste", sum(sum));
          ArrayNode list = item.putArray("months");
          months.stream()
              .filter(month -> month.rule().equals(rule))
              .forEach(
                  month -> {
                    ObjectNode one = list.addObject().put("month", month.month().toString());
                    one.set("waste", sum(month.waste()));
                  });
        });
    return json;
  }

  static ObjectNode sum(WasteSum waste) {
    return Figures.object()
        .put("wh", waste.wattHours())
        .put("co2eKg", Figures.kilograms(new Carbon(waste.micrograms())))
        .put("withoutFactorWh", waste.withoutFactor())
        .put("fen", waste.fen())
        .put("withoutPriceWh", waste.withoutPrice());
  }
}

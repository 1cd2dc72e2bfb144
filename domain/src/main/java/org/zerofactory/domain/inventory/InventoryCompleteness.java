package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zerofactory.domain.account.Completeness;

/**
 * What is known of the meters of an inventory.
 *
 * @param quarterHours of all meters together
 * @param missingMonths months of the period without an amount of a meter that has others
 */
public record InventoryCompleteness(Completeness quarterHours, List<MissingMonth> missingMonths) {

  /** A meter without an amount for a month: not zero, unknown. */
  public record MissingMonth(String site, String meter, YearMonth month) {}

  public InventoryCompleteness {
    missingMonths = List.copyOf(missingMonths);
  }

  static InventoryCompleteness of(InventoryInput input) {
    Completeness sum = Completeness.NONE;
    Map<String, Map<String, SortedSet<YearMonth>>> months = new TreeMap<>();
    for (MeteredActivity metered : input.metered()) {
      SortedSet<YearMonth> known =
          months
              .computeIfAbsent(metered.place().site(), site -> new TreeMap<>())
              .computeIfAbsent(metered.meter(), meter -> new TreeSet<>());
      if (input.period().contains(metered.month())) {
        sum = sum.plus(metered.quarterHours());
        known.add(metered.month());
      }
    }
    List<MissingMonth> missing = new ArrayList<>();
    months.forEach(
        (site, meters) ->
            meters.forEach(
                (meter, known) ->
                    input.period().months().stream()
                        .filter(month -> !known.contains(month))
                        .map(month -> new MissingMonth(site, meter, month))
                        .forEach(missing::add)));
    return new InventoryCompleteness(sum, missing);
  }
}

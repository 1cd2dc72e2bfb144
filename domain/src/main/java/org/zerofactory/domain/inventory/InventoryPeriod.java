package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole local months, half-open.
 *
 * @param from first month
 * @param to month after the last
 */
public record InventoryPeriod(YearMonth from, YearMonth to) {

  /**
   * @throws IllegalArgumentException if it does not end after it begins
   */
  public InventoryPeriod {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException(
          "an inventory must end after it begins, but was " + from + " to " + to);
    }
  }

  public static InventoryPeriod ofYear(int year) {
    return new InventoryPeriod(YearMonth.of(year, 1), YearMonth.of(year + 1, 1));
  }

  public boolean contains(YearMonth month) {
    return !month.isBefore(from) && month.isBefore(to);
  }

  /** The calendar years that are in it from January to December. */
  public List<Integer> wholeYears() {
    return months().stream()
        .filter(month -> month.getMonthValue() == 1 && contains(month.plusMonths(11)))
        .map(YearMonth::getYear)
        .toList();
  }

  public List<YearMonth> months() {
    return Stream.iterate(from, month -> month.isBefore(to), month -> month.plusMonths(1)).toList();
  }
}

package org.zerofactory.domain.savings;

import java.time.LocalDate;
import java.util.List;

/** What registers counted, day by day. */
@FunctionalInterface
public interface DailyAmounts {

  /**
   * A local day of a point.
   *
   * @param amount sum of what is known, in the point's stored unit
   * @param expected quarter hours of the day
   * @param known those whose reading is known
   * @param estimated those of them that were estimated, or lie across a register's reset
   */
  record Day(LocalDate day, long amount, long expected, long known, long estimated) {}

  /**
   * All days of {@code [from, to)} in order; a day without data has 0 known quarter hours.
   *
   * @param from first day
   * @param to day after the last
   */
  List<Day> of(String point, LocalDate from, LocalDate to);
}

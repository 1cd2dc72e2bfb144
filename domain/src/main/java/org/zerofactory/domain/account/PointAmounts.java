package org.zerofactory.domain.account;

import java.time.LocalDate;

/** What a register counted over whole local days. */
@FunctionalInterface
public interface PointAmounts {

  /**
   * The sum of what is known, in the point's stored unit.
   *
   * @param from first day
   * @param to day after the last
   */
  long between(String point, LocalDate from, LocalDate to);
}

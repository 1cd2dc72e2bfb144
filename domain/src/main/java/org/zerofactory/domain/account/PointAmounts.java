package org.zerofactory.domain.account;

import java.time.LocalDate;

/** What a register counted over whole local days. */
@FunctionalInterface
public interface PointAmounts {

  /**
   * What the point counted from one local midnight to another.
   *
   * @param from first day
   * @param to day after the last
   */
  PointAmount between(String point, LocalDate from, LocalDate to);
}

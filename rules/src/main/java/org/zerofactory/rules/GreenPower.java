package org.zerofactory.rules;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Contracted or certified green power.
 *
 * @param period whole months
 * @param microgramsPerWattHour factor of the contract, µg/Wh
 * @param monthlyWattHours for each month of the period
 * @param source contract or certificate
 */
public record GreenPower(
    String id,
    String name,
    Kind kind,
    DatePeriod period,
    long microgramsPerWattHour,
    List<Long> monthlyWattHours,
    String source) {

  /** A power purchase agreement or certificates alone. */
  public enum Kind {
    PPA,
    CERTIFICATE
  }

  /**
   * @throws IllegalArgumentException if there is not one amount for each month
   */
  public GreenPower {
    monthlyWattHours = List.copyOf(monthlyWattHours);
    if (months(period) != monthlyWattHours.size()) {
      throw new IllegalArgumentException(
          "green power " + id + " needs " + months(period) + " amounts");
    }
  }

  /** Amount of a local month, Wh; 0 outside the contract. */
  public long wattHoursOf(YearMonth month) {
    long index = YearMonth.from(period.from()).until(month, ChronoUnit.MONTHS);
    boolean inside = index >= 0 && index < monthlyWattHours.size();
    return inside ? monthlyWattHours.get((int) index) : 0;
  }

  static long months(DatePeriod period) {
    return YearMonth.from(period.from()).until(YearMonth.from(period.to()), ChronoUnit.MONTHS);
  }
}

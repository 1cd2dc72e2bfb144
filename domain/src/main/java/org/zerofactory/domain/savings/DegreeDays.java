package org.zerofactory.domain.savings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Degree days from a table: a temperature is a gauge, and gauges are in no journal.
 *
 * @param daily degree days of local days, degC d
 * @param monthly degree days of months, for models by the month; a part of a month gets its share
 */
public record DegreeDays(Map<LocalDate, Double> daily, Map<YearMonth, Double> monthly) {

  public DegreeDays {
    daily = Map.copyOf(daily);
    monthly = Map.copyOf(monthly);
  }

  /**
   * Heating degree days of a day: how far its mean lies below the base.
   *
   * @param meanCelsius mean temperature of the day
   * @param baseCelsius temperature at which the building needs no heat
   */
  public static double heating(double meanCelsius, double baseCelsius) {
    return Math.max(0, baseCelsius - meanCelsius);
  }

  /**
   * Cooling degree days of a day: how far its mean lies above the base.
   *
   * @param meanCelsius mean temperature of the day
   * @param baseCelsius temperature at which the building needs no cooling
   */
  public static double cooling(double meanCelsius, double baseCelsius) {
    return Math.max(0, meanCelsius - baseCelsius);
  }

  /** Degree days of a day; empty if the table does not reach it. */
  OptionalDouble of(LocalDate day) {
    Double own = daily.get(day);
    if (own != null) {
      return OptionalDouble.of(own);
    }
    Double ofMonth = monthly.get(YearMonth.from(day));
    return ofMonth == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(ofMonth / day.lengthOfMonth());
  }
}

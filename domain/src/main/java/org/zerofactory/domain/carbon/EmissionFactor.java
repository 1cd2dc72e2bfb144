package org.zerofactory.domain.carbon;

import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * One published factor for electricity.
 *
 * @param id unique, never reused: inventories point at it
 * @param series what it is the yearly value of, for example {@code cn-national-average}
 * @param use {@code location-based}, {@code residual}, {@code fossil}, ...
 * @param region where it applies
 * @param dataYear the year whose generation it describes
 * @param validity when consumption is accounted with it
 * @param microgramsPerWattHour µg CO2e per Wh = kg/kWh x 10^6, 0 or more
 * @param source publisher, document, table
 * @param verified whether the value was checked against its source
 */
public record EmissionFactor(
    String id,
    String series,
    String use,
    String region,
    int dataYear,
    Interval validity,
    long microgramsPerWattHour,
    String source,
    boolean verified) {

  /**
   * @throws IllegalArgumentException if the factor is negative
   */
  public EmissionFactor {
    if (microgramsPerWattHour < 0) {
      throw new IllegalArgumentException(
          "factor " + id + " must not be negative, but was " + microgramsPerWattHour + " ug/Wh");
    }
  }

  /** Exact: µg/Wh times Wh. */
  public Carbon times(Energy energy) {
    return new Carbon(Math.multiplyExact(microgramsPerWattHour, energy.wattHours()));
  }
}

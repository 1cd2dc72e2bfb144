package org.zerofactory.domain.carbon;

import java.util.Collection;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;

/**
 * One published factor for electricity, as a whole number: what every quarter hour is multiplied
 * with.
 *
 * @param id unique, never reused: inventories point at it
 * @param series what it is the yearly or hourly value of, for example {@code cn-national-average}
 * @param key what it may be used for, and for which place, year and gases
 * @param validity when consumption is accounted with it
 * @param microgramsPerWattHour µg per Wh = kg/kWh x 10^6, 0 or more
 */
public record EmissionFactor(
    String id,
    String series,
    FactorKey key,
    Interval validity,
    long microgramsPerWattHour,
    Citation source,
    Verification verification) {

  /**
   * @throws IllegalArgumentException if the factor is negative
   */
  public EmissionFactor {
    if (microgramsPerWattHour < 0) {
      throw new IllegalArgumentException(
          "factor " + id + " must not be negative, but was " + microgramsPerWattHour + " ug/Wh");
    }
  }

  /**
   * A factor for electricity that states one mass: CO2, or all gases as CO2e.
   *
   * @throws IllegalArgumentException if it is not per Wh, states gases apart, or is no whole number
   *     of µg/Wh
   */
  public static EmissionFactor of(Factor factor) {
    Collection<Ratio> masses = factor.microgramsPerUnit().values();
    if (factor.per() != BaseUnit.WATT_HOUR || masses.size() != 1) {
      throw new IllegalArgumentException(
          "expected factor "
              + factor.id()
              + " to be one mass per Wh, but it is per "
              + factor.per().word()
              + " of "
              + masses.size()
              + " gases");
    }
    Ratio mass = masses.iterator().next();
    if (!mass.denominator().equals(java.math.BigInteger.ONE)) {
      throw new IllegalArgumentException(
          "expected factor " + factor.id() + " to be whole ug/Wh, but was " + mass);
    }
    return new EmissionFactor(
        factor.id(),
        factor.series(),
        factor.key(),
        factor.validity(),
        mass.numerator().longValueExact(),
        factor.source(),
        factor.verification());
  }

  /** {@code location-based}, {@code residual}, {@code fossil}, ... */
  public String use() {
    return key.use();
  }

  public String region() {
    return key.region();
  }

  /** The year whose generation it describes. */
  public int dataYear() {
    return key.dataYear();
  }

  /** Whether a report may use the value without a mark. */
  public boolean verified() {
    return verification.isVerified();
  }

  /** Exact: µg/Wh times Wh. */
  public Carbon times(Energy energy) {
    return new Carbon(Math.multiplyExact(microgramsPerWattHour, energy.wattHours()));
  }
}

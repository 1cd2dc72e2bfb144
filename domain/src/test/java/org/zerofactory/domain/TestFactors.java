package org.zerofactory.domain;

import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Interval;

/** Made-up factors for electricity, of which a test says only what it is about. */
public final class TestFactors {

  private static final Citation NOWHERE = new Citation("test", "test", "2025-01", "test");

  private TestFactors() {}

  /** A checked location-based factor, µg/Wh. */
  public static EmissionFactor grid(
      String id, String series, Interval validity, long microgramsPerWattHour) {
    return of(id, series, "location-based", validity, microgramsPerWattHour);
  }

  /** A checked factor for any use, µg/Wh. */
  public static EmissionFactor of(
      String id, String series, String use, Interval validity, long microgramsPerWattHour) {
    return new EmissionFactor(
        id,
        series,
        new FactorKey(
            use, "CN", 2025, "test", FactorKey.GasBasis.CO2, FactorKey.Boundary.GENERATION),
        validity,
        microgramsPerWattHour,
        NOWHERE,
        Verification.ORIGINAL);
  }
}

package org.zerofactory.domain.solar;

/**
 * Length of the beam's way through the air, relative to the vertical. Source: Kasten and Young,
 * Applied Optics 28 (1989) 4735.
 */
public final class AirMass {

  private static final double SOLAR_CONSTANT = 1361;

  private AirMass() {}

  /** 1 at the zenith to about 38 at the horizon; infinite below it. */
  public static double of(Sun sun) {
    if (!sun.isUp()) {
      return Double.POSITIVE_INFINITY;
    }
    double elevation = 90 - sun.zenith();
    return 1 / (sun.height() + 0.50572 * StrictMath.pow(elevation + 6.07995, -1.6364));
  }

  /**
   * Irradiance outside the atmosphere on a plane that faces the sun, W/m2. Source: Spencer, Search
   * 2 (1971) 172, with 1,361 W/m2 (Kopp and Lean, Geophysical Research Letters 38 (2011) L01706).
   *
   * @param dayOfYear 1 to 366
   */
  public static double extraterrestrial(int dayOfYear) {
    double angle = 2 * Math.PI * (dayOfYear - 1) / 365;
    return SOLAR_CONSTANT
        * (1.00011
            + 0.034221 * StrictMath.cos(angle)
            + 0.00128 * StrictMath.sin(angle)
            + 0.000719 * StrictMath.cos(2 * angle)
            + 0.000077 * StrictMath.sin(2 * angle));
  }
}

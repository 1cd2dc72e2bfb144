package org.zerofactory.domain.solar;

/**
 * Splits global irradiance into beam and diffuse by its clearness. Source: Erbs, Klein and Duffie,
 * Solar Energy 28 (1982) 293.
 */
public final class DiffuseShare {

  /** Near the horizon the beam that follows from the split is not to be trusted. */
  private static final double LEAST_HEIGHT = 0.065;

  private DiffuseShare() {}

  /**
   * @param global on level ground, W/m2
   * @param dayOfYear 1 to 366
   */
  public static Irradiance split(double global, Sun sun, int dayOfYear) {
    double height = sun.height();
    if (global <= 0 || height <= 0) {
      return Irradiance.NONE;
    }
    double outside = AirMass.extraterrestrial(dayOfYear) * Math.max(height, LEAST_HEIGHT);
    double diffuse = global * of(Math.min(1, global / outside));
    double beam = height < LEAST_HEIGHT ? 0 : (global - diffuse) / height;
    return new Irradiance(beam, beam == 0 ? global : diffuse, global);
  }

  private static double of(double clearness) {
    if (clearness <= 0.22) {
      return 1 - 0.09 * clearness;
    }
    if (clearness > 0.80) {
      return 0.165;
    }
    return 0.9511
        + clearness * (-0.1604 + clearness * (4.388 + clearness * (-16.638 + clearness * 12.336)));
  }
}

package org.zerofactory.domain.solar;

/**
 * Irradiance in the plane of an array, W/m2.
 *
 * @param beam straight from the sun, 0 if something stands before it
 * @param sky diffuse of the sky, brighter around the sun and at the horizon
 * @param ground reflected
 */
public record PlaneOfArray(double beam, double sky, double ground) {

  private static final PlaneOfArray NONE = new PlaneOfArray(0, 0, 0);
  private static final double KAPPA = 1.041;
  private static final double[] CLEARNESS = {1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2};

  /** Rows by clearness: F11, F12, F13, F21, F22, F23. */
  private static final double[][] BRIGHTNESS = {
    {-0.0083117, 0.5877285, -0.0620636, -0.0596012, 0.0721249, -0.0220216},
    {0.1299457, 0.6825954, -0.1513752, -0.0189325, 0.0659650, -0.0288748},
    {0.3296958, 0.4868735, -0.2210958, 0.0554140, -0.0639588, -0.0260542},
    {0.5682053, 0.1874525, -0.2951290, 0.1088631, -0.1519229, -0.0139754},
    {0.8730280, -0.3920403, -0.3616149, 0.2255647, -0.4620442, 0.0012448},
    {1.1326077, -1.2367284, -0.4118494, 0.2877813, -0.8230357, 0.0558651},
    {1.0601591, -1.5999137, -0.3589221, 0.2642124, -1.1272340, 0.1310694},
    {0.6777470, -0.3272588, -0.2504286, 0.1561313, -1.3765031, 0.2506212}
  };

  /** All of it. */
  public double total() {
    return beam + sky + ground;
  }

  /**
   * Source: Perez, Ineichen, Seals, Michalsky and Stewart, Solar Energy 44 (1990) 271, all-sites
   * coefficients; ground by Liu and Jordan, Solar Energy 7 (1963) 53.
   *
   * @param albedo of the ground, 0 to 1; 0.2 if it is not known
   * @param dayOfYear 1 to 366
   */
  public static PlaneOfArray of(
      PvArray array, Sun sun, Irradiance outside, double albedo, int dayOfYear) {
    if (outside.global() <= 0 && outside.diffuse() <= 0) {
      return NONE;
    }
    double slope = StrictMath.toRadians(array.tilt());
    double incidence = array.incidence(sun);
    boolean shaded = array.isShaded(sun);
    double ground = outside.global() * albedo * (1 - StrictMath.cos(slope)) / 2;
    double beam = shaded ? 0 : outside.beam() * incidence;
    double sky = sky(outside, sun, slope, shaded ? 0 : incidence, dayOfYear);
    return new PlaneOfArray(beam, sky, ground);
  }

  private static double sky(
      Irradiance outside, Sun sun, double slope, double incidence, int dayOfYear) {
    double isotropic = (1 + StrictMath.cos(slope)) / 2;
    double diffuse = outside.diffuse();
    if (diffuse <= 0) {
      return 0;
    }
    if (!sun.isUp()) {
      return diffuse * isotropic;
    }
    double zenith = StrictMath.toRadians(sun.zenith());
    double cube = KAPPA * zenith * zenith * zenith;
    double clearness = ((diffuse + outside.beam()) / diffuse + cube) / (1 + cube);
    double brightness = diffuse * AirMass.of(sun) / AirMass.extraterrestrial(dayOfYear);
    double[] row = BRIGHTNESS[bin(clearness)];
    double around = Math.max(0, row[0] + row[1] * brightness + row[2] * zenith);
    double horizon = row[3] + row[4] * brightness + row[5] * zenith;
    double lowest = StrictMath.cos(StrictMath.toRadians(85));
    double ratio = incidence / Math.max(lowest, StrictMath.cos(zenith));
    return Math.max(
        0, diffuse * ((1 - around) * isotropic + around * ratio + horizon * StrictMath.sin(slope)));
  }

  private static int bin(double clearness) {
    int bin = 0;
    while (bin < CLEARNESS.length && clearness >= CLEARNESS[bin]) {
      bin++;
    }
    return bin;
  }
}

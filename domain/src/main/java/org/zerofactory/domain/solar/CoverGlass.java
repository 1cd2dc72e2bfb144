package org.zerofactory.domain.solar;

/**
 * What the glass lets through of the beam, relative to straight incidence: Snell, Fresnel and
 * Bouguer. Source: De Soto, Klein and Beckman, Solar Energy 80 (2006) 78; refraction index 1.526,
 * extinction 4 per m, 2 mm.
 */
public final class CoverGlass {

  private static final double INDEX = 1.526;
  private static final double DEPTH = 4 * 0.002;

  /** As good as straight, where Fresnel's formula would divide by zero. */
  private static final double STRAIGHT = 0.9999;

  private CoverGlass() {}

  /**
   * @param incidence cosine of the angle of incidence, 0 to 1
   * @return 0 at grazing to 1 at straight incidence
   */
  public static double of(double incidence) {
    if (incidence <= 0) {
      return 0;
    }
    return Math.min(1, through(Math.min(incidence, STRAIGHT)) / through(STRAIGHT));
  }

  private static double through(double incidence) {
    double angle = StrictMath.acos(incidence);
    double inside = StrictMath.asin(StrictMath.sin(angle) / INDEX);
    double plus = inside + angle;
    double minus = inside - angle;
    double sines = StrictMath.sin(minus) / StrictMath.sin(plus);
    double tangents = StrictMath.tan(minus) / StrictMath.tan(plus);
    return StrictMath.exp(-DEPTH / StrictMath.cos(inside))
        * (1 - (sines * sines + tangents * tangents) / 2);
  }
}

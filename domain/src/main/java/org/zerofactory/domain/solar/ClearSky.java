package org.zerofactory.domain.solar;

/**
 * Irradiance under a cloudless sky. Source: Ineichen and Perez, Solar Energy 73 (2002) 151, with
 * Linke's turbidity; written from memory, unverified.
 */
public final class ClearSky {

  private ClearSky() {}

  /**
   * @param altitude metres above the sea, -500 to 9,000
   * @param turbidity after Linke at air mass 2: 2 very clear to 7 hazy, about 3 on average
   * @param dayOfYear 1 to 366
   */
  public static Irradiance of(Sun sun, double altitude, double turbidity, int dayOfYear) {
    double height = sun.height();
    if (height < 0.01) {
      return Irradiance.NONE;
    }
    double mass = AirMass.of(sun) * StrictMath.exp(-altitude / 8434.5);
    double outside = AirMass.extraterrestrial(dayOfYear);
    double first = StrictMath.exp(-altitude / 8000);
    double second = StrictMath.exp(-altitude / 1250);
    double scale = 5.09e-5 * altitude + 0.868;
    double decay = 3.92e-5 * altitude + 0.0387;
    double global =
        scale
            * outside
            * height
            * StrictMath.exp(-decay * mass * (first + second * (turbidity - 1)));
    double direct =
        (0.664 + 0.163 / first) * outside * StrictMath.exp(-0.09 * mass * (turbidity - 1));
    double most =
        global * (1 - (0.1 - 0.2 * StrictMath.exp(-turbidity)) / (0.1 + 0.882 / first)) / height;
    double beam = Math.max(0, Math.min(direct, most));
    return new Irradiance(beam, Math.max(0, global - beam * height), global);
  }
}

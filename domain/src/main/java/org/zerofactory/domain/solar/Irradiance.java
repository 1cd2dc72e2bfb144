package org.zerofactory.domain.solar;

/**
 * Irradiance outside, W/m2.
 *
 * @param beam on a plane that faces the sun (DNI)
 * @param diffuse of the sky on level ground (DHI)
 * @param global all of it on level ground (GHI)
 */
public record Irradiance(double beam, double diffuse, double global) {

  public static final Irradiance NONE = new Irradiance(0, 0, 0);

  /**
   * @throws IllegalArgumentException if a value is negative or not finite
   */
  public Irradiance {
    check("beam", beam);
    check("diffuse", diffuse);
    check("global", global);
  }

  /** From beam and diffuse: global follows from the sun's height. */
  public static Irradiance of(double beam, double diffuse, Sun sun) {
    return new Irradiance(beam, diffuse, beam * sun.height() + diffuse);
  }

  private static void check(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " irradiance: expected 0 W/m2 or more, got " + value);
    }
  }
}

package org.zerofactory.domain.solar;

/**
 * Where the sun stands.
 *
 * @param zenith degrees from the vertical, 0 to 180; more than 90 is below the horizon
 * @param azimuth degrees clockwise from north, 0 to 360
 */
public record Sun(double zenith, double azimuth) {

  /** Cosine of the zenith angle, 0 below the horizon. */
  public double height() {
    return Math.max(0, StrictMath.cos(StrictMath.toRadians(zenith)));
  }

  public boolean isUp() {
    return zenith < 90;
  }
}

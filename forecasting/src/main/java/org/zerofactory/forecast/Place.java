package org.zerofactory.forecast;

import java.time.Instant;
import java.time.ZoneOffset;
import net.e175.klaus.solarpositioning.Grena3;
import net.e175.klaus.solarpositioning.SolarPosition;
import org.zerofactory.domain.solar.Sun;

/**
 * Where a plant stands.
 *
 * @param latitude degrees, north positive, -90 to 90
 * @param longitude degrees, east positive, -180 to 180
 * @param altitude metres above the sea, -500 to 9,000
 */
public record Place(double latitude, double longitude, double altitude) {

  /** Difference of terrestrial and universal time in the 2020s, seconds; 10 s are 0.04 degrees. */
  private static final double DELTA_T_SECONDS = 69;

  public Place {
    expect("latitude", latitude, -90, 90);
    expect("longitude", longitude, -180, 180);
    expect("altitude", altitude, -500, 9_000);
  }

  private static void expect(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s: expected %s to %s, got %s".formatted(field, least, most, value));
    }
  }

  /** Grena, Solar Energy 86 (2012) 1323, algorithm 3: within 0.01 degrees until 2110. */
  public Sun sun(Instant at) {
    SolarPosition position =
        Grena3.calculateSolarPosition(
            at.atZone(ZoneOffset.UTC), latitude, longitude, DELTA_T_SECONDS);
    return new Sun(position.zenithAngle(), position.azimuth());
  }
}

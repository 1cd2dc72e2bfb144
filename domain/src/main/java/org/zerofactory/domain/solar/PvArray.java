package org.zerofactory.domain.solar;

import java.util.Arrays;

/**
 * Modules that face one way, behind one inverter.
 *
 * @param id of the device that counts them
 * @param peakKilowatts DC power at 1,000 W/m2 and 25 degrees C, more than 0
 * @param inverterKilowatts rated AC power, more than 0
 * @param inverterEfficiency nominal, more than 0.5 to 1
 * @param tilt degrees from level, 0 to 90
 * @param azimuth degrees clockwise from north that they face, 0 to 360
 * @param mounting what cools them
 * @param powerPerKelvin change of power with temperature, about -0.0047 for standard, -0.0035 for
 *     premium modules; -0.02 to 0
 * @param losses share lost to soiling, wiring, mismatch and the like, 0 to 0.6; 0.1408 in PVWatts
 * @param horizon elevation in degrees of what stands before the sun, in equal steps of azimuth from
 *     north; none for a free view
 */
public record PvArray(
    String id,
    double peakKilowatts,
    double inverterKilowatts,
    double inverterEfficiency,
    double tilt,
    double azimuth,
    Mounting mounting,
    double powerPerKelvin,
    double losses,
    double[] horizon) {

  /** Ways to mount modules, with the coefficients of their temperature model. */
  public enum Mounting {
    OPEN_RACK(-3.56, -0.075, 3),
    CLOSE_ROOF(-2.98, -0.0471, 1),
    INSULATED_BACK(-2.81, -0.0455, 0);

    final double offset;
    final double wind;
    final double cellRise;

    Mounting(double offset, double wind, double cellRise) {
      this.offset = offset;
      this.wind = wind;
      this.cellRise = cellRise;
    }
  }

  public PvArray {
    horizon = horizon.clone();
    expect(id, "peak-kw", peakKilowatts, peakKilowatts > 0, "more than 0");
    expect(id, "inverter-kw", inverterKilowatts, inverterKilowatts > 0, "more than 0");
    expect(
        id,
        "inverter-efficiency",
        inverterEfficiency,
        inverterEfficiency > 0.5 && inverterEfficiency <= 1,
        "more than 0.5 to 1");
    expect(id, "tilt", tilt, tilt >= 0 && tilt <= 90, "0 to 90 degrees");
    expect(id, "azimuth", azimuth, azimuth >= 0 && azimuth <= 360, "0 to 360 degrees");
    expect(
        id,
        "temperature-coefficient",
        powerPerKelvin,
        powerPerKelvin <= 0 && powerPerKelvin >= -0.02,
        "-0.02 to 0 per K");
    expect(id, "losses", losses, losses >= 0 && losses <= 0.6, "0 to 0.6");
    for (double elevation : horizon) {
      expect(id, "horizon", elevation, elevation >= 0 && elevation < 90, "0 to 90 degrees");
    }
  }

  private static void expect(
      String id, String field, double value, boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "PV array " + id + ": " + field + ": expected " + expected + ", got " + value);
    }
  }

  /** Whether something stands before the sun. */
  boolean isShaded(Sun sun) {
    if (horizon.length == 0) {
      return false;
    }
    double step = 360.0 / horizon.length;
    double position = sun.azimuth() / step;
    int before = (int) Math.floor(position) % horizon.length;
    double share = position - Math.floor(position);
    double elevation =
        horizon[before] * (1 - share) + horizon[(before + 1) % horizon.length] * share;
    return 90 - sun.zenith() < elevation;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PvArray that
        && id.equals(that.id)
        && peakKilowatts == that.peakKilowatts
        && inverterKilowatts == that.inverterKilowatts
        && inverterEfficiency == that.inverterEfficiency
        && tilt == that.tilt
        && azimuth == that.azimuth
        && mounting == that.mounting
        && powerPerKelvin == that.powerPerKelvin
        && losses == that.losses
        && Arrays.equals(horizon, that.horizon);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Cosine of the angle between the sun's beam and the normal of the modules; 0 from behind. */
  public double incidence(Sun sun) {
    double slope = StrictMath.toRadians(tilt);
    double zenith = StrictMath.toRadians(sun.zenith());
    double turn = StrictMath.toRadians(sun.azimuth() - azimuth);
    return Math.max(
        0,
        StrictMath.cos(zenith) * StrictMath.cos(slope)
            + StrictMath.sin(zenith) * StrictMath.sin(slope) * StrictMath.cos(turn));
  }
}

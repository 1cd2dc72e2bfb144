package org.zerofactory.simulator.plant;

import java.time.Instant;
import java.time.ZoneOffset;
import net.e175.klaus.solarpositioning.Grena3;
import net.e175.klaus.solarpositioning.SolarPosition;

/**
 * PV output of one quarter hour. Clear sky: Haurwitz, J. Meteorology 2 (1945) 154. Diffuse share:
 * Erbs, Klein, Duffie, Solar Energy 28 (1982) 293. Tilted plane: Liu and Jordan, Solar Energy 7
 * (1963) 53, isotropic sky. Cell temperature: IEC 61215 NOCT model. Angles in degrees, irradiance
 * in W/m2, power in kW.
 */
final class Photovoltaics {

  private static final double LATITUDE = 30.6;
  private static final double LONGITUDE = 114.3;
  private static final double DELTA_T_SECONDS = 69;
  private static final double SOLAR_CONSTANT = 1361;
  private static final double ALBEDO = 0.2;
  private static final double NOCT_RISE = (45 - 20) / 800.0;
  private static final double POWER_PER_KELVIN = -0.0037;
  private static final double PEAK_KW = 1000;
  private static final double INVERTER_LIMIT_KW = 880;
  private static final double SYSTEM_EFFICIENCY = 0.825;
  private static final double START_KW = 2;
  private static final int INVERTER_STREAM = 120;
  private static final int PATCH_STREAM = 130;

  private final Noise noise;
  private final double[] tilt = new double[PlantLayout.INVERTERS];
  private final double[] azimuth = new double[PlantLayout.INVERTERS];
  private final double[] quality = new double[PlantLayout.INVERTERS];

  Photovoltaics(Noise noise) {
    this.noise = noise;
    for (int inverter = 0; inverter < PlantLayout.INVERTERS; inverter++) {
      tilt[inverter] = noise.between(10, 18, INVERTER_STREAM, inverter);
      azimuth[inverter] = noise.between(168, 192, INVERTER_STREAM + 1, inverter);
      quality[inverter] = noise.between(0.98, 1.02, INVERTER_STREAM + 2, inverter);
    }
  }

  /** The sky in the middle of a quarter hour: sun and irradiance on level ground. */
  record Sky(double zenith, double azimuth, double level, double diffuse) {
    static final Sky NIGHT = new Sky(90, 0, 0, 0);
  }

  static Sky sky(long quarterStart, double transmittance) {
    SolarPosition sun =
        Grena3.calculateSolarPosition(
            Instant.ofEpochSecond(quarterStart + 450).atZone(ZoneOffset.UTC),
            LATITUDE,
            LONGITUDE,
            DELTA_T_SECONDS);
    double cosine = StrictMath.cos(StrictMath.toRadians(sun.zenithAngle()));
    if (cosine < 0.02) {
      return Sky.NIGHT;
    }
    double level = 1098 * cosine * StrictMath.exp(-0.057 / cosine) * transmittance;
    double diffuse = level * diffuseShare(level / (SOLAR_CONSTANT * cosine));
    return new Sky(sun.zenithAngle(), sun.azimuth(), level, diffuse);
  }

  /** Power of one inverter, kW, averaged over the quarter hour. */
  double power(int inverter, Sky sky, double airTemperature, long quarter) {
    if (sky.level() <= 0) {
      return 0;
    }
    double plane = planeOfArray(inverter, sky);
    double cell = airTemperature + NOCT_RISE * plane;
    double direct = PEAK_KW * plane / 1000 * (1 + POWER_PER_KELVIN * (cell - 25));
    double patch = 1 + 0.02 * noise.smooth(PATCH_STREAM + inverter, quarter / 2.0);
    double power = direct * SYSTEM_EFFICIENCY * quality[inverter] * patch;
    return power < START_KW ? 0 : Math.min(INVERTER_LIMIT_KW, power);
  }

  private double planeOfArray(int inverter, Sky sky) {
    double slope = StrictMath.toRadians(tilt[inverter]);
    double zenith = StrictMath.toRadians(sky.zenith());
    double turn = StrictMath.toRadians(sky.azimuth() - azimuth[inverter]);
    double incidence =
        StrictMath.cos(zenith) * StrictMath.cos(slope)
            + StrictMath.sin(zenith) * StrictMath.sin(slope) * StrictMath.cos(turn);
    double beamFactor = Math.max(0, incidence) / Math.max(0.06, StrictMath.cos(zenith));
    double beam = (sky.level() - sky.diffuse()) * beamFactor;
    double fromSky = sky.diffuse() * (1 + StrictMath.cos(slope)) / 2;
    double fromGround = sky.level() * ALBEDO * (1 - StrictMath.cos(slope)) / 2;
    return beam + fromSky + fromGround;
  }

  private static double diffuseShare(double clearness) {
    if (clearness <= 0.22) {
      return 1 - 0.09 * clearness;
    } else if (clearness > 0.80) {
      return 0.165;
    }
    return 0.9511
        + clearness * (-0.1604 + clearness * (4.388 + clearness * (-16.638 + clearness * 12.336)));
  }
}

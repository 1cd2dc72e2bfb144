package org.zerofactory.simulator.plant;

/**
 * Air temperature and clouds over the plant, for any instant, from the seed alone. Monthly means
 * follow Wuhan's climate (China Meteorological Administration, normals 1991-2020: January 4 degC,
 * July 29.5 degC).
 */
final class Weather {

  private static final double DAY_SECONDS = 86_400;
  private static final double YEAR_DAYS = 365.2425;
  private static final double MEAN_DEGC = 17.1;
  private static final double SEASON_DEGC = 12.6;
  private static final double SPELL_DEGC = 3.5;
  private static final double DAILY_DEGC = 4.0;

  /** Share of light that gets through on an overcast day, and how much clear days add. */
  private static final double OVERCAST = 0.13;

  private static final double CLEAR = 0.95;

  /** Moves the mix between clear and overcast days; tuned to the plant's yield. */
  private static final double CLEARNESS = -0.03;

  private static final int SPELL = 101;
  private static final int HALF_DAY = 102;
  private static final int CLOUD_DAY = 103;
  private static final int CLOUD_HOUR = 104;
  private static final int CLOUD_QUARTER = 105;

  private final Noise noise;

  Weather(Noise noise) {
    this.noise = noise;
  }

  /** Degrees Celsius. */
  double temperature(long epochSecond) {
    double day = (epochSecond + 8 * 3600) / DAY_SECONDS;
    double season = StrictMath.cos(2 * StrictMath.PI * (day - 201) / YEAR_DAYS);
    double daily = StrictMath.cos(2 * StrictMath.PI * (day - 15.0 / 24));
    return MEAN_DEGC
        + SEASON_DEGC * season
        + DAILY_DEGC * daily
        + SPELL_DEGC * noise.smooth(SPELL, day / 4)
        + 1.2 * noise.smooth(HALF_DAY, day * 2);
  }

  /** Share of the clear-sky irradiance that reaches the ground, 0 to about 1. */
  double transmittance(long epochSecond) {
    double day = (epochSecond + 8 * 3600) / DAY_SECONDS;
    double spell = 0.5 + CLEARNESS + 0.75 * noise.smooth(CLOUD_DAY, day / 1.3);
    double clear = Math.min(1, Math.max(0, spell));
    double broken = 4 * clear * (1 - clear);
    double movement =
        0.22 * noise.smooth(CLOUD_HOUR, day * 14) + 0.12 * noise.smooth(CLOUD_QUARTER, day * 96);
    double share = OVERCAST + (CLEAR - OVERCAST) * clear + broken * movement;
    return Math.min(1, Math.max(0.04, share));
  }
}

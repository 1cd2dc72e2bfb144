package org.zerofactory.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.forecast.Quantiles;

/**
 * Forecasts the power of a PV plant from nothing but its own past: the clear day that it has shown,
 * the usual clear-sky index by time of day, what of the present carries over to the target, and the
 * errors that the same would have made in the last weeks as the spread. Deterministic; looks at
 * nothing later than the moment at which it is made.
 */
public final class PvForecaster {

  /** Distances at which carry and errors are learned, in quarter hours; between them linear. */
  private static final int[] DISTANCES = {0, 1, 3, 7, 15, 31, 63, 95, 191};

  private static final String SOURCE = "own-history";

  private PvForecaster() {}

  /**
   * @param history of the plant; later quarter hours than {@code madeAt} are not looked at
   * @param madeAt the present
   * @param steps quarter hours from the one in which {@code madeAt} lies, 1 to 2,688
   */
  public static Forecast of(PowerSeries history, Instant madeAt, int steps) {
    if (steps < 1 || steps > Forecast.MAXIMUM_STEPS) {
      throw new IllegalArgumentException(
          "steps: expected 1 to %d, got %d".formatted(Forecast.MAXIMUM_STEPS, steps));
    }
    PowerSeries known = history.until(madeAt);
    long origin = Math.floorDiv(madeAt.getEpochSecond(), Forecast.STEP.toSeconds());
    ClearDay clear = ClearDay.of(known, origin);
    Climate climate = new Climate(known, clear, origin);
    List<Horizon> horizons = new ArrayList<>();
    for (int distance : DISTANCES) {
      if (horizons.isEmpty() || distance < steps + PowerSeries.PER_DAY) {
        horizons.add(Horizon.of(climate, distance));
      }
    }
    double moment = orZero(climate.anomaly(origin, Horizon.MOMENT));
    double day = orZero(climate.anomaly(origin, Horizon.DAY));
    List<Quantiles> quarterHours = new ArrayList<>(steps);
    for (int step = 0; step < steps; step++) {
      long target = origin + step;
      quarterHours.add(quantiles(clear, climate, horizons, step, target, moment, day));
    }
    Instant start = Instant.ofEpochSecond(origin * Forecast.STEP.toSeconds());
    return new Forecast(history.subject(), madeAt, start, quarterHours, SOURCE);
  }

  private static double orZero(double anomaly) {
    return Double.isNaN(anomaly) ? 0 : anomaly;
  }

  private static Quantiles quantiles(
      ClearDay clear,
      Climate climate,
      List<Horizon> horizons,
      int distance,
      long target,
      double moment,
      double day) {
    double power = clear.power(target);
    if (power <= 0) {
      return Quantiles.certain(0);
    }
    int upper = 0;
    while (upper < horizons.size() - 1 && horizons.get(upper).steps() < distance) {
      upper++;
    }
    Horizon far = horizons.get(upper);
    Horizon near = horizons.get(Math.max(0, upper - 1));
    double share =
        far == near
            ? 1
            : Math.max(
                0, Math.min(1, (double) (distance - near.steps()) / (far.steps() - near.steps())));
    double usual = climate.usual(target);
    double p10 = mixed(near, far, share, usual, moment, day, 0.1);
    double p50 = mixed(near, far, share, usual, moment, day, 0.5);
    double p90 = mixed(near, far, share, usual, moment, day, 0.9);
    return new Quantiles(
        p10 * power, Math.max(p10, p50) * power, Math.max(p10, Math.max(p50, p90)) * power);
  }

  private static double mixed(
      Horizon near,
      Horizon far,
      double share,
      double usual,
      double moment,
      double day,
      double probability) {
    double nearIndex =
        usual + near.carry()[0] * moment + near.carry()[1] * day + near.error(probability);
    double farIndex =
        usual + far.carry()[0] * moment + far.carry()[1] * day + far.error(probability);
    return Math.max(0, Math.min(1.2, nearIndex * (1 - share) + farIndex * share));
  }
}

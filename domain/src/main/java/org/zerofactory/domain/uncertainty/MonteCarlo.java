package org.zerofactory.domain.uncertainty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Uncertainty of a sum by drawing: each cause gets one normal deviate a draw, so that figures with
 * the same cause are off together. Deterministic: the same seed gives the same result on any JDK.
 *
 * <p>Source: IPCC 2006 Guidelines, volume 1, chapter 3, approach 2 (Monte Carlo).
 *
 * @param mean of the draws
 * @param percent two standard deviations by the mean, the twin of the quadrature's
 * @param low 2.5th percentile
 * @param high 97.5th percentile
 */
public record MonteCarlo(double mean, double percent, double low, double high) {

  /** Draws at most, so that a request can't run for hours. */
  public static final int MOST_DRAWS = 1_000_000;

  private static final int FEWEST_DRAWS = 100;
  private static final double SIGMAS = 2;

  /**
   * A figure with two independent causes of doubt.
   *
   * @param activity names the cause of the amount's doubt, such as the meter
   * @param factor names the cause of the factor's doubt
   */
  public record Figure(
      double value, String activity, double activityPercent, String factor, double factorPercent) {}

  /**
   * @throws IllegalArgumentException if the draws are fewer than 100 or more than {@link
   *     #MOST_DRAWS}, or the figures sum to zero
   */
  public static MonteCarlo of(List<Figure> figures, int draws, long seed) {
    if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "expected " + FEWEST_DRAWS + " to " + MOST_DRAWS + " draws, but were " + draws);
    }
    int[] activities = indices(figures.stream().map(Figure::activity).toList());
    int[] factors = indices(figures.stream().map(Figure::factor).toList());
    double[] activityDeviates = new double[count(activities)];
    double[] factorDeviates = new double[count(factors)];
    SplittableRandom random = new SplittableRandom(seed);
    double[] sums = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      fill(activityDeviates, random);
      fill(factorDeviates, random);
      for (int i = 0; i < figures.size(); i++) {
        Figure figure = figures.get(i);
        double activity =
            1 + figure.activityPercent() / 100 / SIGMAS * activityDeviates[activities[i]];
        double factor = 1 + figure.factorPercent() / 100 / SIGMAS * factorDeviates[factors[i]];
        sums[draw] += figure.value() * activity * factor;
      }
    }
    return summary(sums);
  }

  private static MonteCarlo summary(double[] sums) {
    Arrays.sort(sums);
    double mean = Arrays.stream(sums).sum() / sums.length;
    if (mean == 0) {
      throw new IllegalArgumentException("a sum of zero has no relative uncertainty");
    }
    double squares = 0;
    for (double sum : sums) {
      squares += (sum - mean) * (sum - mean);
    }
    double deviation = Math.sqrt(squares / (sums.length - 1));
    return new MonteCarlo(
        mean,
        SIGMAS * deviation / Math.abs(mean) * 100,
        sums[(int) Math.round(0.025 * (sums.length - 1))],
        sums[(int) Math.round(0.975 * (sums.length - 1))]);
  }

  private static int[] indices(List<String> causes) {
    Map<String, Integer> known = new HashMap<>();
    return causes.stream()
        .mapToInt(
            cause -> {
              Integer index = known.putIfAbsent(cause, known.size());
              return index == null ? known.size() - 1 : index;
            })
        .toArray();
  }

  private static int count(int[] indices) {
    return Arrays.stream(indices).max().orElse(-1) + 1;
  }

  /** Box and Muller with StrictMath: the JDK's own Gaussian differs between versions. */
  private static void fill(double[] deviates, SplittableRandom random) {
    for (int i = 0; i < deviates.length; i++) {
      double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(random)));
      deviates[i] = radius * StrictMath.cos(2 * Math.PI * uniform(random));
    }
  }

  private static double uniform(SplittableRandom random) {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }
}

package org.zerofactory.domain.savings;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The statistics of a least-squares fit. */
final class FitSummary {

  private static final int FEWEST_PAIRS = 3;

  /** Below it a coefficient rests on one period alone, and nothing predicts that period. */
  private static final double ALONE = 1e-9;

  private final LeastSquares fit;
  private final List<Observation> observations;
  private final double[] energy;
  private final double[] residuals;

  FitSummary(LeastSquares fit, List<Observation> observations, double[] energy) {
    this.fit = fit;
    this.observations = observations;
    this.energy = energy;
    this.residuals = new double[energy.length];
    for (int i = 0; i < energy.length; i++) {
      residuals[i] = energy[i] - fit.fitted()[i];
    }
  }

  BaselineFit of(List<String> names, List<Integer> places, double[][] columns) {
    BaselineFit.Statistics statistics = statistics();
    List<BaselineFit.Range> ranges =
        Arrays.stream(columns)
            .map(
                column ->
                    new BaselineFit.Range(
                        Arrays.stream(column).min().orElseThrow(),
                        Arrays.stream(column).max().orElseThrow()))
            .toList();
    return new BaselineFit(
        names, places, coefficients(names, statistics), ranges, statistics, leaveOneOut());
  }

  private BaselineFit.Statistics statistics() {
    int n = energy.length;
    int p = fit.coefficients().length;
    int freedom = n - p;
    double mean = LeastSquares.mean(energy);
    double[] spread = Arrays.stream(energy).map(value -> value - mean).toArray();
    double total = LeastSquares.dot(spread, spread);
    double sse = LeastSquares.dot(residuals, residuals);
    double rSquared = total == 0 ? 0 : 1 - sse / total;
    double rmse = Math.sqrt(sse / freedom);
    double f = p == 1 ? 0 : (total - sse) / (p - 1) / (sse / freedom);
    return new BaselineFit.Statistics(
        n,
        p,
        mean,
        sse,
        rSquared,
        1 - (1 - rSquared) * (n - 1) / freedom,
        rmse,
        rmse / Math.abs(mean),
        Arrays.stream(residuals).sum() / freedom / Math.abs(mean),
        f,
        p == 1 ? 1 : FisherF.above(f, p - 1, freedom),
        autocorrelation(),
        Arrays.stream(residuals).boxed().toList());
  }

  private List<BaselineFit.Coefficient> coefficients(
      List<String> names, BaselineFit.Statistics statistics) {
    List<BaselineFit.Coefficient> all = new ArrayList<>();
    for (int i = 0; i < fit.coefficients().length; i++) {
      double value = fit.coefficients()[i];
      double error = fit.unscaledErrors()[i] * statistics.rmse();
      double t = error == 0 ? Math.signum(value) * Double.MAX_VALUE : value / error;
      all.add(
          new BaselineFit.Coefficient(
              i == 0 ? BaselineFit.INTERCEPT : names.get(i - 1),
              value,
              error,
              t,
              StudentT.twoSided(t, statistics.degreesOfFreedom()),
              i == 0 ? 1 : fit.inflation()[i - 1]));
    }
    return all;
  }

  /** Only periods that follow each other directly are neighbours: a gap joins no two residuals. */
  private double autocorrelation() {
    List<Integer> pairs = new ArrayList<>();
    for (int i = 1; i < residuals.length; i++) {
      LocalDateTime before = observations.get(i - 1).end();
      if (before.equals(observations.get(i).start())) {
        pairs.add(i);
      }
    }
    if (pairs.size() < FEWEST_PAIRS) {
      return 0;
    }
    return Autocorrelation.pearson(
        pairs.stream().mapToDouble(i -> residuals[i - 1]).toArray(),
        pairs.stream().mapToDouble(i -> residuals[i]).toArray());
  }

  /** Allen (1974): the error of a period that the fit had not seen is its residual by 1 - h. */
  private BaselineFit.OutOfSample leaveOneOut() {
    double[] errors = new double[residuals.length];
    for (int i = 0; i < residuals.length; i++) {
      double rest = 1 - fit.leverage()[i];
      errors[i] = rest < ALONE ? Double.POSITIVE_INFINITY : residuals[i] / rest;
    }
    return BaselineFit.outOfSample(energy, errors);
  }
}

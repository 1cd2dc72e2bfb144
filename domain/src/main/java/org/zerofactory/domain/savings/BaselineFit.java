package org.zerofactory.domain.savings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Energy as an intercept and a sum of drivers, by ordinary least squares.
 *
 * <p>Source: IPMVP option C and ISO 50006 (normalisation by relevant variables); statistics with n
 * - p degrees of freedom, p counting the intercept, as nmecr and ASHRAE Guideline 14 have them.
 *
 * @param drivers names of the drivers of the model, in the order of the data
 * @param places index of each in an observation's drivers
 * @param coefficients intercept first, then one for each driver
 * @param leaveOneOut each period predicted from a fit to all others
 */
public record BaselineFit(
    List<String> drivers,
    List<Integer> places,
    List<Coefficient> coefficients,
    List<Range> ranges,
    Statistics statistics,
    OutOfSample leaveOneOut) {

  public static final String INTERCEPT = "intercept";

  /**
   * One coefficient.
   *
   * @param value energy per unit of the driver
   * @param p two-sided probability of such a t if the driver explained nothing
   * @param inflation variance inflation by the other drivers, 1 if alone
   */
  public record Coefficient(
      String name, double value, double standardError, double t, double p, double inflation) {}

  /** What a driver was between in the fit. */
  public record Range(double least, double most) {}

  /**
   * How well the model fits what it was fitted to.
   *
   * @param n observations
   * @param p coefficients, intercept included
   * @param cvRmse root of the squared residuals by n - p, as a share of the mean
   * @param nmbe sum of the residuals by n - p, as a share of the mean: 0 but for rounding
   * @param fProbability of such an F of the whole model if no driver explained anything
   * @param autocorrelation of each residual with that of the period just before, Pearson
   * @param residuals in the order of time
   */
  public record Statistics(
      int n,
      int p,
      double mean,
      double squaredResiduals,
      double rSquared,
      double adjustedRSquared,
      double rmse,
      double cvRmse,
      double nmbe,
      double f,
      double fProbability,
      double autocorrelation,
      List<Double> residuals) {
    public Statistics {
      residuals = List.copyOf(residuals);
    }

    public int degreesOfFreedom() {
      return n - p;
    }

    /** Independent observations among the n, at most n. */
    public double effectiveCount() {
      return SavingsUncertainty.effectiveCount(n, autocorrelation);
    }
  }

  /**
   * How well a model predicts what it was not fitted to; nothing is subtracted for coefficients.
   */
  public record OutOfSample(int n, double cvRmse, double nmbe) {}

  public BaselineFit {
    drivers = List.copyOf(drivers);
    places = List.copyOf(places);
    coefficients = List.copyOf(coefficients);
    ranges = List.copyOf(ranges);
  }

  /**
   * Fits some of the drivers.
   *
   * @param names of all drivers of the observations
   * @param places of those to fit
   * @param observations in the order of time
   * @return empty if a driver is constant or follows from the others, or observations do not
   *     suffice
   */
  public static Optional<BaselineFit> of(
      List<String> names, List<Integer> places, List<Observation> observations) {
    int p = places.size() + 1;
    if (observations.size() <= p) {
      return Optional.empty();
    }
    double[] energy = observations.stream().mapToDouble(Observation::energy).toArray();
    double[][] columns =
        places.stream()
            .map(place -> observations.stream().mapToDouble(o -> o.drivers().get(place)).toArray())
            .toArray(double[][]::new);
    return LeastSquares.of(columns, energy)
        .map(
            fit ->
                new FitSummary(fit, observations, energy)
                    .of(places.stream().map(names::get).toList(), places, columns));
  }

  /** Energy that the model expects of a period. */
  public double predict(List<Double> allDrivers) {
    return intercept() + driven(allDrivers);
  }

  public double intercept() {
    return coefficients.get(0).value();
  }

  /** The part of the drivers alone: it adds up over parts of a period. */
  double driven(List<Double> allDrivers) {
    double sum = 0;
    for (int i = 0; i < places.size(); i++) {
      sum += coefficients.get(i + 1).value() * allDrivers.get(places.get(i));
    }
    return sum;
  }

  /** Drivers of a period that lie outside the fit's range, as sentences. */
  public List<String> extrapolations(Observation observation) {
    List<String> outside = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      double value = observation.drivers().get(places.get(i));
      Range range = ranges.get(i);
      if (value < range.least() || value > range.most()) {
        outside.add(
            drivers.get(i)
                + " is "
                + value
                + " from "
                + observation.start()
                + ", outside the baseline's "
                + range.least()
                + " to "
                + range.most());
      }
    }
    return outside;
  }

  /** Judges the model by periods that it was not fitted to. */
  public OutOfSample on(List<Observation> others) {
    return outOfSample(
        others.stream().mapToDouble(Observation::energy).toArray(),
        others.stream().mapToDouble(other -> other.energy() - predict(other.drivers())).toArray());
  }

  static OutOfSample outOfSample(double[] energy, double[] errors) {
    int n = energy.length;
    double mean = LeastSquares.mean(energy);
    double bias = IntStream.range(0, n).mapToDouble(i -> errors[i]).sum() / n;
    double rmse = Math.sqrt(LeastSquares.dot(errors, errors) / n);
    return new OutOfSample(n, rmse / Math.abs(mean), bias / Math.abs(mean));
  }
}

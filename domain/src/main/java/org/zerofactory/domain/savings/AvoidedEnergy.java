package org.zerofactory.domain.savings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Energy that a reporting period avoided against its baseline, and how sure that is.
 *
 * <p>Source: IPMVP, avoided energy = adjusted baseline - actual ± non-routine adjustments.
 *
 * @param adjustedBaseline what the model expects under the conditions of the reporting period
 * @param nonRoutine added to the adjusted baseline; negative lowers it
 * @param avoided may be negative: then more was used than the baseline expects
 * @param bands at 68, 90 and 95% confidence
 * @param extrapolations drivers outside what the baseline has seen; the saving is less sure there
 */
public record AvoidedEnergy(
    double adjustedBaseline,
    double actual,
    double nonRoutine,
    double avoided,
    List<Band> bands,
    List<String> extrapolations) {

  /** The confidences that are stated, in percent. */
  public static final List<Integer> CONFIDENCES = List.of(68, 90, 95);

  /**
   * An uncertainty.
   *
   * @param confidencePercent such as 90
   * @param plusMinus half-width, in the unit of the energy
   * @param fraction of the avoided energy; infinite if nothing was avoided
   */
  public record Band(int confidencePercent, double plusMinus, double fraction) {}

  public AvoidedEnergy {
    bands = List.copyOf(bands);
    extrapolations = List.copyOf(extrapolations);
  }

  /**
   * Saving of whole periods.
   *
   * @param reporting measured periods, at least one
   * @param nonRoutine sum of the non-routine adjustments
   * @param months length of the reporting period for alpha
   * @throws IllegalArgumentException if there is no period
   */
  public static AvoidedEnergy of(
      BaselineFit fit,
      List<Observation> reporting,
      double nonRoutine,
      Granularity granularity,
      double months) {
    if (reporting.isEmpty()) {
      throw new IllegalArgumentException("expected at least one reporting period, but was none");
    }
    double adjusted = 0;
    double actual = 0;
    List<String> outside = new ArrayList<>();
    for (Observation period :
        reporting.stream().sorted(Comparator.comparing(Observation::start)).toList()) {
      adjusted += fit.predict(period.drivers());
      actual += period.energy();
      outside.addAll(fit.extrapolations(period));
    }
    double avoided = adjusted + nonRoutine - actual;
    List<Band> bands =
        bands(fit.statistics(), adjusted, avoided, granularity.alpha(months), reporting.size());
    return new AvoidedEnergy(adjusted, actual, nonRoutine, avoided, bands, outside);
  }

  static List<Band> bands(
      BaselineFit.Statistics of, double adjusted, double avoided, double alpha, double periods) {
    List<Band> bands = new ArrayList<>();
    for (int percent : CONFIDENCES) {
      double t = StudentT.forConfidence(percent / 100.0, of.degreesOfFreedom());
      double band =
          SavingsUncertainty.band(
              adjusted, t, alpha, of.cvRmse(), of.n(), of.effectiveCount(), periods);
      bands.add(new Band(percent, band, SavingsUncertainty.fraction(band, avoided)));
    }
    return bands;
  }

  /** To a whole unit, half to even: the one rounding. */
  static long rounded(double value) {
    return new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }
}

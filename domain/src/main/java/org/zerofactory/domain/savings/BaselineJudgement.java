package org.zerofactory.domain.savings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in words what a baseline lacks. A figure that is no number fails every limit. */
final class BaselineJudgement {

  private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_EVEN);

  private final Criteria criteria;

  BaselineJudgement(Criteria criteria) {
    this.criteria = criteria;
  }

  /** All reasons to refuse; empty if there is none. */
  List<String> of(
      Optional<BaselineFit> fit,
      int observations,
      Optional<BaselineFit.OutOfSample> validation,
      boolean isValidationWanted) {
    List<String> reasons = new ArrayList<>();
    if (fit.isEmpty()) {
      reasons.add(
          "no model can be fitted to "
              + observations
              + " measured periods: expected more periods than coefficients and a driver that"
              + " varies");
      return reasons;
    }
    reasons.addAll(ofFit(fit.get()));
    if (isValidationWanted && validation.isEmpty()) {
      reasons.add("no period of the validation was measured");
    }
    validation.ifPresent(outside -> outOfSample(outside, "in the validation", reasons));
    return reasons;
  }

  /** What the fit itself lacks. In-sample bias is no evidence: least squares has none. */
  List<String> ofFit(BaselineFit fit) {
    BaselineFit.Statistics of = fit.statistics();
    List<String> reasons = new ArrayList<>();
    if (of.degreesOfFreedom() < Criteria.FEWEST_DEGREES_OF_FREEDOM) {
      reasons.add(
          "%d periods for %d coefficients leave %d degrees of freedom, fewer than %d"
              .formatted(
                  of.n(), of.p(), of.degreesOfFreedom(), Criteria.FEWEST_DEGREES_OF_FREEDOM));
    }
    if (!(of.rSquared() >= criteria.minRSquared())) {
      reasons.add("R² " + shown(of.rSquared()) + " is below " + shown(criteria.minRSquared()));
    }
    if (!(of.cvRmse() <= criteria.maxCvRmse())) {
      reasons.add(
          "CV(RMSE) " + percent(of.cvRmse()) + " is above " + percent(criteria.maxCvRmse()));
    }
    for (BaselineFit.Coefficient driver :
        fit.coefficients().subList(1, fit.coefficients().size())) {
      if (!(Math.abs(driver.t()) >= criteria.minAbsT())) {
        reasons.add(
            "|t| of "
                + driver.name()
                + " is "
                + shown(Math.abs(driver.t()))
                + ", below "
                + shown(criteria.minAbsT()));
      }
    }
    outOfSample(fit.leaveOneOut(), "leaving one out", reasons);
    return reasons;
  }

  private void outOfSample(BaselineFit.OutOfSample of, String where, List<String> reasons) {
    if (!(of.cvRmse() <= criteria.maxCvRmse())) {
      reasons.add(
          "CV(RMSE) %s %s is above %s"
              .formatted(where, percent(of.cvRmse()), percent(criteria.maxCvRmse())));
    }
    if (!(Math.abs(of.nmbe()) <= criteria.maxNmbe())) {
      reasons.add(
          "NMBE %s %s is beyond ±%s"
              .formatted(where, percent(of.nmbe()), percent(criteria.maxNmbe())));
    }
  }

  List<String> warnings(BaselineFit fit) {
    List<String> warnings = new ArrayList<>();
    for (BaselineFit.Coefficient of : fit.coefficients()) {
      if (of.inflation() >= Criteria.HIGH_INFLATION) {
        warnings.add(
            of.name()
                + " moves with the other drivers: variance inflation "
                + shown(of.inflation()));
      }
    }
    return warnings;
  }

  static String percent(double share) {
    return shown(share * 100) + "%";
  }

  static String shown(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not defined" : "infinite";
    }
    BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}

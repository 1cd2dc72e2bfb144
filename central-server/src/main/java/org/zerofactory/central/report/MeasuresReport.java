package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.zerofactory.domain.account.MeasuredMeasure;
import org.zerofactory.domain.account.MeteredSaving;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.savings.AvoidedEnergy;
import org.zerofactory.domain.savings.Baseline;
import org.zerofactory.domain.savings.BaselineFit;
import org.zerofactory.domain.savings.Criteria;
import org.zerofactory.domain.savings.RegressionMeasure;
import org.zerofactory.domain.savings.RegressionSaving;

/** A year's efficiency measures as JSON; those with a regression show model and statistics. */
final class MeasuresReport {

  private static final MathContext SHOWN = new MathContext(9, RoundingMode.HALF_EVEN);

  /** Extrapolations named one by one at most; their number is always whole. */
  private static final int MOST_NAMED = 20;

  /** A probability of 10^-200 is 0 for every reader. */
  private static final int MOST_DECIMALS = 24;

  private MeasuresReport() {}

  static ArrayNode of(YearAccount year) {
    ArrayNode json = Figures.array();
    for (MeasuredMeasure measure : year.rules().measures()) {
      json.add(metered(measure, year));
    }
    for (RegressionMeasure measure : year.rules().regressions()) {
      ObjectNode node =
          head(measure.id(), measure.name(), measure.from().toString(), measure.method())
              .put("baselineFrom", measure.baseline().from().toString())
              .put("baselineTo", measure.baseline().to().toString());
      year.regressions().stream()
          .filter(result -> result.measure().id().equals(measure.id()))
          .findFirst()
          .ifPresentOrElse(
              result -> {
                node.put("savedWh", result.saving().avoided().wattHours());
                node.set("regression", regression(result));
              },
              () -> node.putNull("savedWh"));
      json.add(node);
    }
    return json;
  }

  private static ObjectNode metered(MeasuredMeasure measure, YearAccount year) {
    ObjectNode node =
        head(measure.id(), measure.name(), measure.from().toString(), measure.method())
            .put("baselineFrom", measure.baselineFrom().toString())
            .put("baselineTo", measure.baselineTo().toString());
    MeteredSaving saving = year.metered().get(measure.id());
    return saving == null
        ? node.putNull("savedWh")
        : node.put("savedWh", saving.avoided().wattHours());
  }

  private static ObjectNode head(String id, String name, String from, String method) {
    return Figures.object().put("id", id).put("name", name).put("from", from).put("method", method);
  }

  private static ObjectNode regression(RegressionSaving.Result result) {
    Baseline baseline = result.baseline();
    ObjectNode json =
        Figures.object()
            .put("accepted", baseline.isAccepted())
            .put("granularity", baseline.granularity().name().toLowerCase(Locale.ROOT))
            .put("candidates", baseline.candidates());
    texts(json, "refusals", baseline.refusals());
    texts(json, "warnings", baseline.warnings());
    texts(json, "excluded", baseline.excluded());
    json.set("criteria", criteria(baseline.criteria()));
    baseline.fit().ifPresent(fit -> model(json, fit));
    baseline.validation().ifPresent(of -> json.set("validation", outOfSample(of)));
    json.set("saving", saving(result));
    return json;
  }

  private static ObjectNode criteria(Criteria criteria) {
    ObjectNode json = Figures.object();
    put(json, "minRSquared", criteria.minRSquared());
    put(json, "minAbsT", criteria.minAbsT());
    put(json, "maxCvRmse", criteria.maxCvRmse());
    put(json, "maxNmbe", criteria.maxNmbe());
    put(json, "maxUncertainty", criteria.maxUncertainty());
    put(json, "maxEstimatedShare", criteria.maxEstimatedShare());
    return json;
  }

  private static void model(ObjectNode json, BaselineFit fit) {
    ArrayNode coefficients = json.putArray("coefficients");
    for (int i = 0; i < fit.coefficients().size(); i++) {
      BaselineFit.Coefficient of = fit.coefficients().get(i);
      ObjectNode node = coefficients.addObject().put("driver", of.name());
      put(node, "whPerUnit", of.value());
      put(node, "standardErrorWh", of.standardError());
      put(node, "t", of.t());
      put(node, "p", of.p());
      put(node, "varianceInflation", of.inflation());
      if (i > 0) {
        put(node, "least", fit.ranges().get(i - 1).least());
        put(node, "most", fit.ranges().get(i - 1).most());
      }
    }
    json.set("statistics", statistics(fit.statistics()));
    json.set("leaveOneOut", outOfSample(fit.leaveOneOut()));
  }

  private static ObjectNode statistics(BaselineFit.Statistics of) {
    ObjectNode json = Figures.object().put("n", of.n()).put("coefficients", of.p());
    put(json, "rSquared", of.rSquared());
    put(json, "adjustedRSquared", of.adjustedRSquared());
    put(json, "rmseWh", of.rmse());
    put(json, "cvRmse", of.cvRmse());
    put(json, "nmbe", of.nmbe());
    put(json, "f", of.f());
    put(json, "fProbability", of.fProbability());
    put(json, "autocorrelation", of.autocorrelation());
    put(json, "effectiveN", of.effectiveCount());
    return json;
  }

  private static ObjectNode outOfSample(BaselineFit.OutOfSample of) {
    ObjectNode json = Figures.object().put("n", of.n());
    put(json, "cvRmse", of.cvRmse());
    put(json, "nmbe", of.nmbe());
    return json;
  }

  private static ObjectNode saving(RegressionSaving.Result result) {
    RegressionSaving of = result.saving();
    ObjectNode json =
        Figures.object()
            .put("days", of.days())
            .put("adjustedBaselineWh", of.adjustedBaseline().wattHours())
            .put("actualWh", of.actual().wattHours())
            .put("nonRoutineWh", of.nonRoutine().wattHours())
            .put("avoidedWh", of.avoided().wattHours())
            .put("proven", result.isProven());
    ArrayNode bands = json.putArray("uncertainty");
    for (AvoidedEnergy.Band band : result.bands()) {
      ObjectNode node = bands.addObject().put("confidencePercent", band.confidencePercent());
      put(node, "plusMinusWh", band.plusMinus());
      put(node, "fraction", band.fraction());
    }
    texts(json, "extrapolations", result.extrapolations().stream().limit(MOST_NAMED).toList());
    json.put("extrapolationCount", result.extrapolations().size());
    ArrayNode adjustments = json.putArray("nonRoutine");
    for (RegressionMeasure.NonRoutine adjustment : result.measure().nonRoutine()) {
      adjustments
          .addObject()
          .put("from", adjustment.days().from().toString())
          .put("to", adjustment.days().to().toString())
          .put("wh", adjustment.energy().wattHours())
          .put("reason", adjustment.reason());
    }
    return json;
  }

  private static void texts(ObjectNode into, String field, List<String> texts) {
    ArrayNode array = into.putArray(field);
    texts.forEach(array::add);
  }

  /** Statistics are no accounted figures: nine digits as text, null where there is no number. */
  private static void put(ObjectNode into, String field, double value) {
    if (Double.isFinite(value)) {
      BigDecimal exact = new BigDecimal(value);
      BigDecimal cut =
          exact.scale() > MOST_DECIMALS
              ? exact.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN)
              : exact;
      BigDecimal rounded = cut.round(SHOWN).stripTrailingZeros();
      into.put(field, rounded.signum() == 0 ? "0" : rounded.toPlainString());
    } else {
      into.putNull(field);
    }
  }
}

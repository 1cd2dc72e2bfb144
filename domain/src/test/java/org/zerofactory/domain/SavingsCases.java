package org.zerofactory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.Autocorrelation;
import org.zerofactory.domain.savings.AvoidedEnergy;
import org.zerofactory.domain.savings.Baseline;
import org.zerofactory.domain.savings.BaselineFit;
import org.zerofactory.domain.savings.Criteria;
import org.zerofactory.domain.savings.Granularity;
import org.zerofactory.domain.savings.Observation;
import org.zerofactory.domain.savings.SavingsUncertainty;
import org.zerofactory.domain.savings.StudentT;
import org.zerofactory.domain.savings.Waterfall;

/** The worked cases of the shared files that are about savings, through the public functions. */
final class SavingsCases {

  private static final LocalDateTime FIRST = LocalDateTime.parse("2024-01-01T00:00:00");
  private static final LocalDateTime NEXT = LocalDateTime.parse("2025-01-01T00:00:00");

  // the regression of standards.json, invented: output and MWh
  private static final double[] OUTPUT = {
    410, 395, 430, 445, 460, 480, 505, 498, 470, 455, 440, 420
  };
  private static final double[] MWH = {
    4105, 4012, 4228, 4301, 4402, 4489, 4655, 4598, 4440, 4371, 4267, 4139
  };
  private static final double[] NOISY_MWH = {
    4105, 2990, 4900, 3301, 5402, 4489, 3655, 5598, 4440, 3371, 5267, 3139
  };
  private static final double[] LATER_OUTPUT = {
    425, 400, 440, 450, 470, 490, 510, 500, 480, 460, 450, 430
  };
  private static final double[] LATER_MWH = {
    4060, 3895, 4150, 4190, 4310, 4420, 4540, 4485, 4370, 4255, 4195, 4080
  };

  private SavingsCases() {}

  /** Cases of accounting.json by name. */
  static Map<String, Consumer<JsonNode>> accounting() {
    return Map.of(
        "savings-regression", SavingsCases::regression,
        "savings-waterfall", SavingsCases::waterfall);
  }

  /** Drivers are what the case names beside the energy; every expected figure is compared. */
  private static void regression(JsonNode node) {
    List<String> names = drivers(node);
    List<Integer> places = IntStream.range(0, names.size()).boxed().toList();
    List<Observation> baseline = observations(FIRST, node, "baseline", names);
    List<Observation> reporting = observations(NEXT, node, "reporting", names);

    BaselineFit fit = BaselineFit.of(names, places, baseline).orElseThrow();
    AvoidedEnergy avoided =
        AvoidedEnergy.of(fit, reporting, 0, Granularity.MONTH, reporting.size());

    Map<String, Double> figures = new TreeMap<>();
    figures.put("intercept", fit.intercept());
    for (int i = 0; i < names.size(); i++) {
      String figure = names.get(i).equals("Output") ? "perUnit" : "per" + names.get(i);
      figures.put(figure, fit.coefficients().get(i + 1).value());
    }
    figures.put("r2", fit.statistics().rSquared());
    figures.put("adjustedR2", fit.statistics().adjustedRSquared());
    figures.put("cvRmse", fit.statistics().cvRmse());
    figures.put("nmbe", fit.statistics().nmbe());
    figures.put("adjustedBaselineMwh", avoided.adjustedBaseline());
    figures.put("avoidedMwh", avoided.avoided());
    for (String field : fields(node.path("expected"))) {
      assertThat(figures).containsKey(field);
      near(Objects.requireNonNull(figures.get(field)), node, field);
    }
  }

  private static List<String> drivers(JsonNode node) {
    return fields(node.path("given")).stream()
        .filter(field -> field.startsWith("baseline") && !field.equals("baselineMwh"))
        .map(field -> field.substring("baseline".length()))
        .toList();
  }

  private static List<String> fields(JsonNode node) {
    List<String> fields = new ArrayList<>();
    node.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private static List<Observation> observations(
      LocalDateTime first, JsonNode node, String period, List<String> drivers) {
    double[][] columns =
        drivers.stream().map(name -> doubles(node, period + name)).toArray(double[][]::new);
    return months(first, doubles(node, period + "Mwh"), columns);
  }

  private static void waterfall(JsonNode node) {
    Waterfall of =
        Waterfall.of(
            energy(node, "referenceWh"),
            energy(node, "pvSelfUseWh"),
            energy(node, "efficiencyWh"),
            energy(node, "loadShiftWh"),
            energy(node, "greenPowerWh"),
            new Waterfall.Factors(
                micrograms(node.at("/given/factorKgPerKwh").asText()),
                micrograms(node.at("/given/residualFactorKgPerKwh").asText())));

    assertThat(of.step("location-based").energy().wattHours())
        .isEqualTo(node.at("/expected/importWh").asLong());
    assertThat(of.step("location-based").carbon().micrograms())
        .isEqualTo(node.at("/expected/locationBasedUg").asLong());
    assertThat(of.step("market-based").carbon().micrograms())
        .isEqualTo(node.at("/expected/marketBasedUg").asLong());
  }

  /** Figures of standards.json by key. */
  static Map<String, Supplier<Object>> standards() {
    Map<String, Supplier<Object>> all = new TreeMap<>();
    model(all);
    saving(all);
    uncertainty(all);
    for (int percent : AvoidedEnergy.CONFIDENCES) {
      all.put("t10_" + percent, () -> StudentT.forConfidence(percent / 100.0, 10));
    }
    for (String factor : List.of("0.3672", "0.4364", "0.5366", "0.5568", "0.5703", "0.8325")) {
      all.put("420MWh@" + factor, () -> tonnesOf420MegawattHours(factor));
    }
    return all;
  }

  private static void model(Map<String, Supplier<Object>> all) {
    all.put("mv_slope", () -> fit(MWH).coefficients().get(1).value());
    all.put("mv_intercept", () -> fit(MWH).intercept());
    all.put("mv_R2", () -> fit(MWH).statistics().rSquared());
    all.put("mv_SSE", () -> fit(MWH).statistics().squaredResiduals());
    all.put("mv_RMSE_nminus2", () -> fit(MWH).statistics().rmse());
    all.put("mv_CVRMSE", () -> fit(MWH).statistics().cvRmse());
    all.put("mv_NMBE", () -> fit(MWH).statistics().nmbe());
    all.put("mv_t_slope", () -> fit(MWH).coefficients().get(1).t());
    all.put("mv_lag1_pearson", () -> fit(MWH).statistics().autocorrelation());
    all.put(
        "mv_lag1_autocorr_sumdef",
        () -> Autocorrelation.ratioOfSums(fit(MWH).statistics().residuals()));
    all.put(
        "mv_nprime_pearson",
        () -> SavingsUncertainty.uncappedCount(12, fit(MWH).statistics().autocorrelation()));
    all.put("mv_noisy_R2", () -> refused().statistics().rSquared());
    all.put("mv_noisy_CVRMSE", () -> refused().statistics().cvRmse());
  }

  private static void saving(Map<String, Supplier<Object>> all) {
    all.put("mv_adj_baseline", () -> avoided(Granularity.MONTH).adjustedBaseline());
    all.put("mv_reported", () -> avoided(Granularity.MONTH).actual());
    all.put("mv_savings_MWh", () -> avoided(Granularity.MONTH).avoided());
    all.put(
        "mv_F",
        () -> avoided(Granularity.MONTH).avoided() / avoided(Granularity.MONTH).adjustedBaseline());
    all.put("mv_naive_savings_unadjusted", () -> sum(MWH) - avoided(Granularity.MONTH).actual());
  }

  private static void uncertainty(Map<String, Supplier<Object>> all) {
    all.put("mv_alpha_monthly_12", () -> Granularity.MONTH.alpha(12));
    all.put("mv_FSU90_nocorr_n", () -> avoided(Granularity.HOUR).bands().get(1).fraction());
    for (int i = 0; i < AvoidedEnergy.CONFIDENCES.size(); i++) {
      int place = i;
      int percent = AvoidedEnergy.CONFIDENCES.get(i);
      all.put(
          "mv_FSU" + percent + "_alpha1.26",
          () -> avoided(Granularity.HOUR).bands().get(place).fraction());
      all.put(
          "mv_FSU" + percent + "_monthly",
          () -> avoided(Granularity.MONTH).bands().get(place).fraction());
    }
    all.put(
        "eemeter_fsu_billing",
        () ->
            SavingsUncertainty.band(
                12_000, 1.812461, Granularity.MONTH.alpha(12), 50 / 1000.0, 12, 12, 12));
    all.put(
        "eemeter_fsu_daily",
        () ->
            SavingsUncertainty.band(
                36_500,
                1.649051,
                Granularity.DAY.alpha(365 / 30.0),
                10 / 100.0,
                365,
                SavingsUncertainty.effectiveCount(365, 0.5),
                365));
  }

  private static BaselineFit fit(double[] energy) {
    return model(energy).fit().orElseThrow();
  }

  /** 10.9: a model that must not certify; its figures are shown all the same. */
  private static BaselineFit refused() {
    Baseline judged = model(NOISY_MWH);
    assertThat(judged.isAccepted()).isFalse();
    return judged.fit().orElseThrow();
  }

  private static Baseline model(double[] energy) {
    return baseline(List.of("output"), months(FIRST, energy, OUTPUT));
  }

  private static AvoidedEnergy avoided(Granularity granularity) {
    return AvoidedEnergy.of(
        fit(MWH), months(NEXT, LATER_MWH, LATER_OUTPUT), 0, granularity, LATER_MWH.length);
  }

  private static Baseline baseline(List<String> drivers, List<Observation> observations) {
    Criteria criteria = Criteria.usual(Granularity.MONTH);
    return Baseline.of(drivers, observations, List.of(), Granularity.MONTH, criteria);
  }

  private static List<Observation> months(
      LocalDateTime first, double[] energy, double[]... drivers) {
    List<Observation> months = new ArrayList<>();
    for (int i = 0; i < energy.length; i++) {
      List<Double> of = new ArrayList<>();
      for (double[] driver : drivers) {
        of.add(driver[i]);
      }
      months.add(Observation.measured(first.plusMonths(i), first.plusMonths(i + 1), energy[i], of));
    }
    return months;
  }

  private static BigDecimal tonnesOf420MegawattHours(String kilogramsPerKilowattHour) {
    Interval year =
        new Interval(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
    return TestFactors.grid("f", "test", year, micrograms(kilogramsPerKilowattHour))
        .times(new Energy(420_000_000))
        .tonnes();
  }

  private static void near(double actual, JsonNode node, String field) {
    BigDecimal expected = new BigDecimal(node.at("/expected/" + field).asText());
    double lastDigit = Math.pow(10, -Math.max(expected.scale(), 0));
    assertThat(actual).as(field).isCloseTo(expected.doubleValue(), within(lastDigit));
  }

  private static double[] doubles(JsonNode node, String field) {
    JsonNode array = node.at("/given/" + field);
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static Energy energy(JsonNode node, String field) {
    return new Energy(node.at("/given/" + field).asLong());
  }

  private static long micrograms(String kilogramsPerKilowattHour) {
    return new BigDecimal(kilogramsPerKilowattHour).movePointRight(6).longValueExact();
  }
}

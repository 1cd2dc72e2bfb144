package org.zerofactory.domain.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which model is taken, and when none may be. */
final class BaselineTest {

  private static final LocalDateTime FIRST = LocalDateTime.parse("2024-01-01T00:00:00");
  private static final Criteria USUAL = Criteria.usual(Granularity.MONTH);

  // energy = 100 + 2 output + 5 cooling, off by at most 1; the third driver is unrelated
  private static final double[] OUTPUT = {50, 60, 55, 70, 80, 75, 90, 85, 65, 70, 60, 50};
  private static final double[] COOLING = {0, 0, 1, 4, 8, 14, 18, 17, 10, 4, 1, 0};
  private static final double[] LUCK = {3, 9, 4, 8, 1, 7, 2, 6, 5, 9, 1, 4};
  private static final double[] OFF = {1, -1, 1, 0, -1, 1, 0, 1, -1, -1, 1, -1};

  @Test
  void theDriversThatExplainAreTakenAndOthersLeftOut() {
    Baseline baseline = judge(List.of("luck", "output", "cooling"), LUCK, OUTPUT, COOLING);

    BaselineFit fit = baseline.fit().orElseThrow();
    assertThat(baseline.refusals()).isEmpty();
    assertThat(baseline.candidates()).isEqualTo(7);
    assertThat(fit.drivers()).containsExactly("output", "cooling");
    assertThat(fit.coefficients().get(1).value()).isCloseTo(2, within(0.1));
    assertThat(fit.coefficients().get(2).value()).isCloseTo(5, within(0.2));
    assertThat(fit.predict(List.of(0.0, 70.0, 4.0)))
        .isCloseTo(fit.intercept() + fit.driven(List.of(0.0, 70.0, 4.0)), within(1e-9));
  }

  // x 1..5, y 1, 3, 2, 5, 4: slope 8/10, intercept 0.6; residuals -0.4, 0.8, -1, 1.2, -0.6;
  // SSE 3.6 of 10: R2 0.64, adjusted 1 - 0.36 * 4/3 = 0.52; RMSE sqrt(3.6/3); t = 0.8 / sqrt(0.12);
  // F = t^2 = 6.4 / 1.2; leverage 0.6, 0.3, 0.2, 0.3, 0.6
  @Test
  void theStatisticsOfFivePointsByHand() {
    List<Observation> five = months(values(1, 3, 2, 5, 4), values(1, 2, 3, 4, 5));

    Baseline baseline = judge(List.of("x"), five);

    BaselineFit.Statistics of = baseline.fit().orElseThrow().statistics();
    assertThat(of.squaredResiduals()).isCloseTo(3.6, within(1e-12));
    assertThat(of.rSquared()).isCloseTo(0.64, within(1e-12));
    assertThat(of.adjustedRSquared()).isCloseTo(0.52, within(1e-12));
    assertThat(of.rmse()).isCloseTo(Math.sqrt(1.2), within(1e-12));
    assertThat(of.cvRmse()).isCloseTo(Math.sqrt(1.2) / 3, within(1e-12));
    assertThat(of.f()).isCloseTo(6.4 / 1.2, within(1e-12));
    BaselineFit.Coefficient slope = baseline.fit().orElseThrow().coefficients().get(1);
    assertThat(slope.t()).isCloseTo(0.8 / Math.sqrt(0.12), within(1e-12));
    assertThat(of.fProbability())
        .as("one driver: the same test")
        .isCloseTo(slope.p(), within(1e-9));
    assertThat(slope.inflation()).isCloseTo(1, within(1e-12));
    // errors of leaving one out: -1, 8/7, -5/4, 12/7, -3/2; squares 1 + 1.306122 + 1.5625 +
    // 2.938776
    // + 2.25 = 9.057398; root of the mean 1.345911; their sum -0.892857 over 5 * 3
    BaselineFit.OutOfSample outside = baseline.fit().orElseThrow().leaveOneOut();
    assertThat(outside.cvRmse()).isCloseTo(1.345911 / 3, within(1e-6));
    assertThat(outside.nmbe()).isCloseTo(-0.892857 / 15, within(1e-6));
  }

  // standards.json, invented: the model that must fail
  @Test
  void aPoorFitIsRefusedWithEveryReason() {
    double[] energy = {4105, 2990, 4900, 3301, 5402, 4489, 3655, 5598, 4440, 3371, 5267, 3139};
    double[] output = {410, 395, 430, 445, 460, 480, 505, 498, 470, 455, 440, 420};

    Baseline baseline = judge(List.of("output"), months(energy, output));

    assertThat(baseline.isAccepted()).isFalse();
    assertThat(baseline.refusals())
        .containsExactly(
            "R² 0.161 is below 0.75",
            "CV(RMSE) 21.21% is above 15%",
            "|t| of output is 1.385, below 2",
            "CV(RMSE) leaving one out 23.65% is above 15%");
    assertThat(baseline.fit().orElseThrow().statistics().nmbe())
        .as("in the fit least squares is never biased, so that says nothing")
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void aDriftBetweenBaselineAndValidationIsFoundAndRefused() {
    List<Observation> later = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      LocalDateTime start = FIRST.plusMonths(12 + i);
      double drifted = 1.2 * (100 + 2 * OUTPUT[i] + 5 * COOLING[i]);
      later.add(
          Observation.measured(
              start, start.plusMonths(1), drifted, List.of(OUTPUT[i], COOLING[i])));
    }

    Baseline baseline =
        Baseline.of(
            List.of("output", "cooling"),
            months(energy(), OUTPUT, COOLING),
            later,
            Granularity.MONTH,
            USUAL);

    assertThat(baseline.validation().orElseThrow().nmbe()).isCloseTo(0.2 / 1.2, within(0.005));
    assertThat(baseline.refusals())
        .hasSize(2)
        .allMatch(reason -> reason.contains("in the validation"))
        .last()
        .asString()
        .startsWith("NMBE in the validation 16.");
  }

  @Test
  void whatWasNotMeasuredDoesNotEnterTheFit() {
    List<Observation> observations = new ArrayList<>(months(energy(), OUTPUT, COOLING));
    Observation wild = observations.get(5);
    observations.set(5, new Observation(wild.start(), wild.end(), 99_999, wild.drivers(), 0.25));

    Baseline baseline = judge(List.of("output", "cooling"), observations);

    assertThat(baseline.fit().orElseThrow().statistics().n()).isEqualTo(11);
    assertThat(baseline.refusals()).isEmpty();
    assertThat(baseline.excluded())
        .containsExactly("from 2024-06-01T00:00: 25% of it is not measured");
  }

  // correlated drivers, both real: the warning is not a refusal
  @Test
  void driversThatMoveTogetherAreWarnedOf() {
    double[] twin = new double[12];
    double[] energy = new double[12];
    for (int i = 0; i < twin.length; i++) {
      twin[i] = OUTPUT[i] + LUCK[i] / 9;
      energy[i] = 50 + 3 * OUTPUT[i] + 40 * LUCK[i] / 9;
    }
    energy[3] += 0.25;

    Baseline baseline = judge(List.of("output", "twin"), months(energy, OUTPUT, twin));

    assertThat(baseline.refusals()).isEmpty();
    assertThat(baseline.warnings()).hasSize(2);
    assertThat(baseline.warnings().get(0))
        .startsWith("output moves with the other drivers: variance inflation ");
  }

  @Test
  void tooFewPeriodsAreRefused() {
    Baseline none = judge(List.of("x"), List.of());
    Baseline three = judge(List.of("x"), months(values(1, 2, 3.1), values(1, 2, 3)));

    assertThat(none.refusals().get(0)).startsWith("no model can be fitted to 0 measured periods");
    assertThat(three.refusals())
        .contains("3 periods for 2 coefficients leave 1 degrees of freedom, fewer than 3");
  }

  @Test
  void wrongInputIsRefusedByName() {
    List<Observation> good = months(energy(), OUTPUT);
    List<Observation> twice = new ArrayList<>(good);
    twice.add(good.get(3));

    assertThatThrownBy(() -> judge(List.of("a", "b"), good))
        .hasMessage("expected an amount for each of [a, b] from 2024-01-01T00:00, but were 1");
    assertThatThrownBy(() -> judge(List.of("a"), twice))
        .hasMessageStartingWith("periods overlap: one from 2024-04-01T00:00");
    assertThatThrownBy(() -> judge(List.of(), good))
        .hasMessage("expected 1 to 10 drivers, but were 0");
    assertThatThrownBy(() -> Observation.measured(FIRST, FIRST.plusDays(1), Double.NaN, List.of()))
        .hasMessage("expected a finite number as energy from 2024-01-01T00:00, but was NaN");
    assertThatThrownBy(() -> new Criteria(1.5, 2, 0.1, 0.1, 0.5, 0))
        .hasMessage("a limit of R² is 0.0 to 1.0, but was 1.5");
  }

  private static Baseline judge(List<String> names, double[]... drivers) {
    return judge(names, months(energy(), drivers));
  }

  private static Baseline judge(List<String> names, List<Observation> observations) {
    return Baseline.of(names, observations, List.of(), Granularity.MONTH, USUAL);
  }

  private static double[] energy() {
    double[] energy = new double[OUTPUT.length];
    for (int i = 0; i < energy.length; i++) {
      energy[i] = 100 + 2 * OUTPUT[i] + 5 * COOLING[i] + OFF[i];
    }
    return energy;
  }

  private static List<Observation> months(double[] energy, double[]... drivers) {
    List<Observation> months = new ArrayList<>();
    for (int i = 0; i < energy.length; i++) {
      List<Double> of = new ArrayList<>();
      for (double[] driver : drivers) {
        of.add(driver[i]);
      }
      months.add(Observation.measured(FIRST.plusMonths(i), FIRST.plusMonths(i + 1), energy[i], of));
    }
    return months;
  }

  private static double[] values(double... values) {
    return values;
  }
}

package org.zerofactory.domain.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AvoidedEnergyTest {

  private static final LocalDateTime FIRST = LocalDateTime.parse("2024-01-01T00:00:00");

  // the model of BaselineTest's five points: 0.6 + 0.8 x, RMSE sqrt 1.2, n 5
  private static final BaselineFit FIT =
      Baseline.of(
              List.of("x"),
              days(new double[] {1, 3, 2, 5, 4}, new double[] {1, 2, 3, 4, 5}),
              List.of(),
              Granularity.DAY,
              Criteria.usual(Granularity.DAY))
          .fit()
          .orElseThrow();

  // x 2 and 4: 2.2 + 3.8 = 6 expected; 2 + 3 drawn: 1 avoided
  @Test
  void avoidedIsExpectedLessDrawn() {
    AvoidedEnergy of = saving(0, new double[] {2, 3}, new double[] {2, 4});

    assertThat(of.adjustedBaseline()).isCloseTo(6, within(1e-12));
    assertThat(of.actual()).isEqualTo(5);
    assertThat(of.avoided()).isCloseTo(1, within(1e-12));
    assertThat(of.extrapolations()).isEmpty();
  }

  // a hall that was added draws 3: without the adjustment its use would pass for a loss
  @Test
  void aNonRoutineAdjustmentMovesTheBaseline() {
    AvoidedEnergy of = saving(3, new double[] {4, 4}, new double[] {2, 4});

    assertThat(of.avoided()).isCloseTo(6 + 3 - 8, within(1e-12));
  }

  @Test
  void aLossIsNegativeAndItsBandIsNot() {
    AvoidedEnergy of = saving(0, new double[] {4, 6}, new double[] {2, 4});

    assertThat(of.avoided()).isCloseTo(-4, within(1e-12));
    assertThat(of.bands()).allMatch(band -> band.plusMinus() > 0 && band.fraction() > 0);
  }

  // residuals -0.4, 0.8, -1, 1.2, -0.6 alternate: n' is capped at 5. alpha for one month, daily:
  // -0.00024 + 0.03535 + 1.00286 = 1.03797; t(3, 90%) 2.353363; CV sqrt(1.2) / 3 = 0.365148;
  // sqrt((1 + 2/5) / 2) = 0.836660; 6 * 2.353363 * 1.03797 * 0.365148 * 0.836660 = 4.477581
  @Test
  void theBandIsThatOfGuideline14() {
    AvoidedEnergy of = saving(0, new double[] {2, 3}, new double[] {2, 4});

    AvoidedEnergy.Band ninety = of.bands().get(1);
    assertThat(ninety.confidencePercent()).isEqualTo(90);
    assertThat(ninety.plusMinus()).isCloseTo(4.477581, within(1e-5));
    assertThat(ninety.fraction()).isCloseTo(4.477581, within(1e-5));
  }

  @Test
  void whatTheBaselineHasNotSeenIsFlagged() {
    AvoidedEnergy of = saving(0, new double[] {2, 3}, new double[] {0.5, 6});

    assertThat(of.extrapolations())
        .containsExactly(
            "x is 0.5 from 2024-01-01T00:00, outside the baseline's 1.0 to 5.0",
            "x is 6.0 from 2024-01-02T00:00, outside the baseline's 1.0 to 5.0");
  }

  // n (1 - rho) / (1 + rho): 100 * 0.5 / 1.5 = 33.33; -0.5 gives 300, capped at 100
  @ParameterizedTest
  @CsvSource({"0,100", "0.5,33.3333333333", "-0.5,100", "0.9,5.26315789474", "1,0"})
  void correlatedResidualsAreFewerObservations(double rho, double count) {
    assertThat(SavingsUncertainty.effectiveCount(100, rho)).isCloseTo(count, within(1e-9));
  }

  // ASHRAE Guideline 14, as published in eemeter; monthly 12: -0.03168 + 0.39672 + 0.94054
  @ParameterizedTest
  @CsvSource({
    "HOUR,12,1.26",
    "MONTH,12,1.30558",
    "MONTH,1,0.97338",
    "DAY,12,1.3925",
    "WEEK,12,1.3925",
    "MONTH,60,2.13214",
    "MONTH,200,2.13214"
  })
  void alphaGrowsWithTheReportingPeriod(Granularity granularity, double months, double alpha) {
    assertThat(granularity.alpha(months)).isCloseTo(alpha, within(1e-12));
  }

  @Test
  void noPeriodIsNoSaving() {
    assertThatThrownBy(() -> saving(0, new double[0], new double[0]))
        .hasMessage("expected at least one reporting period, but was none");
  }

  private static AvoidedEnergy saving(double nonRoutine, double[] energy, double[] drivers) {
    return AvoidedEnergy.of(FIT, days(energy, drivers), nonRoutine, Granularity.DAY, 1);
  }

  private static List<Observation> days(double[] energy, double[] drivers) {
    List<Observation> days = new ArrayList<>();
    for (int i = 0; i < energy.length; i++) {
      days.add(
          Observation.measured(
              FIRST.plusDays(i), FIRST.plusDays(i + 1), energy[i], List.of(drivers[i])));
    }
    return days;
  }
}

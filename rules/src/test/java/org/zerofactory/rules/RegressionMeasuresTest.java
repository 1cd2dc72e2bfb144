package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.Criteria;
import org.zerofactory.domain.savings.Driver;
import org.zerofactory.domain.savings.Granularity;
import org.zerofactory.domain.savings.RegressionMeasure;

final class RegressionMeasuresTest {

  private static final EmissionFactors FACTORS = EmissionFactors.packaged();

  private static final String HEAD =
      """
      site: plant
      factors: { location: cn-region-central, residual: cn-national-excluding-market-traded-non-fossil }
      efficiency-measures:
      """;

  private static final String FULL =
      """
        - id: chiller
          name: Free cooling
          energy: [chiller-1/energy-import, chiller-2/energy-import]
          baseline: { from: 2024-01-01, to: 2024-10-01 }
          from: 2025-01-01
          to: 2027-01-01
          method: IPMVP option C, months
          regression:
            granularity: month
            validation: { from: 2024-10-01, to: 2025-01-01 }
            drivers:
              - { id: pieces, points: [line-1/output-count, line-2/output-count] }
              - id: cooling
                degree-days: { kind: cooling, base-celsius: 18.3, monthly: { from: 2024-01-01, values: [0, 1.5, 20] } }
              - id: heating
                degree-days: { kind: heating, base-celsius: 18, daily-mean-celsius: { from: 2024-02-28, values: [4.5, 20] } }
              - { id: shifts, shifts: { weekly: [3, 3, 3, 3, 3, 1, 0], exceptions: [{ date: 2024-05-01, shifts: 0 }] } }
            criteria: { max-cv-rmse: 0.2, min-t: 1.9 }
            non-routine:
              - { from: 2025-02-01, to: 2025-03-01, mwh: -12.000001, reason: Hall 3 was closed }
      """;

  @Test
  void aMeasureHasItsDriversLimitsAndAdjustments() {
    SiteAccounts accounts = accounts(FULL);

    RegressionMeasure measure = accounts.regressionMeasures().get(0);

    assertThat(accounts.efficiencyMeasures()).isEmpty();
    assertThat(measure.granularity()).isEqualTo(Granularity.MONTH);
    assertThat(measure.drivers()).hasSize(4);
    assertThat(measure.validation().orElseThrow().from()).isEqualTo(LocalDate.of(2024, 10, 1));
    assertThat(measure.criteria()).isEqualTo(new Criteria(0.75, 1.9, 0.2, 0.05, 0.5, 0.05));
    assertThat(measure.nonRoutine().get(0).energy()).isEqualTo(new Energy(-12_000_001));
    Driver.Weather cooling = (Driver.Weather) measure.drivers().get(1);
    assertThat(cooling.table().monthly())
        .containsEntry(YearMonth.of(2024, 2), 1.5)
        .containsEntry(YearMonth.of(2024, 3), 20.0);
    Driver.Weather heating = (Driver.Weather) measure.drivers().get(2);
    assertThat(heating.table().daily())
        .containsEntry(LocalDate.of(2024, 2, 28), 13.5)
        .containsEntry(LocalDate.of(2024, 2, 29), 0.0);
  }

  @Test
  void faultsOfMeaningAreReportedTogether() {
    List<String> faults =
        faults(
            """
              - id: a
                name: A
                energy: [press/energy-import]
                baseline: { from: 2024-01-01, to: 2024-10-01 }
                from: 2025-01-01
                method: IPMVP option C
                driver: press/output-count
                regression:
                  granularity: day
                  validation: { from: 2024-09-01, to: 2025-01-01 }
                  drivers:
                    - { id: intercept, points: [press/energy-import, line/output-count] }
                    - { id: weather }
                    - { id: cold, degree-days: { kind: heating, base-celsius: 18, monthly: { from: 2024-01-15, values: [1] } } }
                  non-routine:
                    - { from: 2025-02-01, to: 2025-02-01, mwh: 0.0000001, reason: none }
              - id: b
                name: B
                energy: [press/energy-import]
                baseline: { from: 2024-01-01, to: 2024-10-01 }
                from: 2026-01-01
                method: IPMVP option B
            """);

    assertThat(faults)
        .containsExactlyInAnyOrder(
            "efficiency-measures[0].driver expected no driver beside a regression, which has its"
                + " own",
            "efficiency-measures[0].regression.validation expected days before the measure that"
                + " are not in its baseline",
            "efficiency-measures[0].regression.drivers[0].id expected a name that no other"
                + " coefficient has but was \"intercept\"",
            "efficiency-measures[0].regression.drivers[0].points[0] expected a point that is not"
                + " the energy to be explained but was \"press/energy-import\"",
            "efficiency-measures[0].regression.drivers[0].points expected points of one quantity,"
                + " to be summed",
            "efficiency-measures[0].regression.drivers[1] expected one of points, degree-days and"
                + " shifts, but were 0",
            "efficiency-measures[0].regression.drivers[2].degree-days.monthly.from expected the"
                + " first day of a month but was \"2024-01-15\"",
            "efficiency-measures[0].regression.drivers[2].degree-days.monthly expected"
                + " daily-mean-celsius, for months say nothing of days",
            "efficiency-measures[0].regression.non-routine[0].to expected a date after 2025-02-01"
                + " but was \"2025-02-01\"",
            "efficiency-measures[0].regression.non-routine[0].mwh expected at most 6 decimals"
                + " (whole Wh) but was the number 0.0000001",
            "efficiency-measures[1].driver expected a point such as compressed-air/air-volume, or"
                + " a regression, but it is missing",
            "efficiency-measures[1].energy[0] expected a point that the measure at"
                + " a.accounts.yaml:4 does not count on the same days but was"
                + " \"press/energy-import\"");
  }

  @Test
  void aBrokenMeasureNeverBreaksTheReader() {
    for (int cut = 0; cut < FULL.length(); cut += 3) {
      String broken = FULL.substring(0, cut) + FULL.substring(Math.min(cut + 5, FULL.length()));
      try {
        accounts(broken);
      } catch (DataFileException expected) {
        assertThat(expected.faults()).isNotEmpty();
      }
    }
  }

  private static SiteAccounts accounts(String measures) {
    return AccountsFolder.of(List.of(new DataSource("a.accounts.yaml", HEAD + measures)), FACTORS)
        .of("plant")
        .orElseThrow();
  }

  /** Without file, line and column. */
  private static List<String> faults(String measures) {
    var wrong = catchThrowableOfType(DataFileException.class, () -> accounts(measures));
    return wrong.faults().stream()
        .map(DataFault::toString)
        .map(fault -> fault.substring(fault.indexOf(' ') + 1))
        .toList();
  }
}

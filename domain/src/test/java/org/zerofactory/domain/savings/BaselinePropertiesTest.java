package org.zerofactory.domain.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Whatever the data: what a regression must not depend on. */
final class BaselinePropertiesTest {

  private static final LocalDateTime FIRST = LocalDateTime.parse("2024-01-01T00:00:00");

  record Row(double energy, double output, double cooling) {}

  @Property(tries = 200)
  void theOrderOfTheRowsChangesNoBit(@ForAll("rows") List<Row> rows, @ForAll long seed) {
    List<Observation> shuffled = new ArrayList<>(observations(rows, 1, 1));
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(judge(shuffled)).isEqualTo(judge(observations(rows, 1, 1)));
  }

  @Property(tries = 200)
  void theSameInputGivesTheSameBits(@ForAll("rows") List<Row> rows) {
    assertThat(judge(observations(rows, 1, 1)).toString())
        .isEqualTo(judge(observations(rows, 1, 1)).toString());
  }

  @Property(tries = 200)
  void unitsScaleCoefficientsAndNothingElse(
      @ForAll("rows") List<Row> rows,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double energyUnit,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double outputUnit) {
    BaselineFit plain = all(observations(rows, 1, 1));
    BaselineFit scaled = all(observations(rows, energyUnit, outputUnit));

    double scale = magnitude(plain);
    assertThat(scaled.intercept() / energyUnit).isCloseTo(plain.intercept(), within(1e-7 * scale));
    assertThat(scaled.coefficients().get(1).value() / energyUnit * outputUnit)
        .isCloseTo(plain.coefficients().get(1).value(), within(1e-7 * scale));
    assertThat(scaled.coefficients().get(2).value() / energyUnit)
        .isCloseTo(plain.coefficients().get(2).value(), within(1e-7 * scale));
    assertThat(scaled.statistics().rSquared())
        .isCloseTo(plain.statistics().rSquared(), within(1e-9));
    assertThat(scaled.statistics().cvRmse()).isCloseTo(plain.statistics().cvRmse(), within(1e-9));
  }

  @Property(tries = 200)
  void aConstantDriverChangesNothing(
      @ForAll("rows") List<Row> rows, @ForAll @DoubleRange(min = -50, max = 50) double constant) {
    List<Observation> more =
        observations(rows, 1, 1).stream()
            .map(
                of ->
                    Observation.measured(
                        of.start(),
                        of.end(),
                        of.energy(),
                        List.of(of.drivers().get(0), of.drivers().get(1), constant)))
            .toList();

    Baseline with = judge(List.of("output", "cooling", "constant"), more);

    assertThat(with).isEqualTo(judge(observations(rows, 1, 1)));
  }

  @Property(tries = 200)
  void theSavingOfABaselineAgainstItselfIsNothing(@ForAll("rows") List<Row> rows) {
    List<Observation> observations = observations(rows, 1, 1);
    BaselineFit fit = all(observations);

    AvoidedEnergy of = AvoidedEnergy.of(fit, observations, 0, Granularity.DAY, 1);

    assertThat(of.avoided()).isCloseTo(0, within(1e-9 * of.actual()));
    assertThat(of.extrapolations()).isEmpty();
    assertThat(fit.statistics().nmbe()).isCloseTo(0, within(1e-9));
  }

  @Property(tries = 200)
  void savingsOfPartsAddUpToThatOfTheWhole(@ForAll("rows") List<Row> rows) {
    List<Observation> observations = observations(rows, 1, 1);
    BaselineFit fit = all(observations);
    int half = observations.size() / 2;

    double parts =
        avoided(fit, observations.subList(0, half))
            + avoided(fit, observations.subList(half, observations.size()));

    assertThat(parts).isCloseTo(avoided(fit, observations), within(1e-6));
  }

  @Property(tries = 200)
  void moreDriversNeverExplainLess(@ForAll("rows") List<Row> rows) {
    List<Observation> observations = observations(rows, 1, 1);
    BaselineFit both = all(observations);
    BaselineFit one =
        BaselineFit.of(List.of("output", "cooling"), List.of(0), observations).orElseThrow();

    assertThat(both.statistics().rSquared())
        .isGreaterThanOrEqualTo(one.statistics().rSquared() - 1e-9);
    assertThat(both.statistics().effectiveCount()).isLessThanOrEqualTo(rows.size());
    assertThat(both.coefficients()).allMatch(of -> of.p() >= 0 && of.p() <= 1);
  }

  /** 8 to 40 rows that really vary, so that both drivers can be fitted. */
  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Row> row =
        Combinators.combine(
                Arbitraries.integers().between(1_000, 90_000),
                Arbitraries.integers().between(0, 5_000),
                Arbitraries.integers().between(0, 300))
            .as((energy, output, cooling) -> new Row(energy / 10.0, output, cooling / 10.0));
    return row.list()
        .ofMinSize(8)
        .ofMaxSize(40)
        .filter(
            rows ->
                BaselineFit.of(
                        List.of("output", "cooling"), List.of(0, 1), observations(rows, 1, 1))
                    .filter(fit -> fit.coefficients().get(1).inflation() < 100)
                    .isPresent());
  }

  private static double magnitude(BaselineFit fit) {
    return fit.coefficients().stream()
        .flatMapToDouble(of -> DoubleStream.of(Math.abs(of.value()), of.standardError(), 1))
        .max()
        .orElseThrow();
  }

  private static double avoided(BaselineFit fit, List<Observation> observations) {
    return AvoidedEnergy.of(fit, observations, 0, Granularity.DAY, 1).avoided();
  }

  private static BaselineFit all(List<Observation> observations) {
    return BaselineFit.of(List.of("output", "cooling"), List.of(0, 1), observations).orElseThrow();
  }

  private static Baseline judge(List<Observation> observations) {
    return judge(List.of("output", "cooling"), observations);
  }

  private static Baseline judge(List<String> names, List<Observation> observations) {
    Criteria criteria = Criteria.usual(Granularity.DAY);
    return Baseline.of(names, observations, List.of(), Granularity.DAY, criteria);
  }

  private static List<Observation> observations(
      List<Row> rows, double energyUnit, double outputUnit) {
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      all.add(
          Observation.measured(
              FIRST.plusDays(i),
              FIRST.plusDays(i + 1),
              row.energy() * energyUnit,
              List.of(row.output() * outputUnit, row.cooling())));
    }
    return all;
  }
}

package org.zerofactory.domain.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the tables of every textbook (two-sided t; upper points of F). */
final class DistributionTest {

  @ParameterizedTest
  @CsvSource({
    "0.90,1,6.313752", "0.95,1,12.706205", "0.99,1,63.656741", "0.90,2,2.919986",
    "0.95,2,4.302653", "0.95,5,2.570582", "0.99,5,4.032143", "0.90,9,1.833113",
    "0.95,9,2.262157", "0.90,10,1.812461", "0.95,10,2.228139", "0.99,10,3.169273",
    "0.999,10,4.586894", "0.95,30,2.042272", "0.99,30,2.749996", "0.95,120,1.979930",
    "0.90,364,1.649051"
  })
  void tIsThatOfTheTables(double confidence, double freedom, double t) {
    assertThat(StudentT.forConfidence(confidence, freedom)).isCloseTo(t, within(1e-6));
  }

  // F(1, n) is the square of t(n): 2.228139^2 = 4.964603
  @ParameterizedTest
  @CsvSource({
    "0.95,1,10,4.964603", "0.95,2,10,4.102821", "0.95,3,10,3.708265", "0.95,5,10,3.325835",
    "0.99,1,10,10.044289", "0.99,5,10,5.636326", "0.95,4,20,2.866081", "0.95,10,10,2.978237",
    "0.95,1,1,161.447639", "0.95,9,60,2.040098"
  })
  void fIsThatOfTheTables(double confidence, double above, double below, double f) {
    assertThat(FisherF.quantile(confidence, above, below)).isCloseTo(f, within(1e-5));
  }

  // one degree of freedom is Cauchy's distribution: P(|t| > 1) = 1/2
  // two: P(|t| > t) = 1 - t / sqrt(2 + t^2), for t = 2: 1 - 2 / sqrt 6 = 0.183503
  @Test
  void probabilitiesAreThoseOfTheClosedForms() {
    assertThat(StudentT.twoSided(1, 1)).isCloseTo(0.5, within(1e-14));
    assertThat(StudentT.twoSided(2, 2)).isCloseTo(1 - 2 / Math.sqrt(6), within(1e-14));
    assertThat(StudentT.twoSided(0, 7)).isEqualTo(1);
    assertThat(StudentT.twoSided(Double.MAX_VALUE, 7)).isZero();
  }

  // gamma(5) = 24, gamma(1/2) = sqrt pi
  @Test
  void theGammaFunctionIsThatOfFactorials() {
    assertThat(IncompleteBeta.logGamma(5)).isCloseTo(Math.log(24), within(1e-13));
    assertThat(IncompleteBeta.logGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-13));
  }

  // I(x; 1, b) = 1 - (1 - x)^b; I(x; a, 1) = x^a
  @Property(tries = 300)
  void theIncompleteBetaHasItsClosedForms(
      @ForAll @DoubleRange(min = 0, max = 1) double x,
      @ForAll @DoubleRange(min = 0.1, max = 200) double shape) {
    assertThat(IncompleteBeta.of(x, 1, shape)).isCloseTo(1 - Math.pow(1 - x, shape), within(1e-11));
    assertThat(IncompleteBeta.of(x, shape, 1)).isCloseTo(Math.pow(x, shape), within(1e-11));
  }

  @Property(tries = 300)
  void theQuantileUndoesTheProbability(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence,
      @ForAll @IntRange(min = 1, max = 2000) int freedom) {
    double t = StudentT.forConfidence(confidence, freedom);

    assertThat(1 - StudentT.twoSided(t, freedom)).isCloseTo(confidence, within(1e-9));
  }

  @Test
  void argumentsOutsideTheirRangeAreRefused() {
    assertThatThrownBy(() -> StudentT.forConfidence(1, 10))
        .hasMessage("a confidence lies between 0 and 1, but was 1.0");
    assertThatThrownBy(() -> StudentT.forConfidence(0.9, 0))
        .hasMessage("expected more than 0 degrees of freedom, but were 0.0");
  }
}

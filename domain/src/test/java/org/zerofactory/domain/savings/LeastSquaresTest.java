package org.zerofactory.domain.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Against published data sets with certified results. */
final class LeastSquaresTest {

  private static final Offset<Double> CLOSE = within(1e-12);
  private static final Percentage CERTIFIED = Percentage.withPercentage(1e-7);

  // x 1, 2, 3, y 1, 2, 2: means 2 and 5/3; Sxy = 1, Sxx = 2, so slope 1/2, intercept 2/3;
  // leverage 1/3 + (x - 2)^2 / 2
  @Test
  void threePointsByHand() {
    LeastSquares fit = LeastSquares.of(columns(1, 2, 3), values(1, 2, 2)).orElseThrow();

    assertThat(fit.coefficients()[0]).isCloseTo(2 / 3.0, CLOSE);
    assertThat(fit.coefficients()[1]).isCloseTo(0.5, CLOSE);
    assertThat(fit.leverage()).containsExactly(values(5 / 6.0, 1 / 3.0, 5 / 6.0), CLOSE);
    assertThat(fit.unscaledErrors()[1]).isCloseTo(1 / Math.sqrt(2), CLOSE);
    // 1/3 + 2^2 / 2 = 7/3
    assertThat(fit.unscaledErrors()[0]).isCloseTo(Math.sqrt(7 / 3.0), CLOSE);
  }

  // Anscombe (1973), first set: intercept 3.0000909, slope 0.5000909
  @Test
  void anscombesFirstSet() {
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    LeastSquares fit = LeastSquares.of(new double[][] {x}, y).orElseThrow();

    assertThat(fit.coefficients()[0]).isCloseTo(3.00009090909091, within(1e-12));
    assertThat(fit.coefficients()[1]).isCloseTo(0.500090909090909, within(1e-13));
  }

  // Longley (1967), the test of numerical soundness of the NIST Statistical Reference Datasets:
  // six drivers that move together. Certified values of NIST.
  @Test
  void longleysEconomyToTheCertifiedDigits() {
    double[] certified = {
      -3482258.63459582,
      15.0618722713733,
      -0.0358191792925910,
      -2.02022980381683,
      -1.03322686717359,
      -0.0511041056535807,
      1829.15146461355
    };
    double[] errors = {
      890420.383607373,
      84.9149257747669,
      0.0334910077722432,
      0.488399681651699,
      0.214274163161675,
      0.226073200069370,
      455.478499142212
    };
    double residualDeviation = 304.854073561965;

    LeastSquares fit = LeastSquares.of(Longley.drivers(), Longley.employed()).orElseThrow();

    for (int i = 0; i < certified.length; i++) {
      assertThat(fit.coefficients()[i]).isCloseTo(certified[i], CERTIFIED);
      assertThat(fit.unscaledErrors()[i] * residualDeviation).isCloseTo(errors[i], CERTIFIED);
    }
    // its variance inflation is in every textbook: 135.53 for the price index, 1788.51 for GNP
    assertThat(fit.inflation()[0]).isCloseTo(135.53, within(0.01));
    assertThat(fit.inflation()[1]).isCloseTo(1788.51, within(0.01));
  }

  @Test
  void aConstantOrDependentColumnIsNoDriver() {
    double[] y = values(1, 2, 4, 3, 6);

    assertThat(LeastSquares.of(columns(7, 7, 7, 7, 7), y)).isEmpty();
    assertThat(
            LeastSquares.of(
                new double[][] {values(1, 2, 3, 4, 5), values(0.3, 0.6, 0.9, 1.2, 1.5)}, y))
        .isEmpty();
    assertThat(LeastSquares.of(new double[][] {values(1, 2, 3, 4, 5), values(9, 8, 7, 6, 5)}, y))
        .isEmpty();
    assertThat(LeastSquares.of(new double[6][5], y)).as("six columns, five rows").isEmpty();
  }

  private static double[][] columns(double... values) {
    return new double[][] {values};
  }

  private static double[] values(double... values) {
    return values;
  }
}

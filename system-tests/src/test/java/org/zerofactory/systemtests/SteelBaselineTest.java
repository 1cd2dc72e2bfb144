package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.savings.Baseline;
import org.zerofactory.domain.savings.BaselineFit;
import org.zerofactory.domain.savings.Criteria;
import org.zerofactory.domain.savings.Granularity;
import org.zerofactory.domain.savings.Observation;

/**
 * Can the first half of the steel plant's year be the baseline of its second half? By no model of
 * the drivers that the file offers. The figures of docs/steel-plant.md are those computed here.
 */
final class SteelBaselineTest {

  /** National average 2023 of China: the series has no factor of its own place and year here. */
  private static final BigDecimal KG_PER_KWH = new BigDecimal("0.5306");

  private static final int FIRST_HALF = LocalDate.of(2018, 7, 1).getDayOfYear() - 1;
  private static final int WEEK = 7;

  private static SteelSeries series;

  @BeforeAll
  static void read() throws IOException {
    series = SteelSeries.read(Project.sharedFile("data/factory-load/steel-industry-2018.csv"));
  }

  @Test
  void noGranularityCarriesABaselineOfTheFirstHalf() {
    for (Granularity granularity : Granularity.values()) {
      Baseline baseline = judge(granularity);

      assertThat(baseline.isAccepted()).as(granularity.toString()).isFalse();
      assertThat(baseline.validation().orElseThrow().nmbe())
          .as("the second half draws about a fifth less than any model expects")
          .isBetween(-0.25, -0.1);
    }
  }

  @Test
  void theDailyModelIsThatOfAnIndependentComputation() {
    Baseline baseline = judge(Granularity.DAY);

    // by numpy's least squares (LAPACK, singular values) on the same two columns
    BaselineFit fit = baseline.fit().orElseThrow();
    assertThat(fit.drivers()).containsExactly("weekday", "medium-hours");
    assertThat(fit.intercept()).isCloseTo(117.693974939, within(1e-6));
    assertThat(fit.coefficients().get(1).value()).isCloseTo(67.9047060565, within(1e-8));
    assertThat(fit.coefficients().get(2).value()).isCloseTo(236.870450362, within(1e-8));
    assertThat(fit.statistics().cvRmse()).isCloseTo(0.38127819701, within(1e-9));
    assertThat(baseline.validation().orElseThrow().nmbe()).isCloseTo(-0.18896820003, within(1e-9));
  }

  @Test
  void theDocumentedFiguresAreThoseOfTheData() throws IOException {
    String figures = figures();
    Path written =
        Files.writeString(
            Files.createDirectories(Path.of("target")).resolve("steel-plant.txt"), figures);

    String document = Files.readString(Path.of("../docs/steel-plant.md"));

    assertThat(document).as("put " + written + " into it").contains(figures);
  }

  private static String figures() {
    double kilowattHours = series.sum(SteelSeries.Row::kilowattHours);
    BigDecimal tonnes = BigDecimal.valueOf(kilowattHours).multiply(KG_PER_KWH).movePointLeft(3);
    double stated = series.sum(SteelSeries.Row::tonnes);
    StringBuilder text = new StringBuilder();
    line(text, "energy of the year         %,.2f kWh", kilowattHours);
    line(
        text,
        "scope 2, location-based    %s t CO2e at %s kg/kWh",
        tonnes.setScale(3, RoundingMode.HALF_EVEN),
        KG_PER_KWH);
    line(
        text,
        "the file's own CO2 column  %.2f t, %.4f kg/kWh",
        stated,
        1000 * stated / kilowattHours);
    line(text, "energy of the first half   %,.2f kWh a day", perDay(0, FIRST_HALF));
    line(text, "energy of the second half  %,.2f kWh a day", perDay(FIRST_HALF, SteelSeries.DAYS));
    line(
        text,
        "intensity                  %.3f t CO2e a day; no output is in the data",
        tonnes.doubleValue() / SteelSeries.DAYS);
    for (Granularity granularity : Granularity.values()) {
      model(text, judge(granularity));
    }
    return text.toString();
  }

  private static void model(StringBuilder text, Baseline baseline) {
    BaselineFit fit = baseline.fit().orElseThrow();
    BaselineFit.OutOfSample later = baseline.validation().orElseThrow();
    line(text, "");
    line(
        text,
        "by the %s: n %d, adjusted R² %.3f, CV(RMSE) %.1f%%, autocorrelation %.2f",
        baseline.granularity().name().toLowerCase(Locale.ROOT),
        fit.statistics().n(),
        fit.statistics().adjustedRSquared(),
        100 * fit.statistics().cvRmse(),
        fit.statistics().autocorrelation());
    for (BaselineFit.Coefficient of : fit.coefficients()) {
      line(text, "  %-18s %10.1f kWh   t %6.2f", of.name(), of.value(), of.t());
    }
    line(
        text,
        "  second half        CV(RMSE) %.1f%%, NMBE %.1f%%",
        100 * later.cvRmse(),
        100 * later.nmbe());
    baseline.refusals().forEach(reason -> line(text, "  refused: %s", reason));
  }

  private static Baseline judge(Granularity granularity) {
    return Baseline.of(
        SteelSeries.DRIVERS,
        half(granularity, true),
        half(granularity, false),
        granularity,
        Criteria.usual(granularity));
  }

  private static List<Observation> half(Granularity granularity, boolean isFirst) {
    int from = isFirst ? 0 : FIRST_HALF;
    int to = isFirst ? FIRST_HALF : SteelSeries.DAYS;
    return switch (granularity) {
      case HOUR -> series.periods(4, from, to);
      case DAY -> series.periods(SteelSeries.QUARTERS, from, to);
      case WEEK -> series.periods(WEEK * SteelSeries.QUARTERS, isFirst ? 0 : 26 * WEEK, to);
      case MONTH -> isFirst ? series.months(1, 7) : series.months(7, 13);
    };
  }

  private static double perDay(int from, int to) {
    return series.periods(SteelSeries.QUARTERS, from, to).stream()
            .mapToDouble(Observation::energy)
            .sum()
        / (to - from);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(format.formatted(values)).append('\n');
  }
}

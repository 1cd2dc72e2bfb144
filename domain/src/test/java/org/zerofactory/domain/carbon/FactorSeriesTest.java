package org.zerofactory.domain.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;

class FactorSeriesTest {

  private static final Instant NEW_YEAR_2022 = Instant.parse("2021-12-31T16:00:00Z");
  private static final Instant NEW_YEAR_2023 = Instant.parse("2022-12-31T16:00:00Z");
  private static final Instant NEW_YEAR_2024 = Instant.parse("2023-12-31T16:00:00Z");
  private static final EmissionFactor OF_2022 =
      factor("cn-2022", NEW_YEAR_2022, NEW_YEAR_2023, 536_600);
  private static final EmissionFactor OF_2023 =
      factor("cn-2023", NEW_YEAR_2023, NEW_YEAR_2024, 530_600);

  // An auditor recomputes each year with the factor published for it.
  @Test
  void importsOnBothSidesOfANewYearUseTheFactorOfTheirOwnYear() {
    var series = new FactorSeries("cn", List.of(OF_2023, OF_2022));
    var imports = List.of(quarterHour(NEW_YEAR_2023.minusSeconds(900)), quarterHour(NEW_YEAR_2023));

    var carbon = LocationBasedScope2.of(imports, series);

    assertThat(carbon.kilograms()).isEqualByComparingTo("10.672"); // 10 x 0.5366 + 10 x 0.5306
  }

  @Test
  void afterTheNewestFactorItStandsInAndSaysSo() {
    var series = new FactorSeries("cn", List.of(OF_2022, OF_2023));

    var choice = series.at(Instant.parse("2026-11-23T00:00:00Z"));

    assertThat(choice).isEqualTo(new FactorSeries.Choice(OF_2023, true));
    assertThat(series.at(NEW_YEAR_2024.minusSeconds(1)).provisional()).isFalse();
  }

  @Test
  void beforeTheFirstFactorThereIsNoneAndNoSilentZero() {
    var series = new FactorSeries("cn", List.of(OF_2022));

    assertThatThrownBy(() -> series.at(NEW_YEAR_2022.minusSeconds(1)))
        .isInstanceOf(MissingFactorException.class)
        .hasMessageContaining("cn")
        .hasMessageContaining("2021-12-31T15:59:59Z");
  }

  @Test
  void overlappingValiditiesNameBothFactors() {
    var second = factor("cn-2022-again", NEW_YEAR_2023.minusSeconds(1), NEW_YEAR_2024, 1);

    assertThatThrownBy(() -> new FactorSeries("cn", List.of(OF_2022, second)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cn-2022 and cn-2022-again");
  }

  @Test
  void anOverflowIsAnErrorAndNotAWrongTonne() {
    assertThatThrownBy(() -> OF_2022.times(new Energy(Long.MAX_VALUE / 1000)))
        .isInstanceOf(ArithmeticException.class);
  }

  private static LocationBasedScope2.GridImport quarterHour(Instant start) {
    return new LocationBasedScope2.GridImport(
        new Interval(start, start.plusSeconds(900)), new Energy(10_000));
  }

  private static EmissionFactor factor(String id, Instant from, Instant to, long micrograms) {
    return new EmissionFactor(
        id,
        "cn",
        new FactorKey(
            "location-based",
            "CN",
            2022,
            "test",
            FactorKey.GasBasis.CO2,
            FactorKey.Boundary.GENERATION),
        new Interval(from, to),
        micrograms,
        new Citation("test", "test", "2025-01", "test"),
        Verification.ORIGINAL);
  }
}

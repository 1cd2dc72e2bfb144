package org.zerofactory.domain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.product.Plants.Quarter;

final class FootprintTest {

  private static final Job A = new Job("a", "board");

  @Test
  void aFootprintCarriesTheProductsPartOfWhatNoOrderCarries() {
    Allocation allocation =
        Quarter.ofLoad(1000)
            .meter("press", 800)
            .states("press", 450, 225, 225)
            .runs(Plants.run("a", "press", 450, 900, 4))
            .emits(Optional.of(Plants.emitted(8_000_000_000L, 0)))
            .divided(AllocationRules.NONE);

    UnitFootprint footprint = footprint(allocation, 4).orElseThrow();

    // the only product carries all of 8 kg over 4 good pieces; 400 Wh are its own
    assertThat(footprint.kilograms()).isEqualByComparingTo("2");
    assertThat(footprint.product().total().energy().wattHours()).isEqualTo(400);
    assertThat(footprint.absorbed().energy().wattHours()).isEqualTo(600);
    assertThat(footprint.measuredPercent()).isEqualByComparingTo("100");
  }

  @Test
  void thereIsNoneWithoutGoodPiecesEnergyOrFactor() {
    Allocation allocation =
        Quarter.ofLoad(900)
            .meter("press", 900)
            .states("press", 900, 0, 0)
            .runs(Plants.run("a", "press", 0, 900, 4))
            .divided(AllocationRules.NONE);
    Allocation withoutFactor =
        Quarter.ofLoad(900)
            .meter("press", 900)
            .states("press", 900, 0, 0)
            .runs(Plants.run("a", "press", 0, 900, 4))
            .emits(Optional.empty())
            .divided(AllocationRules.NONE);

    assertThat(footprint(allocation, 4)).isPresent();
    assertThat(footprint(allocation, 0)).isEmpty();
    assertThat(footprint(withoutFactor, 4)).isEmpty();
    assertThat(UnitFootprint.of(period(allocation, 4), "cup", UnitFootprint.Method.LOCATION))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10,6,3,0.5,0.5,", "10,6,3,0.5,0.4,add up to 9.9"})
  void partsThatDoNotAddUpAreAWarning(
      BigDecimal total,
      BigDecimal fossil,
      BigDecimal landUse,
      BigDecimal landFossil,
      BigDecimal landBiogenic,
      String warning) {
    Optional<String> found =
        new FootprintSums(total, fossil, landUse, landFossil, landBiogenic).warning();

    assertThat(found.orElse("")).contains(warning == null ? "" : warning);
    assertThat(found.isPresent()).isEqualTo(warning != null);
  }

  @Test
  void theSameFactsGiveTheSameIdAndOthersAnother() {
    IssuedFootprint one = IssuedFootprint.of("plant", "cup", 1, "{}", Instant.EPOCH);

    assertThat(IssuedFootprint.of("plant", "cup", 1, "{}", Instant.MAX.minusSeconds(1)).id())
        .isEqualTo(one.id());
    assertThat(IssuedFootprint.of("plant", "cup", 2, "{}", Instant.EPOCH).id())
        .isNotEqualTo(one.id());
    assertThat(IssuedFootprint.of("plant", "cup", 1, "{ }", Instant.EPOCH).id())
        .isNotEqualTo(one.id());
  }

  private static Optional<UnitFootprint> footprint(Allocation allocation, long good) {
    return UnitFootprint.of(period(allocation, good), "board", UnitFootprint.Method.LOCATION);
  }

  private static ProductPeriod period(Allocation allocation, long good) {
    return ProductPeriod.of(
        List.of(
            new DayProducts(LocalDate.of(2025, 6, 2), allocation, Map.of(A, new Output(good, 0)))));
  }
}

package org.zerofactory.domain.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.quantity.Energy;

class SavingTest {

  @Test
  void aMeasureSavesWhatItsDriverWouldHaveTakenBefore() {
    // 120 Wh/m3 before; 1,100 m3 would have taken 132 kWh, 123 kWh were drawn
    var saved = EfficiencySaving.of(new Energy(120_000), 1_000_000, new Energy(123_000), 1_100_000);

    assertThat(saved.wattHours()).isEqualTo(9_000);
  }

  @Test
  void aMeasureThatMadeThingsWorseShowsALoss() {
    var saved = EfficiencySaving.of(new Energy(1000), 10, new Energy(1200), 10);

    assertThat(saved.wattHours()).isEqualTo(-200);
  }

  @Test
  void aBaselineWithoutItsDriverIsRefused() {
    assertThatThrownBy(() -> EfficiencySaving.of(new Energy(1000), 0, Energy.ZERO, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positive driver");
  }

  @Test
  void aScheduleThatMovedLoadOutOfTheSunShowsALoss() {
    var avoided =
        LoadShiftSaving.of(
            new Energy(100), new Energy(80), new Energy(10), /* sun */ new Energy(60));

    assertThat(avoided.wattHours()).isEqualTo(-40); // 40 Wh imported instead of none
  }

  @Property
  void instrumentsNeverMakeMarketBasedNegativeAndNeverCoverMoreThanTheImport(
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long imported,
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long certificates) {
    var result = MarketBasedScope2.of(new Energy(imported), new Energy(certificates), 0, 609_600);

    assertThat(result.carbon().micrograms()).isNotNegative();
    assertThat(result.covered().plus(result.surplus()).wattHours()).isEqualTo(certificates);
    assertThat(result.covered().wattHours()).isLessThanOrEqualTo(imported);
  }
}

package org.zerofactory.domain.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

final class WaterfallTest {

  private static final long MOST = 100_000_000_000L;

  // 1,000 kWh without measures; 300 own, 50 less, 20 shifted: 630 bought, 400 of it green.
  // at 0.5 kg/kWh: 500 - 150 - 25 - 10 = 315 kg; less 200 green; the rest 230 x (0.6 - 0.5) = +23
  @Test
  void aWaterfallByHand() {
    Waterfall of =
        Waterfall.of(wh(1_000_000), wh(300_000), wh(50_000), wh(20_000), wh(400_000), factors());

    assertThat(of.steps().stream().map(step -> step.carbon().kilograms().intValueExact()))
        .containsExactly(500, -150, -25, -10, 315, -200, 23, 138);
    assertThat(of.steps().stream().map(step -> step.energy().wattHours()))
        .containsExactly(1_000_000L, -300_000L, -50_000L, -20_000L, 630_000L, 0L, 0L, 630_000L);
  }

  @Test
  void columnsAreKeptApart() {
    Waterfall of = Waterfall.of(wh(1_000), wh(300), wh(50), wh(20), wh(400), factors());

    assertThat(of.step("efficiency").column()).isEqualTo(Waterfall.Column.EFFICIENCY);
    assertThat(of.step("pv-self-use").column()).isEqualTo(Waterfall.Column.OWN_GENERATION);
    assertThat(of.step("load-shift").column()).isEqualTo(Waterfall.Column.OWN_GENERATION);
    assertThat(of.step("green-power").column()).isEqualTo(Waterfall.Column.PROCUREMENT);
    assertThat(of.step("residual-factor").column()).isEqualTo(Waterfall.Column.NONE);
  }

  @Property(tries = 500)
  void itAddsUpForAnyNumbers(
      @ForAll @LongRange(min = 0, max = MOST) long imported,
      @ForAll @LongRange(min = -MOST, max = MOST) long selfUse,
      @ForAll @LongRange(min = -MOST, max = MOST) long efficiency,
      @ForAll @LongRange(min = -MOST, max = MOST) long shift,
      @ForAll @LongRange(min = -MOST, max = MOST) long green,
      @ForAll @LongRange(min = -MOST, max = MOST) long residual) {
    Waterfall of =
        Waterfall.of(
            new Waterfall.Parts(
                Waterfall.Saved.at(wh(imported), 530_600),
                Waterfall.Saved.at(wh(selfUse), 530_601),
                Waterfall.Saved.at(wh(efficiency), 530_602),
                Waterfall.Saved.at(wh(shift), 530_603),
                Waterfall.Saved.at(wh(green), 530_604),
                new Carbon(residual)));

    long micrograms = of.step("reference").carbon().micrograms();
    for (Waterfall.Step step : of.steps()) {
      micrograms += step.isTotal() ? 0 : step.carbon().micrograms();
    }
    assertThat(micrograms).isEqualTo(of.step("market-based").carbon().micrograms());
    assertThat(of.step("market-based").carbon().micrograms())
        .isEqualTo(imported * 530_600 - green * 530_604 + residual);
  }

  @Test
  void aLossRaisesTheBar() {
    Waterfall of = Waterfall.of(wh(1_000), wh(0), wh(-100), wh(-10), wh(0), factors());

    assertThat(of.step("efficiency").energy()).isEqualTo(wh(100));
    assertThat(of.step("location-based").energy()).isEqualTo(wh(1_110));
  }

  @Test
  void stepsThatDoNotAddUpAndTooMuchGreenPowerAreRefused() {
    var reference = new Waterfall.Step("a", true, Waterfall.Column.NONE, wh(10), new Carbon(10));
    var total = new Waterfall.Step("b", true, Waterfall.Column.NONE, wh(10), new Carbon(11));

    assertThatThrownBy(() -> new Waterfall(List.of(reference, total)))
        .hasMessage("b must be 10 Wh and 10 µg, but was 10 Wh and 11 µg");
    assertThatThrownBy(() -> Waterfall.of(wh(100), wh(30), wh(0), wh(0), wh(71), factors()))
        .hasMessage("green power covers at most the import of 70 Wh, but was 71");
  }

  private static Energy wh(long wattHours) {
    return new Energy(wattHours);
  }

  private static Waterfall.Factors factors() {
    return new Waterfall.Factors(500_000, 600_000);
  }
}

package org.zerofactory.schedule.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;
import org.zerofactory.schedule.grid.SlotEnergy.Scenario;

class MarginalPricesTest {

  private static final double NONE = Double.POSITIVE_INFINITY;

  // surplus sells at 1, a shortage buys at 3; exactly balanced, more costs 3 and less earns 1
  @Test
  void withoutDevicesAPriceIsThatOfTheSlot() {
    var prices = prices(energy(new double[] {-2, 0, 2}, NONE, 0, List.of(), List.of()));

    assertThat(prices.up()).containsExactly(1, 3, 3);
    assertThat(prices.down()).containsExactly(1, 1, 3);
  }

  // of the battery's 10 kWh 2 are sold: a kW more at noon costs what it would have sold for
  @Test
  void storedEnergyThatWouldBeSoldServesMoreLoad() {
    var battery = new GridBattery("B", 0, 10, 10, 0, 4, 4, 1, 1, 0);
    var prices = prices(energy(new double[] {4, 1, 3}, NONE, 0, List.of(battery), List.of()));

    assertThat(prices.up()[1]).isCloseTo(1, within(1e-6));
  }

  // the first slot's sun would be sold at 1; stored at 80 % in and 80 % out it costs 1 / 0.64
  @Test
  void moreLoadInTheEveningIsStoredSunWithItsLosses() {
    var battery = new GridBattery("B", 0, 10, 0, 0, 10, 10, 0.8, 0.8, 0);
    var prices = prices(energy(new double[] {-8, 0, 1}, NONE, 0, List.of(battery), List.of()));

    assertThat(prices.up()[2]).isCloseTo(1 / 0.64, within(1e-3));
    assertThat(prices.down()[2]).isCloseTo(1 / 0.64, within(1e-3));
    assertThat(prices.up()[0]).isCloseTo(1, within(1e-3));
  }

  // a flexible load in the sun makes room for others by moving to where sun is left
  @Test
  void aFlexibleLoadMakesRoom() {
    var load = new FlexibleLoad("F", 0, 2, 2, 2);
    var prices = prices(energy(new double[] {-2, -9, 0}, NONE, 0, List.of(), List.of(load)));

    assertThat(prices.up()[0]).isCloseTo(1, within(1e-6));
  }

  @Test
  void aConnectionAtItsLimitTakesNoMore() {
    var prices = prices(energy(new double[] {5, 1, 1}, 5, 0, List.of(), List.of()));

    assertThat(prices.up()[0]).isInfinite();
    assertThat(prices.up()[1]).isEqualTo(3);
  }

  // alone at the peak a slot raises and lowers it
  @Test
  void thePeakIsPartOfThePriceOfItsSlot() {
    var prices = prices(energy(new double[] {5, 1, 1}, NONE, 7, List.of(), List.of()));

    assertThat(prices.up()).containsExactly(10, 3, 3);
    assertThat(prices.down()).containsExactly(10, 3, 3);
  }

  // two slots share the peak: one alone can raise it but not lower it
  @Test
  void aSharedPeakIsNotLoweredByOneSlot() {
    var prices = prices(energy(new double[] {5, 5, 1}, NONE, 7, List.of(), List.of()));

    assertThat(prices.up()).containsExactly(10, 10, 3);
    assertThat(prices.down()).containsExactly(3, 3, 3);
  }

  private static MarginalPrices prices(SlotEnergy energy) {
    double[] machines = new double[3];
    return MarginalPrices.of(energy, 1, machines, Dispatch.of(energy, 1, machines));
  }

  private static SlotEnergy energy(
      double[] base,
      double importLimitKw,
      double peakCost,
      List<GridBattery> batteries,
      List<FlexibleLoad> loads) {
    return new SlotEnergy(
        List.of(new Scenario("expected", 1, base)),
        new double[] {3, 3, 3},
        new double[] {1, 1, 1},
        NONE,
        importLimitKw,
        peakCost,
        0,
        batteries,
        loads);
  }
}

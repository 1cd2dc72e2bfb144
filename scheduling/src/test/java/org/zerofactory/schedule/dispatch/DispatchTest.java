package org.zerofactory.schedule.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;
import org.zerofactory.schedule.grid.SlotEnergy.Scenario;

class DispatchTest {

  private static final double NONE = Double.POSITIVE_INFINITY;

  // 4 kW x 0.5 h x 2 - 2 kW x 0.5 h x 1 = 3
  @Test
  void withoutDevicesTheCostIsImportLessExport() {
    var energy = SlotEnergy.plain(new double[] {4, -2}, new double[] {2, 2}, new double[] {1, 1});

    Dispatch dispatch = Dispatch.of(energy, 0.5, new double[2]);

    assertThat(dispatch.cost()).isCloseTo(3, within(1e-9));
    assertThat(dispatch.lowerBound()).isCloseTo(3, within(1e-9));
    assertThat(dispatch.priceOfPower()).containsExactly(1, 0.5);
  }

  // 8 kWh at 1 instead of 3
  @Test
  void aBatteryIsChargedInTheCheapNight() {
    var energy = energy(prices(1, 3), kilowatts(0, 8), List.of(battery(10, 10, 1, 0)), List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.batteryKw().get(0)).containsExactly(new double[] {8, -8}, within(1e-4));
    assertThat(dispatch.cost()).isCloseTo(8, within(1e-4));
  }

  // the machines' 8 kW count like the base's
  @Test
  void theMachinesLoadIsServedToo() {
    var energy = energy(prices(1, 3), kilowatts(0, 0), List.of(battery(10, 10, 1, 0)), List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[] {0, 8});

    assertThat(dispatch.cost()).isCloseTo(8, within(1e-4));
  }

  // a kWh given takes 1 / (0.7 x 0.7) = 2.04 kWh, which cost 2.04 at night and 2 by day
  @Test
  void aLossyBatteryThatIsNotWorthItRests() {
    var lossy = battery(20, 20, 0.7, 0);
    var energy = energy(prices(1, 2), kilowatts(0, 8), List.of(lossy), List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.batteryKw().get(0)).containsExactly(new double[] {0, 0}, within(1e-6));
    assertThat(dispatch.cost()).isCloseTo(16, within(1e-6));
  }

  // 8 / 0.49 kWh at 1 instead of 8 kWh at 3
  @Test
  void aLossyBatteryThatIsWorthItIsChargedWithItsLosses() {
    var lossy = battery(20, 20, 0.7, 0);
    var energy = energy(prices(1, 3), kilowatts(0, 8), List.of(lossy), List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.cost()).isCloseTo(8 / 0.49, within(1e-4));
  }

  // 2 saved per kWh, 2.5 worn
  @Test
  void aBatteryRestsWhereWearCostsMoreThanItSaves() {
    var energy = energy(prices(1, 3), kilowatts(0, 8), List.of(battery(10, 10, 1, 2.5)), List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.cost()).isCloseTo(24, within(1e-6));
  }

  // 10 kW of sun, 4 sold at 1, 6 stored for the load of 6
  @Test
  void sunThatWouldBeCurtailedIsStored() {
    var energy =
        new SlotEnergy(
            List.of(new Scenario("expected", 1, kilowatts(-10, 6))),
            prices(5, 5),
            prices(1, 1),
            4,
            NONE,
            0,
            0,
            List.of(battery(10, 10, 1, 0)),
            List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.batteryKw().get(0)).containsExactly(new double[] {6, -6}, within(1e-3));
    assertThat(dispatch.cost()).isCloseTo(-4, within(1e-4));
  }

  // 2 + 4 and 10 - 4: the peak of 10 becomes 6; 14 kWh at 1 and 6 kW at 10
  @Test
  void thePeakIsShaved() {
    var energy =
        new SlotEnergy(
            List.of(new Scenario("expected", 1, kilowatts(2, 10, 2))),
            prices(1, 1, 1),
            prices(0, 0, 0),
            NONE,
            NONE,
            10,
            0,
            List.of(battery(4, 4, 1, 0)),
            List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[3]);

    assertThat(dispatch.batteryKw().get(0)).containsExactly(new double[] {4, -4, 0}, within(1e-3));
    assertThat(dispatch.cost()).isCloseTo(14 + 60, within(1e-3));
  }

  // below the free 8 kW nothing more is saved: 12 kWh at 1 and nothing for the peak
  @Test
  void aPeakIsShavedNoFurtherThanTheFreeOne() {
    var lossy = battery(4, 4, 0.9, 0);
    var energy =
        new SlotEnergy(
            List.of(new Scenario("expected", 1, kilowatts(2, 10))),
            prices(1, 1),
            prices(0, 0),
            NONE,
            NONE,
            10,
            8,
            List.of(lossy),
            List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.batteryKw().get(0)[1]).isCloseTo(-2, within(1e-4));
    assertThat(dispatch.cost()).isCloseTo(2 + 2 / 0.81 + 8, within(1e-3));
  }

  // 5 kWh given in the dear slot come back in the cheap one
  @Test
  void theFinalEnergyIsKept() {
    var battery = new GridBattery("B", 0, 10, 5, 5, 10, 10, 1, 1, 0);
    var energy = energy(prices(3, 1), kilowatts(5, 0), List.of(battery), List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.batteryKw().get(0)).containsExactly(new double[] {-5, 5}, within(1e-4));
    assertThat(dispatch.cost()).isCloseTo(5, within(1e-4));
  }

  // 4 kW at 2 and 2 kW at 4 inside slots 1 to 3
  @Test
  void aCarIsChargedInTheCheapestSlotsOfItsWindow() {
    var car = new FlexibleLoad("car", 1, 4, 6, 4);
    var energy = energy(prices(1, 5, 2, 4), new double[4], List.of(), List.of(car));

    Dispatch dispatch = Dispatch.of(energy, 1, new double[4]);

    assertThat(dispatch.flexibleKw().get(0))
        .containsExactly(new double[] {0, 0, 4, 2}, within(1e-4));
    assertThat(dispatch.cost()).isCloseTo(16, within(1e-3));
  }

  // storing 10 kW costs 3 x 10 if the sun stays away (one half) and saves 2 x 10 for certain
  @Test
  void oneDecisionServesAllScenarios() {
    var energy =
        new SlotEnergy(
            List.of(
                new Scenario("sun", 0.5, kilowatts(-10, 10)),
                new Scenario("clouds", 0.5, kilowatts(0, 10))),
            prices(3, 2),
            prices(0, 0),
            NONE,
            NONE,
            0,
            0,
            List.of(battery(10, 10, 1, 0)),
            List.of());

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.batteryKw().get(0)).containsExactly(new double[] {10, -10}, within(1e-3));
    assertThat(dispatch.cost()).isCloseTo(15, within(1e-3));
  }

  @Test
  void theImportLimitIsKeptThoughItCosts() {
    var energy = limited(8, kilowatts(5, 9), battery(2, 2, 0.9, 1));

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.excessKw()).isCloseTo(0, within(1e-6));
    assertThat(dispatch.batteryKw().get(0)[1]).isCloseTo(-1, within(1e-4));
  }

  @Test
  void anImportLimitThatCannotBeKeptIsExceededAsLittleAsPossible() {
    var energy = limited(6, kilowatts(6, 9), battery(2, 2, 1, 1));

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.excessKw()).isCloseTo(3, within(1e-6));
  }

  @Test
  void aWindowThatCannotHoldItsEnergyIsRefusedWithWhatIsMissing() {
    var car = new FlexibleLoad("car", 1, 4, 13.5, 4);
    var energy = energy(prices(1, 1, 1, 1), new double[4], List.of(), List.of(car));

    assertThatThrownBy(() -> Dispatch.of(energy, 1, new double[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("car")
        .hasMessageContaining("12.000 kWh")
        .hasMessageContaining("1.500 kWh too little");
  }

  @Test
  void aFinalEnergyThatCannotBeReachedIsRefusedWithWhatIsMissing() {
    var battery = new GridBattery("B", 0, 10, 0, 9, 4, 4, 0.5, 1, 0);
    var energy = energy(prices(1, 1), kilowatts(0, 0), List.of(battery), List.of());

    assertThatThrownBy(() -> Dispatch.of(energy, 1, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("B")
        .hasMessageContaining("4.000 kWh")
        .hasMessageContaining("5.000 kWh less");
  }

  @Test
  void aLoadOfAnotherHorizonIsRefused() {
    var energy = energy(prices(1, 1), kilowatts(0, 0), List.of(), List.of());

    assertThatThrownBy(() -> Dispatch.of(energy, 1, new double[3]))
        .hasMessage("machineKw: expected 2 slots, got 3");
  }

  @Test
  void aWindowThatIsJustFullIsServedThroughout() {
    var car = new FlexibleLoad("car", 0, 2, 8, 4);
    var energy = energy(prices(1, 3), kilowatts(0, 0), List.of(), List.of(car));

    Dispatch dispatch = Dispatch.of(energy, 1, new double[2]);

    assertThat(dispatch.flexibleKw().get(0)).containsExactly(4, 4);
    assertThat(dispatch.cost()).isCloseTo(16, within(1e-9));
  }

  private static SlotEnergy limited(double importLimitKw, double[] base, GridBattery battery) {
    return new SlotEnergy(
        List.of(new Scenario("expected", 1, base)),
        prices(1, 1),
        prices(0, 0),
        NONE,
        importLimitKw,
        0,
        0,
        List.of(battery),
        List.of());
  }

  private static SlotEnergy energy(
      double[] prices, double[] base, List<GridBattery> batteries, List<FlexibleLoad> loads) {
    return new SlotEnergy(
        List.of(new Scenario("expected", 1, base)),
        prices,
        Arrays.stream(prices).map(price -> 0).toArray(),
        NONE,
        NONE,
        0,
        0,
        batteries,
        loads);
  }

  private static GridBattery battery(double kwh, double kw, double efficiency, double wear) {
    return new GridBattery("B", 0, kwh, 0, 0, kw, kw, efficiency, efficiency, wear);
  }

  private static double[] prices(double... values) {
    return values;
  }

  private static double[] kilowatts(double... values) {
    return values;
  }
}

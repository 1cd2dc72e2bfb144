package org.zerofactory.schedule.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

class DispatchPropertyTest {

  private static final double NEAR = 1e-6;

  @Property(tries = 400, seed = "20261125")
  void everyLimitHoldsAndEnergyIsBalanced(@ForAll long seed) {
    RandomEnergy problem = RandomEnergy.of(seed);

    Dispatch dispatch = dispatch(problem);

    for (int i = 0; i < dispatch.batteryKw().size(); i++) {
      GridBattery battery = problem.energy().batteries().get(i);
      double stored = battery.initialKwh();
      for (double power : dispatch.batteryKw().get(i)) {
        assertThat(power).isBetween(-battery.dischargeKw(), battery.chargeKw());
        stored +=
            problem.hours()
                * (power > 0
                    ? power * battery.chargeEfficiency()
                    : power / battery.dischargeEfficiency());
        assertThat(stored).isBetween(battery.minimumKwh() - NEAR, battery.maximumKwh() + NEAR);
      }
      assertThat(stored).isGreaterThan(battery.finalKwh() - NEAR);
    }
    for (int i = 0; i < dispatch.flexibleKw().size(); i++) {
      FlexibleLoad load = problem.energy().flexibleLoads().get(i);
      double sum = 0;
      for (int slot = 0; slot < problem.machineKw().length; slot++) {
        double power = dispatch.flexibleKw().get(i)[slot];
        boolean inside = slot >= load.fromSlot() && slot < load.toSlot();
        assertThat(power).isBetween(0.0, inside ? load.maximumKw() : 0);
        sum += power * problem.hours();
      }
      assertThat(sum).isCloseTo(load.energyKwh(), within(NEAR));
    }
  }

  @Property(tries = 400, seed = "20261125")
  void theCostIsProvenToBeTheLeast(@ForAll long seed) {
    RandomEnergy problem = RandomEnergy.of(seed);

    Dispatch dispatch = dispatch(problem);

    if (dispatch.excessKw() < NEAR) {
      double gap = dispatch.cost() - dispatch.lowerBound();
      assertThat(gap).isBetween(-1e-8, 5e-5 + 2e-6 * Math.abs(dispatch.cost()));
    }
  }

  @Property(tries = 400, seed = "20261125")
  void noDispatchIsWorseThanRest(@ForAll long seed) {
    RandomEnergy problem = RandomEnergy.of(seed);
    SlotEnergy energy = problem.energy();
    boolean canRest =
        energy.batteries().stream().allMatch(battery -> battery.finalKwh() <= battery.initialKwh());
    SlotPrice price = new SlotPrice(energy, problem.hours(), problem.machineKw());
    Rows idle = Rows.idle(energy, problem.machineKw().length, problem.hours());

    Dispatch dispatch = dispatch(problem);

    if (canRest && idle.excess(price) == 0) {
      assertThat(dispatch.excessKw()).isLessThan(NEAR);
      assertThat(dispatch.cost()).isLessThanOrEqualTo(idle.cost(energy, price));
    }
  }

  @Property(tries = 200, seed = "20261125")
  void theOrderOfBatteriesChangesNothing(@ForAll long seed) {
    RandomEnergy problem = RandomEnergy.of(seed);
    SlotEnergy energy = problem.energy();
    List<GridBattery> batteries = new ArrayList<>(energy.batteries());
    Collections.reverse(batteries);
    SlotEnergy reversed =
        new SlotEnergy(
            energy.scenarios(),
            energy.importCost(),
            energy.exportRevenue(),
            energy.exportLimitKw(),
            energy.importLimitKw(),
            energy.peakCost(),
            energy.freePeakKw(),
            batteries,
            energy.flexibleLoads());

    double cost = dispatch(problem).cost();
    double other = Dispatch.of(reversed, problem.hours(), problem.machineKw()).cost();

    assertThat(other).isCloseTo(cost, within(4e-6 * (1 + Math.abs(cost))));
  }

  private static Dispatch dispatch(RandomEnergy problem) {
    return Dispatch.of(problem.energy(), problem.hours(), problem.machineKw());
  }
}

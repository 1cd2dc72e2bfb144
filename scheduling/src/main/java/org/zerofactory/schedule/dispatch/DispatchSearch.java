package org.zerofactory.schedule.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zerofactory.schedule.grid.SlotEnergy;
import org.zerofactory.schedule.grid.SlotEnergy.FlexibleLoad;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/**
 * One dispatch: leaves out devices that have no choice, solves the program, makes it exact, and
 * keeps devices idle if that is cheaper.
 */
final class DispatchSearch {

  private static final double TOLERANCE = 1e-9;

  /** Import above the limit that rounding may cause. */
  private static final double EXCESS_KW = 1e-6;

  private final SlotEnergy energy;
  private final double hours;
  private final int slots;
  private final Rows rows;
  private final List<Integer> freeBatteries = new ArrayList<>();
  private final List<Integer> freeLoads = new ArrayList<>();
  private final SlotPrice price;
  private final SlotPrice fixed;

  DispatchSearch(SlotEnergy energy, double hours, double[] machineKw) {
    this.energy = energy;
    this.hours = hours;
    this.slots = machineKw.length;
    this.rows = Rows.idle(energy, slots, hours);
    this.price = new SlotPrice(energy, hours, machineKw);
    double[] decided = machineKw.clone();
    for (int number = 0; number < energy.batteries().size(); number++) {
      GridBattery battery = energy.batteries().get(number);
      double strongest = Math.max(battery.chargeKw(), battery.dischargeKw());
      if (battery.maximumKwh() > battery.minimumKwh() && strongest > 0) {
        freeBatteries.add(number);
      }
    }
    for (int number = 0; number < energy.flexibleLoads().size(); number++) {
      FlexibleLoad load = energy.flexibleLoads().get(number);
      if (hasChoice(load)) {
        freeLoads.add(number);
      } else {
        for (int slot = 0; slot < slots; slot++) {
          decided[slot] += rows.flexibleKw().get(number)[slot];
        }
      }
    }
    this.fixed = new SlotPrice(energy, hours, decided);
  }

  /** Not if it needs nothing, one slot takes all, or all slots are needed in full. */
  private boolean hasChoice(FlexibleLoad load) {
    int window = load.toSlot() - load.fromSlot();
    double most = window * load.maximumKw() * hours;
    return window > 1
        && load.energyKwh() > TOLERANCE * most
        && load.energyKwh() < (1 - TOLERANCE) * most;
  }

  Dispatch run() {
    if (freeBatteries.isEmpty() && freeLoads.isEmpty()) {
      double cost = rows.cost(energy, price);
      SlotSlopes slopes = SlotSlopes.of(energy, price, rows.sum(slots));
      double[] prices = slopes.up();
      for (int slot = 0; slot < slots; slot++) {
        prices[slot] = Double.isFinite(prices[slot]) ? prices[slot] : slopes.down()[slot];
      }
      return result(rows, cost, prices);
    }
    List<GridBattery> batteries = freeBatteries.stream().map(energy.batteries()::get).toList();
    List<FlexibleLoad> loads = freeLoads.stream().map(energy.flexibleLoads()::get).toList();
    DispatchProgram program = new DispatchProgram(energy, fixed, batteries, loads);
    InteriorPoint.Solution solution = InteriorPoint.of(program);
    Rows found = tidy(program, solution.v());
    double bound = program.constant + solution.bound() * program.money * program.power;
    double[] prices = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      prices[slot] = -solution.y()[slot] * program.money;
    }
    return result(isIdleBetter(found) ? rows : found, bound, prices);
  }

  private Dispatch result(Rows chosen, double bound, double[] prices) {
    double cost = chosen.cost(energy, price);
    return new Dispatch(
        chosen.batteryKw(), chosen.flexibleKw(), cost, bound, chosen.highestExcess(price), prices);
  }

  private Rows tidy(DispatchProgram program, double[] v) {
    List<double[]> batteryKw = new ArrayList<>(rows.batteryKw());
    for (int i = 0; i < freeBatteries.size(); i++) {
      GridBattery battery = program.batteries.get(i);
      double[] stored = new double[slots];
      for (int slot = 0; slot < slots; slot++) {
        double least = slot + 1 < slots ? battery.minimumKwh() : battery.finalKwh();
        stored[slot] = least + v[program.stored(i) + slot] * program.power * hours;
      }
      batteryKw.set(freeBatteries.get(i), Tidy.battery(battery, stored, hours));
    }
    List<double[]> flexibleKw = new ArrayList<>(rows.flexibleKw());
    for (int i = 0; i < freeLoads.size(); i++) {
      double[] window = Arrays.copyOfRange(v, program.firstOfLoad[i], program.firstOfLoad[i + 1]);
      for (int slot = 0; slot < window.length; slot++) {
        window[slot] *= program.power;
      }
      flexibleKw.set(freeLoads.get(i), Tidy.flexible(program.loads.get(i), window, hours, slots));
    }
    return new Rows(batteryKw, flexibleKw);
  }

  private boolean isIdleBetter(Rows found) {
    for (GridBattery battery : energy.batteries()) {
      if (battery.finalKwh() > battery.initialKwh()) {
        return false;
      }
    }
    double excess = found.excess(price);
    double idleExcess = rows.excess(price);
    if (Math.abs(excess - idleExcess) > EXCESS_KW) {
      return idleExcess < excess;
    }
    return rows.cost(energy, price) <= found.cost(energy, price);
  }
}

package org.zerofactory.schedule.grid;

import java.util.List;

/**
 * What power costs in each slot. In a scenario the net power of slot {@code t} is {@code n =
 * base[t] + machines + flexible loads + battery}; import costs {@code importCost[t]} per kWh,
 * export earns {@code exportRevenue[t]} per kWh up to the export limit, above which it is curtailed
 * and earns nothing. Revenue is at most the import cost, so the cost of a slot is convex in its net
 * power, and a self-consumed kWh is worth the difference of the two.
 *
 * @param scenarios base power and its weight; the first is the one that plans are made for (P50);
 *     weights sum to 1
 * @param importCost money per kWh and slot: tariff, and carbon by its weight; 0 or more
 * @param exportRevenue money per kWh and slot, from 0 to {@code importCost}
 * @param exportLimitKw most that may be exported, {@link Double#POSITIVE_INFINITY} for no limit
 * @param importLimitKw most that the connection carries, {@link Double#POSITIVE_INFINITY} for none
 * @param peakCost money per kW by which the highest import of a slot exceeds {@code freePeakKw}
 * @param freePeakKw peak that costs nothing more: contracted, or already reached this month
 * @param batteries dispatched with the plan
 * @param flexibleLoads dispatched with the plan
 */
public record SlotEnergy(
    List<Scenario> scenarios,
    double[] importCost,
    double[] exportRevenue,
    double exportLimitKw,
    double importLimitKw,
    double peakCost,
    double freePeakKw,
    List<GridBattery> batteries,
    List<FlexibleLoad> flexibleLoads) {

  public SlotEnergy {
    scenarios = List.copyOf(scenarios);
    importCost = importCost.clone();
    exportRevenue = exportRevenue.clone();
    batteries = List.copyOf(batteries);
    flexibleLoads = List.copyOf(flexibleLoads);
  }

  /**
   * Base load minus sun in kW per slot: what the plan can't move. Negative where the sun gives
   * more.
   *
   * @param weight share of the cost, more than 0 to 1
   */
  public record Scenario(String name, double weight, double[] baseKw) {
    public Scenario {
      baseKw = baseKw.clone();
    }
  }

  /**
   * A battery behind the connection.
   *
   * @param chargeEfficiency stored kWh per kWh taken, more than 0 to 1
   * @param dischargeEfficiency kWh given per stored kWh, more than 0 to 1
   * @param finalKwh least energy at the end of the horizon
   * @param wearCost money per kWh given
   */
  public record GridBattery(
      String id,
      double minimumKwh,
      double maximumKwh,
      double initialKwh,
      double finalKwh,
      double chargeKw,
      double dischargeKw,
      double chargeEfficiency,
      double dischargeEfficiency,
      double wearCost) {}

  /**
   * A load that must get its energy in a window but not at a given time: a charger, an ice tank, a
   * water heater, a compressor filling a vessel.
   *
   * @param fromSlot first slot of the window
   * @param toSlot slot after the window
   * @param energyKwh what it must get in the window, per {@code slotHours} of power
   * @param maximumKw most power in a slot
   */
  public record FlexibleLoad(
      String id, int fromSlot, int toSlot, double energyKwh, double maximumKw) {

    /** Its power in kW per slot as it runs without a plan: in full from the window's beginning. */
    public double[] soonest(int slots, double slotHours) {
      double[] kilowatts = new double[slots];
      double left = energyKwh / slotHours;
      for (int slot = fromSlot; slot < toSlot; slot++) {
        kilowatts[slot] = Math.min(left, maximumKw);
        left -= kilowatts[slot];
      }
      return kilowatts;
    }
  }

  /** One scenario, no battery, no limits, no peak charge. */
  public static SlotEnergy plain(double[] baseKw, double[] importCost, double[] exportRevenue) {
    return new SlotEnergy(
        List.of(new Scenario("expected", 1, baseKw)),
        importCost,
        exportRevenue,
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        0,
        0,
        List.of(),
        List.of());
  }
}

package org.zerofactory.schedule.dispatch;

import java.util.List;
import org.zerofactory.schedule.grid.SlotEnergy;

/**
 * What batteries and flexible loads do for given machines: one decision for all scenarios, at the
 * least mean cost of import less export, peak and wear. Limits of devices always hold. If the
 * connection's limit cannot be kept for the first scenario, it is exceeded as little as possible.
 *
 * @param batteryKw {@code [battery][slot]}: charging positive, discharging negative, at the
 *     battery's terminals on the site's side
 * @param flexibleKw {@code [flexible load][slot]}, 0 or more
 * @param cost money for the site's net power with machines and base, and for wear
 * @param lowerBound no dispatch that keeps the limit costs less, in money; proven by prices
 * @param excessKw highest import above the connection's limit in the first scenario, 0 if it holds
 * @param priceOfPower what a kW more or less in a slot is worth when everything is dispatched anew,
 *     money per kW: a value between both one-sided prices
 */
public record Dispatch(
    List<double[]> batteryKw,
    List<double[]> flexibleKw,
    double cost,
    double lowerBound,
    double excessKw,
    double[] priceOfPower) {

  public Dispatch {
    batteryKw = batteryKw.stream().map(double[]::clone).toList();
    flexibleKw = flexibleKw.stream().map(double[]::clone).toList();
    priceOfPower = priceOfPower.clone();
  }

  /**
   * @param slotHours length of a slot in hours, more than 0
   * @param machineKw power of the machines per slot
   * @throws IllegalArgumentException if a window cannot hold its energy, or a battery cannot reach
   *     its final energy, with the missing kWh; or if sizes do not fit
   */
  public static Dispatch of(SlotEnergy energy, double slotHours, double[] machineKw) {
    DispatchChecks.check(energy, slotHours, machineKw);
    return new DispatchSearch(energy, slotHours, machineKw).run();
  }

  /** Batteries and flexible loads together, kW per slot. */
  public double[] kilowatts() {
    return new Rows(batteryKw, flexibleKw).sum(priceOfPower.length);
  }
}

package org.zerofactory.schedule.dispatch;

import org.zerofactory.schedule.grid.SlotEnergy;

/**
 * What a little more or less load in a slot changes, given a dispatch: directly, or by a chain of
 * small changes of batteries and flexible loads that undoes it elsewhere. Money per kW during the
 * slot. Cheap: some passes over the slots, so that a search can price its moves.
 *
 * <p>Each price belongs to a change that can be made; with all chains counted together a dispatch
 * made anew can be a little better still where several slots share the peak. So {@code down <=
 * price of power <= up}.
 *
 * @param up cost of one kW more, {@link Double#POSITIVE_INFINITY} where the connection carries no
 *     more
 * @param down saving of one kW less
 */
public record MarginalPrices(double[] up, double[] down) {

  public MarginalPrices {
    up = up.clone();
    down = down.clone();
  }

  /**
   * @param slotHours length of a slot in hours
   * @param machineKw the load that {@code dispatch} was made for
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public static MarginalPrices of(
      SlotEnergy energy, double slotHours, double[] machineKw, Dispatch dispatch) {
    DispatchChecks.check(energy, slotHours, machineKw);
    double[] kilowatts = dispatch.kilowatts();
    if (kilowatts.length != machineKw.length) {
      throw new IllegalArgumentException(
          "dispatch: expected %d slots, got %d".formatted(machineKw.length, kilowatts.length));
    }
    SlotPrice price = new SlotPrice(energy, slotHours, machineKw);
    SlotSlopes slopes = SlotSlopes.of(energy, price, kilowatts);
    new Rearrangement(energy, slotHours, dispatch, slopes.up(), slopes.down()).relax();
    return new MarginalPrices(slopes.up(), slopes.down());
  }
}

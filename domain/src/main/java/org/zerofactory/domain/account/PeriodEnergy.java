package org.zerofactory.domain.account;

import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.quantity.Energy;

/**
 * The energy of a period.
 *
 * @param gridImport sum of what is known
 * @param gridExport sum of what is known
 * @param production sum of what is known
 * @param balanced balance over the quarter hours in which import, export and production are all
 *     known: self-use and load come from it, so that a missing meter never shows as a load
 * @param greenPower import that contracts cover
 * @param greenSurplus energy of contracts beyond the import of their month
 * @param efficiency saved by measures
 * @param loadShift import avoided by the schedule
 */
public record PeriodEnergy(
    Energy gridImport,
    Energy gridExport,
    Energy production,
    EnergyBalance balanced,
    Energy greenPower,
    Energy greenSurplus,
    Energy efficiency,
    Energy loadShift) {

  public static final PeriodEnergy NONE =
      new PeriodEnergy(
          Energy.ZERO,
          Energy.ZERO,
          Energy.ZERO,
          EnergyBalance.ZERO,
          Energy.ZERO,
          Energy.ZERO,
          Energy.ZERO,
          Energy.ZERO);

  public PeriodEnergy plus(PeriodEnergy other) {
    return new PeriodEnergy(
        gridImport.plus(other.gridImport),
        gridExport.plus(other.gridExport),
        production.plus(other.production),
        balanced.plus(other.balanced),
        greenPower.plus(other.greenPower),
        greenSurplus.plus(other.greenSurplus),
        efficiency.plus(other.efficiency),
        loadShift.plus(other.loadShift));
  }
}

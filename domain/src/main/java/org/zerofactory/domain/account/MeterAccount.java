package org.zerofactory.domain.account;

import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * What one meter counted in a period and what that emitted.
 *
 * @param energy sum of what is known
 * @param known quarter hours that are known; what lacks to the period's is missing, never zero
 * @param atGridFactor all of it at the grid's factor of its time
 * @param bySupply at the factor of what the site was supplied with at that time: its own sun counts
 *     as zero, in equal parts for all that ran
 */
public record MeterAccount(Energy energy, long known, Carbon atGridFactor, Carbon bySupply) {

  public static final MeterAccount NONE =
      new MeterAccount(Energy.ZERO, 0, Carbon.ZERO, Carbon.ZERO);

  public MeterAccount plus(MeterAccount other) {
    return new MeterAccount(
        energy.plus(other.energy),
        Math.addExact(known, other.known),
        atGridFactor.plus(other.atGridFactor),
        bySupply.plus(other.bySupply));
  }
}

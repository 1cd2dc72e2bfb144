package org.zerofactory.domain.account;

import java.util.Optional;

/**
 * Energy, emissions and completeness of a month or a sum of months.
 *
 * @param emissions empty if a factor is missing; a missing factor is never a silent zero
 * @param gasLitres natural gas at standard conditions
 */
public record PeriodAccount(
    PeriodEnergy energy, Optional<Emissions> emissions, long gasLitres, Completeness complete) {

  public static final PeriodAccount NONE =
      new PeriodAccount(PeriodEnergy.NONE, Optional.of(Emissions.NONE), 0, Completeness.NONE);

  /** The sum; without emissions if one of the two has none. */
  public PeriodAccount plus(PeriodAccount other) {
    return new PeriodAccount(
        energy.plus(other.energy),
        emissions.flatMap(own -> other.emissions.map(own::plus)),
        Math.addExact(gasLitres, other.gasLitres),
        complete.plus(other.complete));
  }
}

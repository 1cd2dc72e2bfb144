package org.zerofactory.domain.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Energy, emissions and completeness of a month or a sum of months.
 *
 * @param emissions empty if a factor is missing; a missing factor is never a silent zero
 * @param gasLitres natural gas at standard conditions, sum of what is known
 * @param faults why a figure is not stated or not whole; empty if none is
 */
public record PeriodAccount(
    PeriodEnergy energy,
    Optional<Emissions> emissions,
    long gasLitres,
    Completeness complete,
    List<AccountFault> faults) {

  public static final PeriodAccount NONE =
      new PeriodAccount(
          PeriodEnergy.NONE, Optional.of(Emissions.NONE), 0, Completeness.NONE, List.of());

  public PeriodAccount {
    faults = List.copyOf(faults);
  }

  /** The sum; without emissions if one of the two has none. */
  public PeriodAccount plus(PeriodAccount other) {
    return new PeriodAccount(
        energy.plus(other.energy),
        emissions.flatMap(own -> other.emissions.map(own::plus)),
        Math.addExact(gasLitres, other.gasLitres),
        complete.plus(other.complete),
        Stream.concat(faults.stream(), other.faults.stream()).toList());
  }
}

package org.zerofactory.domain.product;

import java.util.Optional;
import org.zerofactory.domain.quantity.Energy;

/**
 * Energy and emissions of a part of the load.
 *
 * @param estimated the part of the energy that rests on readings that are not plainly measured
 * @param emitted empty if a factor is missing; a missing factor is never a silent zero
 */
public record Amounts(Energy energy, Energy estimated, Optional<Emitted> emitted) {

  public static final Amounts NONE =
      new Amounts(Energy.ZERO, Energy.ZERO, Optional.of(Emitted.NONE));

  public Amounts plus(Amounts other) {
    return new Amounts(
        energy.plus(other.energy),
        estimated.plus(other.estimated),
        emitted.flatMap(own -> other.emitted.map(own::plus)));
  }
}

package org.zerofactory.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A measure whose saving is what the energy would have been at the baseline's rate per driver, less
 * what it is.
 *
 * @param energyPoints ids of the registers whose sum is the measured energy
 * @param driverPoint id of the register that explains it
 * @param baseline local days before the measure
 * @param from first local day of the measure
 * @param to local day after its last; empty while it lasts
 * @param method the method and its standard, as shown to auditors
 */
public record EfficiencyMeasure(
    String id,
    String name,
    List<String> energyPoints,
    String driverPoint,
    DatePeriod baseline,
    LocalDate from,
    Optional<LocalDate> to,
    String method) {

  public EfficiencyMeasure {
    energyPoints = List.copyOf(energyPoints);
  }
}

package org.zerofactory.domain.account;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.carbon.LoadShiftSaving;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.quantity.Energy;

/**
 * What the balance's meters counted in one quarter hour, Wh. An amount is empty if any meter of it
 * is missing; a site without such meters has 0.
 *
 * @param start of the quarter hour
 * @param flexible drawn by loads that a schedule may move
 * @param planned what those would have drawn by the reference plan
 * @param quality the worst flag among the meters of import, export and production
 */
public record QuarterHourBalance(
    Instant start,
    OptionalLong gridImport,
    OptionalLong gridExport,
    OptionalLong production,
    OptionalLong flexible,
    OptionalLong planned,
    Flag quality) {

  /** The balance; empty unless import, export and production are all known. */
  public Optional<EnergyBalance> balance() {
    if (gridImport.isEmpty() || gridExport.isEmpty() || production.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EnergyBalance(
            new Energy(gridImport.getAsLong()),
            new Energy(gridExport.getAsLong()),
            new Energy(production.getAsLong())));
  }

  /** Import that the schedule avoided, see {@link LoadShiftSaving}; empty if not known. */
  public Optional<Energy> loadShift() {
    if (flexible.isEmpty() || planned.isEmpty()) {
      return Optional.empty();
    }
    return balance()
        .map(
            known ->
                LoadShiftSaving.of(
                    known.load(),
                    new Energy(flexible.getAsLong()),
                    new Energy(planned.getAsLong()),
                    known.production()));
  }
}

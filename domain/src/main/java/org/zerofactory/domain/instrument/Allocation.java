package org.zerofactory.domain.instrument;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.zerofactory.domain.quantity.Energy;

/**
 * A part of an instrument for the consumption of one site in one local month.
 *
 * @param id unique in the register; 0 until it is there
 * @param serials of the part; empty for kinds without
 * @param retirement empty until the registry has retired the part
 */
public record Allocation(
    long id,
    String instrument,
    String site,
    YearMonth month,
    Energy energy,
    Optional<SerialRange> serials,
    Optional<Retirement> retirement) {

  /**
   * That the registry has taken the part out of trade.
   *
   * @param beneficiary for whom
   * @param reference statement or transaction of the registry
   */
  public record Retirement(LocalDate date, String beneficiary, String reference) {}

  public Allocation retired(Retirement by) {
    return new Allocation(id, instrument, site, month, energy, serials, Optional.of(by));
  }
}

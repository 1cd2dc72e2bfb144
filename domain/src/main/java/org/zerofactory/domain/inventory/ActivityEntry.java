package org.zerofactory.domain.inventory;

import java.time.LocalDate;
import java.util.Optional;
import org.zerofactory.domain.quantity.Amount;

/**
 * An activity that no meter reads: diesel, a refrigerant top-up, waste, freight, commuting, goods.
 *
 * @param id unique within its site, given by the centre
 * @param subject what or where: a line, a machine, a vehicle, a supplier
 * @param from first local day of the activity
 * @param to local day after its last
 * @param factorSeries the factor series it is accounted with, see {@code rules/emission-factors}
 * @param document SHA-256, hex, of the bill, log or photo that shows the amount
 * @param enteredBy the person who entered it
 * @param approvedBy another person; empty until approved, and no inventory takes it until then
 */
public record ActivityEntry(
    String id,
    String site,
    SourceCategory category,
    String subject,
    String description,
    LocalDate from,
    LocalDate to,
    Amount amount,
    String factorSeries,
    Optional<String> document,
    String enteredBy,
    Optional<String> approvedBy) {

  /**
   * @throws IllegalArgumentException if the days are in the wrong order, the amount is negative, or
   *     a person approves an own entry
   */
  public ActivityEntry {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException(
          "entry " + id + " must end after it begins, but was " + from + " to " + to);
    }
    if (amount.value() < 0) {
      throw new IllegalArgumentException(
          "entry " + id + " must not be negative, but was " + amount.value());
    }
    if (approvedBy.filter(enteredBy::equals).isPresent()) {
      throw new IllegalArgumentException(
          "entry " + id + " needs the approval of another person than " + enteredBy);
    }
  }
}

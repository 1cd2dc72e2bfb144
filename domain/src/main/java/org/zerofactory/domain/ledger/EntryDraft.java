package org.zerofactory.domain.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.Unit;

/**
 * What a person says of an activity, checked and not yet kept.
 *
 * @param unit in which the person gave the amount
 * @param document SHA-256, hex, of a document that is kept
 * @param corrects the entry that this one replaces
 */
public record EntryDraft(
    SourceCategory category,
    String subject,
    String description,
    LocalDate from,
    LocalDate to,
    Amount amount,
    Unit unit,
    String factorSeries,
    Optional<String> document,
    Optional<Correction> corrects) {

  /**
   * @throws IllegalArgumentException if the amount is not in the unit's base unit
   */
  public EntryDraft {
    if (amount.unit() != unit.base()) {
      throw new IllegalArgumentException(
          "expected an amount in " + unit.base().word() + ", but was in " + amount.unit().word());
    }
  }
}

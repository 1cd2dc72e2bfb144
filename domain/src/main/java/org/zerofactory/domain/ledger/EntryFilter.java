package org.zerofactory.domain.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.zerofactory.domain.inventory.SourceCategory;

/**
 * Which entries are asked for.
 *
 * @param after entries with a greater number only; 0 for all
 * @param from entries that do not end before this local day
 * @param to entries that begin before this local day
 */
public record EntryFilter(
    long after,
    Optional<EntryStatus> status,
    Optional<SourceCategory> category,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  public static final EntryFilter ALL =
      new EntryFilter(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** All entries that touch a period. */
  public static EntryFilter touching(LocalDate from, LocalDate to) {
    return new EntryFilter(
        0, Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to));
  }

  /** The page after an entry's number. */
  public EntryFilter from(long number) {
    return new EntryFilter(number, status, category, from, to);
  }
}

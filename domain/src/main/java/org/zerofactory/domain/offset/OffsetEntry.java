package org.zerofactory.domain.offset;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of the register as it stands after all that happened to it.
 *
 * @param retirement empty until the registry retired the credits
 * @param withdrawn why the line is void; its serials are free again
 */
public record OffsetEntry(
    long id, OffsetCredit credit, Optional<Retirement> retirement, Optional<String> withdrawn) {

  /** Whether its serials are in use. */
  public boolean isLive() {
    return withdrawn.isEmpty();
  }

  /**
   * Why it cannot be retired so; empty if it can.
   *
   * @param today a registry's statement is not of tomorrow
   */
  public Optional<String> refusalOf(Retirement next, LocalDate today) {
    if (!isLive()) {
      return Optional.of("credit " + id + ": expected one in the register, but it was withdrawn");
    }
    if (retirement.isPresent()) {
      return Optional.of(
          "credit "
              + id
              + ": expected one that is not retired, but it is since "
              + retirement.get().day());
    }
    if (next.day().getYear() < credit.vintage()) {
      return Optional.of(
          "day: expected none before the vintage " + credit.vintage() + ", found " + next.day());
    }
    if (next.day().isAfter(today)) {
      return Optional.of("day: expected none after " + today + ", found " + next.day());
    }
    return Optional.empty();
  }
}

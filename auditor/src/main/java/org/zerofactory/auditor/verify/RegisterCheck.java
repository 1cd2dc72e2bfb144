package org.zerofactory.auditor.verify;

import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.IntervalReading;

/**
 * Holds one register's sealed amounts against the register values sealed beside them: between two
 * known values the amounts must sum to the rise, through the span if it rolled over.
 */
final class RegisterCheck {

  private final OptionalLong span;
  private OptionalLong lastRegister = OptionalLong.empty();
  private long sinceThen;
  private boolean unknown;

  RegisterCheck(OptionalLong span) {
    this.span = span;
  }

  /** Takes the next interval's reading; a text if the sum does not fit the registers. */
  Optional<String> next(IntervalReading reading) {
    switch (reading.flag()) {
      case MISSING, RESET -> unknown = true;
      default -> sinceThen = Math.addExact(sinceThen, reading.amount().orElseThrow());
    }
    if (reading.register().isEmpty()) {
      return Optional.empty();
    }
    long register = reading.register().getAsLong();
    Optional<String> fault = unknown || lastRegister.isEmpty() ? Optional.empty() : fault(register);
    lastRegister = OptionalLong.of(register);
    sinceThen = 0;
    unknown = false;
    return fault;
  }

  /** After a hole in the sequence of intervals nothing can be said until the next register. */
  void hole() {
    unknown = true;
  }

  private Optional<String> fault(long register) {
    long rise = register - lastRegister.getAsLong();
    boolean fits = rise == sinceThen;
    boolean rolledOver = span.isPresent() && rise < 0 && rise + span.getAsLong() == sinceThen;
    if (fits || rolledOver) {
      return Optional.empty();
    }
    return Optional.of(
        "amounts since the last register reading sum to "
            + sinceThen
            + ", but the register went from "
            + lastRegister.getAsLong()
            + " to "
            + register);
  }
}

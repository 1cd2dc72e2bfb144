package org.zerofactory.domain.fleet;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An alarm with its life so far.
 *
 * @param number of the alarm at the centre
 * @param ruleVersion version of the rule that raised it; empty for an alarm that is no rule's
 * @param waste estimated since it was raised
 */
public record AlarmCase(
    long number,
    Alarm alarm,
    OptionalInt ruleVersion,
    Optional<Acknowledgement> acknowledgement,
    WasteSum waste) {

  /**
   * Somebody saw it. Who it is is what the request said; it is not proven before logins exist.
   *
   * @param person pseudonym
   */
  public record Acknowledgement(Instant at, String person, String note) {}
}

package org.zerofactory.domain.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A machine or line that does one operation at a time (ISA-95: equipment, work unit).
 *
 * @param id as in the site file, so that its meter is known
 * @param calendar id of the calendar in which it works
 * @param setup id of its set-up matrix; empty if it needs no change-over
 * @param initialFamily what it is set up for when nothing is known; empty for "anything"
 * @param setupKw power while it is set up
 * @param standbyKw power between operations when left on
 * @param offKw power when switched off
 * @param warmUpMinutes from off to ready
 * @param warmUpKw power while warming up
 */
public record WorkUnit(
    String id,
    String name,
    String calendar,
    Optional<String> setup,
    Optional<String> initialFamily,
    double setupKw,
    double standbyKw,
    double offKw,
    int warmUpMinutes,
    double warmUpKw,
    List<Maintenance> maintenance) {

  public WorkUnit {
    maintenance = List.copyOf(maintenance);
  }

  /** A window in which it does not work, whatever its calendar says; {@code to} is exclusive. */
  public record Maintenance(Instant from, Instant to, String reason) {}
}

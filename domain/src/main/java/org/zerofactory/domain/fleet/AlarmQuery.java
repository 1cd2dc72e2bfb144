package org.zerofactory.domain.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * Which alarms are asked for.
 *
 * @param from raised then or later
 * @param byMoney those that cost most first; otherwise open ones first, then the newest
 */
public record AlarmQuery(
    State state, Optional<Alarm.Severity> severity, Instant from, boolean byMoney) {

  /** Alarms of one answer; older ones stay in the table. */
  public static final int LIMIT = 500;

  /** All alarms. */
  public static final AlarmQuery ALL =
      new AlarmQuery(State.ALL, Optional.empty(), Instant.EPOCH, false);

  /** Where an alarm is in its life. */
  public enum State {
    ALL,
    /** Not cleared. */
    OPEN,
    /** Not cleared and seen by nobody. */
    RAISED,
    /** Not cleared and seen by somebody. */
    ACKNOWLEDGED,
    CLEARED
  }
}

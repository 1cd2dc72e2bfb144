package org.zerofactory.central.web;

import java.util.Optional;
import java.util.function.BiFunction;
import org.zerofactory.domain.fleet.AlarmQuery;

/**
 * What stands behind the alarms' routes. Texts are JSON; empty means an unknown site.
 *
 * @param list the alarms of a site
 * @param acknowledge notes who saw an alarm
 * @param waste what alarms of a local year wasted
 */
public record AlarmDoors(
    BiFunction<String, AlarmQuery, Optional<String>> list,
    Acknowledge acknowledge,
    BiFunction<String, Integer, Optional<String>> waste) {

  /** Notes who saw an alarm. */
  @FunctionalInterface
  public interface Acknowledge {
    Answer of(String site, long number, String person, String note);
  }

  /**
   * What became of an acknowledgement.
   *
   * @param kind whether it was noted
   * @param text the alarm as JSON if it was noted; otherwise who came before, or empty
   */
  public record Answer(Kind kind, String text) {}

  /** Whether an acknowledgement was noted. */
  public enum Kind {
    NOTED,
    SOMEBODY_ELSE_WAS_FIRST,
    NO_SUCH_ALARM
  }
}

package org.zerofactory.rules.alert;

import java.time.Instant;
import java.util.List;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.waste.AlarmTrack;

/**
 * What a quarter hour changed in an alarm.
 *
 * @param rule id and version of the rule
 * @param at end of the quarter hour
 * @param wasted Wh by quarter hour, those of this change only
 */
public record AlertChange(
    Kind kind,
    String rule,
    int version,
    String subject,
    Alarm.Severity severity,
    Instant at,
    String english,
    String chinese,
    List<AlarmTrack.Waste> wasted) {

  /** What happened to the alarm. */
  public enum Kind {
    RAISED,
    /** It stays open, and its text or its waste changed. */
    UPDATED,
    CLEARED
  }

  public AlertChange {
    wasted = List.copyOf(wasted);
  }
}

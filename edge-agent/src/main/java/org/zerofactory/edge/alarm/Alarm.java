package org.zerofactory.edge.alarm;

import java.time.Instant;

/**
 * One open alarm.
 *
 * @param id kind and subject, for example {@code source-offline:plant}; unique among open alarms
 * @param since when it was raised first, by the agent's clock
 * @param text what is wrong and what to do
 */
public record Alarm(String id, Severity severity, String subject, Instant since, Wording text) {

  /** How urgent an alarm is. */
  public enum Severity {
    INFO,
    WARNING,
    ERROR;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

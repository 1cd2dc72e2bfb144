package org.zerofactory.edge.alarm;

import java.time.Instant;

/**
 * One open alarm.
 *
 * @param id kind and subject, for example {@code source-offline:plant}; unique among open alarms
 * @param since when it was raised first, by the agent's clock
 * @param english what is wrong and what to do
 * @param chinese the same in Chinese
 */
public record Alarm(
    String id, Severity severity, String subject, Instant since, String english, String chinese) {

  /** How urgent an alarm is. */
  public enum Severity {
    WARNING,
    ERROR;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

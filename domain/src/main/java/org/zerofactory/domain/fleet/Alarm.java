package org.zerofactory.domain.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * Something a person should look at.
 *
 * @param site site id, also of a site of which nothing is held yet
 * @param kind such as {@code fork} or {@code child-above-parent}
 * @param subject point, device, batch or site; one alarm of a kind is open for a subject
 * @param cleared when it ended; empty while it is open
 */
public record Alarm(
    String site,
    String kind,
    String subject,
    Severity severity,
    String english,
    String chinese,
    Instant raised,
    Optional<Instant> cleared) {

  /** How much it matters. */
  public enum Severity {
    INFO,
    WARNING,
    CRITICAL
  }
}

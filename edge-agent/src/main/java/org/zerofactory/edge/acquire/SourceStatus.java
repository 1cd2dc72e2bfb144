package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.util.Optional;
import org.zerofactory.edge.alarm.Wording;

/**
 * How a source is doing.
 *
 * @param phase what it is doing just now
 * @param since when it came into being connected or not, by the system's clock
 * @param points how many points it should give
 * @param badPoints how many of them it does not give: missing, wrong type or refused
 * @param lastSample newest source time delivered
 * @param error why it is not connected
 * @param advice what a person can do about the error
 */
public record SourceStatus(
    String source,
    String endpoint,
    Phase phase,
    Instant since,
    int points,
    int badPoints,
    Optional<Instant> lastSample,
    Optional<Wording> error,
    Optional<Wording> advice) {

  /** Connecting, reading what happened before, or receiving. */
  public enum Phase {
    CONNECTING,
    HISTORY,
    LIVE,
    CLOSED
  }

  public boolean connected() {
    return phase == Phase.HISTORY || phase == Phase.LIVE;
  }
}

package org.zerofactory.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an agent does, seen from the centre.
 *
 * @param lastSeen when anything came from it, by the centre's clock
 * @param lastInterval start of the newest quarter hour held
 * @param sequence newest block held
 * @param backlog blocks that it says it still has; empty if it never said
 */
public record EdgeStatus(
    String site,
    Optional<Instant> lastSeen,
    Optional<Instant> lastInterval,
    long sequence,
    Optional<Long> backlog,
    Optional<String> version,
    Standing standing,
    List<Alarm> alarms,
    List<LivePicture.AgentAlarm> agentAlarms) {

  /** An agent shows itself about once a second; a minute without it is no hiccup. */
  public static final Duration LATE_AFTER = Duration.ofMinutes(1);

  /** Longer than the back-off of an agent that cannot reach the centre. */
  public static final Duration OFFLINE_AFTER = Duration.ofMinutes(10);

  /** What a person needs to know first. */
  public enum Standing {
    ONLINE("online"),
    LATE("late"),
    OFFLINE("offline"),
    QUARANTINED("quarantined");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /**
     * @param hasConflict whether a fork or an unknown key waits for a person
     */
    public static Standing of(Optional<Instant> lastSeen, Instant now, boolean hasConflict) {
      if (hasConflict) {
        return QUARANTINED;
      }
      Duration silence =
          lastSeen.map(seen -> Duration.between(seen, now)).orElse(OFFLINE_AFTER.plusSeconds(1));
      if (silence.compareTo(OFFLINE_AFTER) > 0) {
        return OFFLINE;
      }
      return silence.compareTo(LATE_AFTER) > 0 ? LATE : ONLINE;
    }
  }

  public EdgeStatus {
    alarms = List.copyOf(alarms);
    agentAlarms = List.copyOf(agentAlarms);
  }
}

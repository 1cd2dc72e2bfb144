package org.zerofactory.domain.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an agent showed last: lossy, never accounted.
 *
 * @param at time of the readings by the agent's clock
 * @param received arrival at the centre
 * @param kilowatts newest active power by point
 * @param states newest state by machine
 */
public record LivePicture(
    String site,
    Instant at,
    Instant received,
    AgentStatus agent,
    Map<String, Double> kilowatts,
    Map<String, String> states) {

  public LivePicture {
    kilowatts = Map.copyOf(kilowatts);
    states = Map.copyOf(states);
  }

  /**
   * The agent itself.
   *
   * @param sequence newest sealed block
   * @param backlog sealed blocks that the centre does not hold yet
   * @param speed of a simulated plant's clock, 1 for real time
   * @param diskFreeBytes free space for its journal
   */
  public record AgentStatus(
      String version,
      long sequence,
      long backlog,
      double speed,
      long diskFreeBytes,
      List<AgentAlarm> alarms) {
    public AgentStatus {
      alarms = List.copyOf(alarms);
    }
  }

  /** An alarm that the agent itself raised. */
  public record AgentAlarm(
      String id, String severity, String subject, Instant since, String english, String chinese) {}
}

package org.zerofactory.central.assess;

import java.time.Instant;
import java.util.Optional;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.EdgeStatus;

/** The alarm of an agent that fell silent. */
final class SilenceAlarm {

  static final String KIND = "offline";

  private SilenceAlarm() {}

  /** The alarm; empty if the agent was heard of lately. */
  static Optional<Alarm> of(String site, Optional<Instant> lastSeen, Instant now) {
    if (EdgeStatus.Standing.of(lastSeen, now, false) != EdgeStatus.Standing.OFFLINE) {
      return Optional.empty();
    }
    String since = lastSeen.map(Instant::toString).orElse("the start of this server");
    return Optional.of(
        new Alarm(
            site,
            KIND,
            site,
            Alarm.Severity.WARNING,
            "Nothing came from the agent since " + since,
            "自 " + since + " 起未收到边缘设备的任何数据",
            now,
            Optional.empty()));
  }
}

package org.zerofactory.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.alarm.Wording;

/** Samples that are dated ahead of the site's time: refused, told, and stated in the journal. */
final class FutureSamples {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration STATED_AGAIN = Duration.ofHours(1);
  private static final String KIND = "future-samples";

  private final Alarms alarms;
  private final Map<String, Instant> stated = new HashMap<>();

  FutureSamples(Alarms alarms) {
    this.alarms = alarms;
  }

  /** Whether the sample is dated too far ahead to be used; the alarm follows. */
  boolean refuses(Sample sample, Instant now) {
    if (!sample.sourceTime().isAfter(now.plus(LIMIT))) {
      if (stated.remove(sample.point()) != null) {
        alarms.clear(KIND, sample.point());
      }
      return false;
    }
    alarms.raise(
        KIND,
        Alarm.Severity.WARNING,
        sample.point(),
        new Wording(
            "Values are dated "
                + sample.sourceTime()
                + ", but it is "
                + now
                + ". They are not used."
                + " Set the clock of the device or server.",
            "数据时间 " + sample.sourceTime() + " 晚于当前时间 " + now + "，未被采用。请校准设备时钟。"));
    return true;
  }

  /** The event of a refused sample; once an hour for a point. */
  Optional<Payload.Event> event(Sample sample, Instant now) {
    Instant before = stated.get(sample.point());
    if (before != null && now.isBefore(before.plus(STATED_AGAIN))) {
      return Optional.empty();
    }
    stated.put(sample.point(), now);
    long ahead = Duration.between(now, sample.sourceTime()).toSeconds();
    return Optional.of(
        new Payload.Event(
            "clock-ahead", now, sample.point(), Map.of("aheadSeconds", Json.of(ahead))));
  }
}

package org.zerofactory.edge.acquire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.alarm.Wording;

/** Turns what the subscription gave into samples, and tells what is odd about it. */
final class LiveIntake {

  /** A source time so far ahead of the server's own is not believed. */
  static final Duration FUTURE = Duration.ofMinutes(10);

  /** A device that lags or leads its server by more is told. */
  private static final Duration DRIFT = Duration.ofSeconds(60);

  private final SourceContext context;
  private final boolean[] initialSeen;
  private final boolean[] skipped;
  private Instant quietUntil = Instant.MIN;

  LiveIntake(SourceContext context) {
    this.context = context;
    this.initialSeen = new boolean[context.conversions().size()];
    this.skipped = new boolean[context.conversions().size()];
  }

  /** Samples up to then are known from history or a confirmation: repeats are no news. */
  void quietUntil(Instant time) {
    quietUntil = time;
  }

  /** Live values of this point are not wanted: its history gives them, exact to the interval. */
  void skip(int point, boolean skip) {
    skipped[point] = skip;
  }

  boolean skips(int point) {
    return skipped[point];
  }

  /** Delivers, or holds back if a list to hold them is given. */
  void take(List<LiveBuffer.Received> received, @Nullable List<HistoryReader.Indexed> held) {
    for (LiveBuffer.Received one : received) {
      if (skipped[one.point()]) {
        continue;
      }
      Sample sample = sample(one);
      if (held != null) {
        held.add(new HistoryReader.Indexed(one.point(), sample));
      } else {
        offer(one.point(), sample);
      }
    }
    context.delivery().flush();
  }

  void offer(int point, Sample sample) {
    Delivery.Outcome outcome = context.delivery().offer(point, sample);
    if (outcome == Delivery.Outcome.LATE && sample.sourceTime().isAfter(quietUntil)) {
      context
          .reports()
          .once(
              SourceEvent.Kind.LATE_SAMPLE,
              sample.point(),
              Wording.of(
                  "point %s: a value of %s came after one of %s and is left out",
                  "测点 %s：时间为 %s 的数值晚于 %s 的数值到达，未被采用",
                  sample.point(),
                  sample.sourceTime(),
                  context.delivery().last(point).orElse(Instant.MIN)),
              Wording.of("Check the clock of the device.", "请检查设备时钟。"),
              Map.of("at", sample.sourceTime().toString()));
    }
  }

  private Sample sample(LiveBuffer.Received one) {
    DataValue value = one.value();
    SampleConversion conversion = context.conversions().get(one.point());
    String id = conversion.point().id();
    Instant time = time(one, id);
    Sample sample = conversion.sample(value, time, one.arrival());
    if (value.statusCode() != null && value.statusCode().isOverflowSet()) {
      context
          .reports()
          .once(
              SourceEvent.Kind.OVERFLOW,
              id,
              Wording.of(
                  "point %s: the server's queue was full and values were lost before %s",
                  "测点 %s：服务器队列已满，%s 之前有数值丢失", id, time),
              Wording.of(
                  "Give the point a longer sampling-seconds, or the server more time.",
                  "请增大该测点的 sampling-seconds，或减轻服务器负载。"),
              Map.of("at", time.toString()));
    }
    tellUnusable(sample, value, id);
    initialSeen[one.point()] = true;
    return sample;
  }

  private void tellUnusable(Sample sample, DataValue value, String id) {
    boolean serversOwn = value.statusCode() != null && value.statusCode().isBad();
    if (serversOwn || !Double.isNaN(sample.value())) {
      return;
    }
    boolean type = sample.statusCode() == StatusCodes.Bad_TypeMismatch;
    Object raw = value.value() == null ? null : value.value().value();
    context
        .reports()
        .once(
            type ? SourceEvent.Kind.WRONG_TYPE : SourceEvent.Kind.WRONG_VALUE,
            id,
            Wording.of(
                type
                    ? "point %s: expected a number, but got %s"
                    : "point %s: expected a finite value of 0 to 2^53 stored units, but got %s",
                type ? "测点 %s：应为数字，但得到 %s" : "测点 %s：应为 0 至 2^53 个存储单位的有限值，但得到 %s",
                id,
                Inspection.shown(String.valueOf(raw))),
            Wording.of(
                "Check node, unit and scale in the device's template.", "请检查设备模板中的节点、单位和比例。"),
            Map.of("value", Inspection.shown(String.valueOf(raw))));
  }

  /** The device's time stamp; the server's time if there is none or it cannot be. */
  private Instant time(LiveBuffer.Received one, String id) {
    Instant now = context.clock().instant();
    Instant source = HistoryReader.time(one.value());
    if (source == null) {
      return now;
    }
    Duration slack = DRIFT.multipliedBy(Math.max(1, (long) context.clock().rate()));
    boolean ahead = source.isAfter(now.plus(slack));
    Instant server = HistoryReader.instant(one.value().serverTime());
    boolean behind =
        initialSeen[one.point()]
            && server != null
            && server.isBefore(now.plus(slack)) // a stamp that cannot be says nothing
            && source.isBefore(server.minus(slack));
    if (ahead || behind) {
      tellDrift(id, source, now);
    } else if (server != null && isNear(source, server, slack.dividedBy(2))) {
      tellRight(id);
    }
    return source.isAfter(now.plus(FUTURE).plus(slack)) ? now : source;
  }

  private static boolean isNear(Instant one, Instant other, Duration limit) {
    return Duration.between(one, other).abs().compareTo(limit) <= 0;
  }

  private void tellRight(String id) {
    if (context.reports().over(SourceEvent.Kind.CLOCK_DRIFT, id)) {
      context
          .reports()
          .tell(
              SourceEvent.Kind.CLOCK_RIGHT,
              id,
              Wording.of(
                  "point %s: the device's time stamps are right again", "测点 %s：设备时间戳已恢复正常", id),
              Wording.NONE,
              Map.of());
    }
  }

  private void tellDrift(String id, Instant source, Instant now) {
    context
        .reports()
        .hourly(
            SourceEvent.Kind.CLOCK_DRIFT,
            id,
            Wording.of(
                "point %s: the device's time stamp is %s, but at its server it is %s",
                "测点 %s：设备时间戳为 %s，而其服务器时间为 %s", id, source, now),
            Wording.of(
                "Set the device's clock, best by a time server (NTP).", "请校准设备时钟，最好使用时间服务器（NTP）。"),
            Map.of("device", source.toString(), "server", now.toString()));
  }
}

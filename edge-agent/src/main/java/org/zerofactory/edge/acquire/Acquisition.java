package org.zerofactory.edge.acquire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.edge.alarm.Wording;

/** One connection's work: inspect, subscribe, catch up from history, then live until it breaks. */
final class Acquisition {

  private static final Duration QUARTER_HOUR = Duration.ofSeconds(QuarterHours.SECONDS);

  /** From this speed on a quarter hour is so short that registers are better read from history. */
  private static final double REGISTERS_BY_HISTORY_RATE = 10;

  /** From this speed on a machine changes its state faster than a server samples. */
  private static final double STATES_BY_HISTORY_RATE = 100;

  private static final int MAX_ROUNDS = 50;
  private static final int MAX_TAKE = 10_000;
  private static final long RATE_MILLIS = 250;
  private static final long LONGEST_WAIT_MILLIS = 1_000;
  private static final long SHORTEST_WAIT_MILLIS = 5;
  private static final long GRACE_MILLIS = 100;
  private static final long LOOK_NANOS = 1_000_000_000L;
  private static final long AGAIN_NANOS = 150_000_000L;
  private static final int MAX_ATTEMPTS = 10;
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

  private final SourceContext context;
  private final Connection connection;
  private final Confirmation confirmation;
  private final LiveBuffer buffer = new LiveBuffer(LiveBuffer.LIMIT);
  private final LiveIntake intake;
  private final Roster roster;
  private @Nullable Boundary pending;
  private Instant nextBoundary = Instant.MAX;
  private Instant historyUntil = Instant.MAX;
  private Instant lastServerTime = Instant.MIN;
  private long lastLookNanos;
  private long againNanos = System.nanoTime();
  private int attempts;
  private List<Inspection.Found> fedByHistory = List.of();

  Acquisition(SourceContext context, Connection connection) {
    this.context = context;
    this.connection = connection;
    this.confirmation = new Confirmation(connection, context);
    this.intake = new LiveIntake(context);
    this.roster = new Roster(context, connection);
  }

  /** Returns only by an exception. */
  void run(Runnable onLive) throws UaException, InterruptedException {
    connection.onBroken(buffer::wake);
    Instant resume = context.resumeFrom().get();
    startClock();
    roster.inspect();
    Subscriber subscriber =
        new Subscriber(connection, buffer, context.systemClock(), context.clock().rate());
    subscriber.create();
    roster.monitorAll(subscriber);
    StateGap.tell(context, roster, context.delivery().newest().orElse(resume));
    context.state().phase(SourceStatus.Phase.HISTORY);
    catchUp(resume.minus(QUARTER_HOUR), true);
    context.state().phase(SourceStatus.Phase.LIVE);
    onLive.run();
    confirm(subscriber);
    while (true) {
      live(subscriber);
    }
  }

  private void startClock() throws UaException, InterruptedException {
    Instant first = confirmation.serverTime();
    context.clock().reset(first);
    if (context.setup().ownTime()) {
      buffer.take(RATE_MILLIS, 0); // nothing is subscribed yet: two readings give the speed
      confirmation.serverTime();
    }
    tellOffset(first);
  }

  private void tellOffset(Instant serverTime) {
    if (context.setup().ownTime()) {
      return;
    }
    Duration offset = Duration.between(context.systemClock().instant(), serverTime);
    String source = context.setup().id();
    if (offset.abs().compareTo(CLOCK_TOLERANCE) <= 0) {
      tellClockRight(source);
      return;
    }
    context
        .reports()
        .once(
            SourceEvent.Kind.CLOCK_DRIFT,
            source,
            Wording.of(
                offset.isNegative()
                    ? "source %s: the server's clock is %d s behind this computer's"
                    : "source %s: the server's clock is %d s ahead of this computer's",
                offset.isNegative() ? "数据源 %s：服务器时钟比本机慢 %d 秒" : "数据源 %s：服务器时钟比本机快 %d 秒",
                source,
                offset.abs().toSeconds()),
            Wording.of("Set both by the same time server (NTP).", "请用同一时间服务器（NTP）校准两者。"),
            Map.of("offsetSeconds", Long.toString(offset.toSeconds())));
  }

  private void tellClockRight(String source) {
    if (context.reports().over(SourceEvent.Kind.CLOCK_DRIFT, source)) {
      context
          .reports()
          .tell(
              SourceEvent.Kind.CLOCK_RIGHT,
              source,
              Wording.of(
                  "source %s: the server's clock is right again", "数据源 %s：服务器时钟已恢复正常", source),
              Wording.NONE,
              Map.of());
    }
  }

  /** Repeats until hardly any time has passed while reading: simulated time runs fast. */
  private void catchUp(Instant from, boolean bounds) throws UaException, InterruptedException {
    CatchUp history = new CatchUp(context, connection, roster.withHistory());
    Instant start = from;
    for (int round = 0; round < MAX_ROUNDS && !history.isEmpty(); round++) {
      Instant to = confirmation.serverTime().minus(margin());
      history.run(start, to, bounds && round == 0);
      start = to;
      historyUntil = to;
      intake.quietUntil(to);
      Duration passed = Duration.between(to, confirmation.serverTime());
      if (passed.compareTo(QUARTER_HOUR.multipliedBy(2)) < 0) {
        break;
      }
    }
    buffer.takeLost(); // what was lost meanwhile is in the history just read
  }

  /**
   * A server writes its history a little after the fact: half a second, at least one of its own.
   */
  private Duration margin() {
    return Duration.ofMillis((long) (500 * Math.max(2, context.clock().rate())));
  }

  private void live(Subscriber subscriber) throws UaException, InterruptedException {
    List<LiveBuffer.Received> received = buffer.take(waitMillis(), MAX_TAKE);
    connection.check();
    followClock();
    long lost = buffer.takeLost();
    if (lost > 0) {
      recover(lost);
    }
    intake.take(received, pending == null ? null : pending.held());
    if (pending != null) {
      if (System.nanoTime() - pending.dueNanos() >= 0) {
        complete(pending);
      }
    } else if (!context.clock().instant().isBefore(nextBoundary)
        && System.nanoTime() - againNanos >= 0) {
      confirm(subscriber);
    }
  }

  /** A simulated plant's clock is looked at each second, for its speed may change. */
  private void followClock() throws UaException {
    long now = System.nanoTime();
    if (context.setup().ownTime() && now - lastLookNanos >= LOOK_NANOS) {
      lastLookNanos = now;
      followStep(confirmation.serverTime());
    }
  }

  private long waitMillis() {
    double millis;
    if (pending != null) {
      millis = TimeUnit.NANOSECONDS.toMillis(pending.dueNanos() - System.nanoTime()) + 1;
    } else {
      Duration left = Duration.between(context.clock().instant(), nextBoundary);
      millis = left.toMillis() / Math.max(1, context.clock().rate()) + 1;
    }
    return (long) Math.max(SHORTEST_WAIT_MILLIS, Math.min(LONGEST_WAIT_MILLIS, millis));
  }

  /** Values went lost here because storing was slower than the plant: fetch them from history. */
  private void recover(long lost) throws UaException, InterruptedException {
    String source = context.setup().id();
    context
        .reports()
        .aboutSource(
            SourceEvent.Kind.OVERFLOW,
            Wording.of(
                "source %s: %d values came faster than they could be stored",
                "数据源 %s：%d 个数值到达过快，来不及存储", source, lost),
            Wording.of("Sample less often, or use a faster disk.", "请降低采样频率或使用更快的磁盘。"),
            Map.of("values", Long.toString(lost)));
    Instant from = context.resumeFrom().get();
    catchUp(from, false);
  }

  /** Reads what a subscription is silent about, and begins to close the boundary just passed. */
  private void confirm(Subscriber subscriber) throws UaException, InterruptedException {
    List<Inspection.Found> silent = new ArrayList<>();
    List<Inspection.Found> byHistory = new ArrayList<>();
    for (Inspection.Found found : roster.usable()) {
      boolean history = isByHistory(found);
      intake.skip(found.index(), history);
      if (history) {
        byHistory.add(found);
      }
      if (!SourceSetup.isGauge(found.point())) {
        silent.add(found);
      }
    }
    fedByHistory = byHistory;
    Confirmation.Confirmed confirmed = confirmation.read(silent);
    tellOffset(confirmed.serverTime());
    followStep(confirmed.serverTime());
    if (confirmed.reached().isBefore(nextBoundary)
        && nextBoundary != Instant.MAX
        && !confirmed.serverTime().isBefore(nextBoundary)
        && attempts++ < MAX_ATTEMPTS) {
      againNanos = System.nanoTime() + AGAIN_NANOS; // the values lag behind the server's clock
      return;
    }
    attempts = 0;
    roster.retry(subscriber);
    long grace = (long) subscriber.publishingMillis() + GRACE_MILLIS;
    pending =
        new Boundary(
            confirmed.serverTime(),
            confirmed.samples().stream().filter(one -> !intake.skips(one.point())).toList(),
            new ArrayList<>(),
            System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(grace));
  }

  private boolean isByHistory(Inspection.Found found) {
    double limit =
        switch (found.point().quantity().kind()) {
          case REGISTER -> REGISTERS_BY_HISTORY_RATE;
          case STATE -> STATES_BY_HISTORY_RATE;
          case GAUGE -> Double.POSITIVE_INFINITY;
        };
    return found.history() && context.setup().ownTime() && context.clock().rate() > limit;
  }

  /** A server whose clock was put back: order begins anew, otherwise nothing would come through. */
  private void followStep(Instant serverTime) {
    if (serverTime.plus(CLOCK_TOLERANCE).isBefore(lastServerTime)) {
      context
          .reports()
          .aboutSource(
              SourceEvent.Kind.CLOCK_STEP,
              Wording.of(
                  "source %s: the server's clock was put back from %s to %s",
                  "数据源 %s：服务器时钟由 %s 被回拨至 %s", context.setup().id(), lastServerTime, serverTime),
              Wording.of("Set the server's clock by a time server (NTP).", "请用时间服务器（NTP）校准服务器时钟。"),
              Map.of("from", lastServerTime.toString(), "to", serverTime.toString()));
      context.delivery().restart();
      historyUntil = serverTime;
    }
    lastServerTime = serverTime;
  }

  private void complete(Boundary boundary) throws UaException, InterruptedException {
    pending = null;
    Instant until = QuarterHours.containing(boundary.serverTime()).start();
    boundary.merged(until).forEach(one -> intake.offer(one.point(), one.sample()));
    context.delivery().flush();
    intake.quietUntil(boundary.serverTime());
    if (!fedByHistory.isEmpty() && historyUntil.isBefore(until)) {
      new CatchUp(context, connection, fedByHistory).run(historyUntil, until, false);
      historyUntil = until;
    }
    context.listener().completeUntil(context.setup().id(), until);
    nextBoundary = until.plus(QUARTER_HOUR);
  }
}

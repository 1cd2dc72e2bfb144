package org.zerofactory.simulator.opcua;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.jspecify.annotations.Nullable;
import org.zerofactory.simulator.fault.Instruments;
import org.zerofactory.simulator.point.PlantClock;
import org.zerofactory.simulator.point.Quality;
import org.zerofactory.simulator.point.Sample;
import org.zerofactory.simulator.point.Source;

/**
 * Takes a picture of all points at every step of plant time and hands it to the monitored items, so
 * that all values of one instant belong together. Every quarter hour's edge is among the steps and
 * is published whatever an item's sampling interval, at any speed.
 */
final class Publisher {

  private static final Logger LOG = System.getLogger(Publisher.class.getName());

  /** Edges that a delayed publisher catches up with; older ones are left to history. */
  private static final int MAXIMUM_CATCH_UP = 96;

  private static final long AHEAD_SECONDS = 86_400;

  private final Instruments instruments;
  private final PlantClock clock;
  private final int points;
  private final ScheduledExecutorService timer;
  private final Map<DataItem, Watch> watches = new ConcurrentHashMap<>();
  private volatile Picture latest;
  private volatile @Nullable Future<?> next;

  /** A monitored item, its point, and when it was last served (nanoseconds of real time). */
  private static final class Watch {
    private final int point;
    private long servedNanos;

    private Watch(int point) {
      this.point = point;
    }
  }

  Publisher(Instruments instruments, PlantClock clock, ScheduledExecutorService timer) {
    this.instruments = instruments;
    this.clock = clock;
    this.points = instruments.points().size();
    this.timer = timer;
    long second = step(clock.instant());
    instruments.extendTo(second + AHEAD_SECONDS);
    this.latest = Picture.of(instruments, points, second);
  }

  void start() {
    scheduleNext();
  }

  /** The last published picture: what a read shows, and where history ends. */
  Picture latest() {
    return latest;
  }

  void stop() {
    Future<?> scheduled = next;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
  }

  /** Makes a change between two pictures, and shows at once what it changed. */
  synchronized void change(LongConsumer changeAfter) {
    changeAfter.accept(latest.second());
    latest = Picture.of(instruments, points, latest.second());
  }

  void watch(DataItem item, int point) {
    Watch watch = new Watch(point);
    watches.put(item, watch);
    serve(item, watch, latest, true);
  }

  void unwatch(List<DataItem> items) {
    items.forEach(watches::remove);
  }

  boolean isWatched(DataItem item) {
    return watches.containsKey(item);
  }

  private void scheduleNext() {
    Instant step = Instant.ofEpochSecond(latest.second() + clock.stepSeconds());
    long nanos = Math.max(1_000_000, clock.nanosUntil(step));
    if (!timer.isShutdown()) {
      next = timer.schedule(this::advance, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void advance() {
    try {
      publishUpTo(step(clock.instant()));
    } catch (RuntimeException exception) {
      LOG.log(Level.ERROR, "plant time " + clock.instant() + ": picture failed", exception);
    } finally {
      scheduleNext();
    }
  }

  private synchronized void publishUpTo(long second) {
    if (second <= latest.second()) {
      return;
    }
    instruments.extendTo(second + AHEAD_SECONDS);
    long missed = (second - 1) / Source.QUARTER_HOUR - latest.second() / Source.QUARTER_HOUR;
    for (long edge = Math.min(missed, MAXIMUM_CATCH_UP); edge > 0; edge--) {
      long quarter = (second - 1) / Source.QUARTER_HOUR - edge + 1;
      publish(quarter * Source.QUARTER_HOUR);
    }
    publish(second);
  }

  private void publish(long second) {
    Picture picture = Picture.of(instruments, points, second);
    latest = picture;
    boolean edge = second % Source.QUARTER_HOUR == 0;
    watches.forEach((item, watch) -> serve(item, watch, picture, edge));
  }

  private void serve(DataItem item, Watch watch, Picture picture, boolean always) {
    long now = System.nanoTime();
    // a step may come a little early: nine tenths of the interval count as the whole
    boolean due = now - watch.servedNanos >= item.getSamplingInterval() * 900_000;
    if (!item.isSamplingEnabled() || !(always || due)) {
      return;
    }
    Sample sample = picture.samples().get(watch.point);
    if (sample.quality() != Quality.SILENT) {
      DataValue value = Values.live(sample, picture.second() * 1000);
      item.setValue(DataValue.derivedValue(value, item.getTimestampsToReturn()));
      watch.servedNanos = now;
    }
  }

  private long step(Instant instant) {
    long step = clock.stepSeconds();
    return Math.floorDiv(instant.getEpochSecond(), step) * step;
  }
}

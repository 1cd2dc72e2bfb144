package org.zerofactory.edge.acquire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.edge.alarm.Wording;

/**
 * Reads what happened before from the server's history, slab by slab: the next one is fetched while
 * the listener stores the one before it.
 */
final class CatchUp {

  /** Samples that a slab should have; its length follows the density met. */
  private static final int WANTED = Delivery.MAX_BATCH * 3 / 4;

  private static final Duration QUARTER_HOUR = Duration.ofSeconds(QuarterHours.SECONDS);
  private static final Duration FIRST_SLAB = Duration.ofHours(6);
  private static final Duration SHORTEST_SLAB = Duration.ofMinutes(1);
  private static final Duration LONGEST_SLAB = Duration.ofDays(16);
  private static final int GROWTH = 8;

  private final SourceContext context;
  private final HistoryReader reader;
  private final Connection connection;
  private final List<Inspection.Found> points;
  private Duration length = FIRST_SLAB;

  private record Slab(Instant from, Instant to, List<HistoryReader.Indexed> samples) {}

  /**
   * @param points those whose history is wanted and offered
   */
  CatchUp(SourceContext context, Connection connection, List<Inspection.Found> points) {
    this.context = context;
    this.connection = connection;
    this.points = points;
    this.reader = new HistoryReader(connection, context.systemClock(), context.conversions());
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  /**
   * Gives all samples with {@code from <= time <= to}, and tells after each slab what is complete.
   *
   * @param bounds whether the last sample at or before {@code from} is wanted too
   */
  void run(Instant from, Instant to, boolean bounds) throws UaException, InterruptedException {
    if (points.isEmpty() || !from.isBefore(to)) {
      return;
    }
    Slab slab = read(from, end(from, to), bounds);
    while (true) {
      adapt(slab);
      Instant next = slab.to();
      CompletableFuture<Slab> fetching =
          next.isBefore(to) ? fetch(next, end(next, to)) : CompletableFuture.completedFuture(slab);
      try {
        deliver(slab);
      } catch (RuntimeException exception) {
        fetching.cancel(true);
        throw exception;
      }
      if (!next.isBefore(to)) {
        break;
      }
      slab = await(fetching);
    }
    reader.refused().forEach(this::tellRefused);
  }

  private void deliver(Slab slab) {
    for (HistoryReader.Indexed indexed : slab.samples()) {
      context.delivery().offer(indexed.point(), indexed.sample());
    }
    context.delivery().flush();
    Instant complete = QuarterHours.containing(slab.to()).start();
    if (complete.isAfter(slab.from())) {
      context.listener().completeUntil(context.setup().id(), complete);
    }
  }

  private CompletableFuture<Slab> fetch(Instant from, Instant to) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return read(from, to, false);
          } catch (UaException exception) {
            throw Explanation.of(exception, context.setup());
          }
        },
        context.fetches());
  }

  private Slab read(Instant from, Instant to, boolean bounds) throws UaException {
    return new Slab(from, to, reader.read(points, from, to, bounds));
  }

  private Slab await(CompletableFuture<Slab> fetching) throws InterruptedException {
    try {
      return fetching.get();
    } catch (ExecutionException exception) {
      connection.check();
      throw Explanation.of(exception, context.setup());
    }
  }

  /** On the grid of quarter hours where the slab is long enough for it. */
  private Instant end(Instant from, Instant to) {
    Instant end = from.plus(length);
    Instant onGrid = QuarterHours.containing(end).start();
    Instant chosen = onGrid.isAfter(from) && length.compareTo(QUARTER_HOUR) >= 0 ? onGrid : end;
    return chosen.isBefore(to) ? chosen : to;
  }

  private void adapt(Slab slab) {
    double factor = WANTED / (double) Math.max(1, slab.samples().size());
    double seconds = Duration.between(slab.from(), slab.to()).toSeconds();
    long wanted = (long) (seconds * Math.min(GROWTH, factor));
    length = Duration.ofSeconds(wanted);
    length = length.compareTo(SHORTEST_SLAB) < 0 ? SHORTEST_SLAB : length;
    length = length.compareTo(LONGEST_SLAB) > 0 ? LONGEST_SLAB : length;
  }

  private void tellRefused(int index, StatusCode status) {
    String point = context.setup().points().get(index).id();
    context
        .reports()
        .once(
            SourceEvent.Kind.HISTORY_REFUSED,
            point,
            Wording.of(
                "point %s: the server offers history, but answers %s",
                "测点 %s：服务器声明有历史数据，但答复 %s", point, Explanation.name(status)),
            Wording.of(
                "Let the server's user read history, or expect gaps when the connection was lost.",
                "请允许该用户读取历史数据，否则断线期间会有数据缺口。"),
            Map.of("status", Explanation.name(status)));
  }
}

package org.zerofactory.edge.acquire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.zerofactory.domain.metering.Sample;

/** Keeps what a source gave, in order; fails the wait of a test that would wait for ever. */
final class Recorder implements SourceListener {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Sample> samples = new ArrayList<>();
  private final List<Instant> complete = new ArrayList<>();
  private final List<SourceEvent> events = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Instant> last = new HashMap<>();

  @Override
  public synchronized void samples(List<Sample> batch) {
    if (batch.isEmpty() || batch.size() > Delivery.MAX_BATCH) {
      faults.add("a batch of " + batch.size());
    }
    for (Sample sample : batch) {
      Instant before = last.put(sample.point(), sample.sourceTime());
      if (before != null && sample.sourceTime().isBefore(before)) {
        faults.add(sample + " after " + before);
      }
      Instant sealed = complete.isEmpty() ? Instant.MIN : complete.get(complete.size() - 1);
      if (sample.sourceTime().isBefore(sealed)) {
        faults.add(sample + " after everything until " + sealed + " was complete");
      }
    }
    samples.addAll(batch);
    notifyAll();
  }

  @Override
  public synchronized void completeUntil(String source, Instant until) {
    complete.add(until);
    notifyAll();
  }

  @Override
  public synchronized void event(SourceEvent event) {
    events.add(event);
    notifyAll();
  }

  synchronized List<Sample> of(String point) {
    return samples.stream().filter(sample -> sample.point().equals(point)).toList();
  }

  synchronized List<Instant> complete() {
    return List.copyOf(complete);
  }

  synchronized List<SourceEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<SourceEvent> events(SourceEvent.Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).toList();
  }

  /** What broke the listener's contract. */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  synchronized void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(
            "waited %s in vain; last samples %s; complete %s; events %s"
                .formatted(PATIENCE, tail(samples), tail(complete), tail(events)));
      }
      wait(Math.min(left, 100));
    }
  }

  void awaitSamples(String point, int count) throws InterruptedException {
    await(() -> of(point).size() >= count);
  }

  void awaitEvent(SourceEvent.Kind kind, int count) throws InterruptedException {
    await(() -> events(kind).size() >= count);
  }

  private static <T> List<T> tail(List<T> list) {
    return list.subList(Math.max(0, list.size() - 10), list.size());
  }
}

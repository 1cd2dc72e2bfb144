package org.zerofactory.domain.factor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.metering.Interval;

/**
 * Published values in the order of time, of which at most one holds at each instant: what was
 * published later holds where it overlaps what was published earlier. Looking up is a binary
 * search, since a year of hours has 8,760 values.
 *
 * @param <T> a published value
 */
public final class Timeline<T> {

  /**
   * What a timeline needs to know of its values.
   *
   * @param published date of publication such as {@code 2024-12} or {@code 2024-12-20}
   */
  public record Reading<T>(
      Function<T, String> id, Function<T, Interval> validity, Function<T, String> published) {}

  /** A value, and whether it only stands in for one that is not published yet. */
  public record Choice<T>(T value, boolean isProvisional) {}

  /** A value of a month or more may stand in for the time after it; one of an hour may not. */
  private static final long SHORTEST_STAND_IN_SECONDS = 28L * 86_400;

  private record Segment<T>(Interval time, T value) {}

  private final List<Segment<T>> segments;
  private final Reading<T> reading;

  private Timeline(List<Segment<T>> segments, Reading<T> reading) {
    this.segments = segments;
    this.reading = reading;
  }

  /**
   * @throws IllegalArgumentException if there is no value, or if two values overlap that were
   *     published at the same time; the message names both
   */
  public static <T> Timeline<T> of(List<T> values, Reading<T> reading) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("expected at least one value, but there is none");
    }
    NavigableMap<Instant, Segment<T>> painted = new TreeMap<>();
    values.stream()
        .sorted(
            Comparator.comparing(reading.published())
                .thenComparing(value -> reading.validity().apply(value).start()))
        .forEach(value -> paint(painted, value, reading));
    return new Timeline<>(List.copyOf(painted.values()), reading);
  }

  private static <T> void paint(
      NavigableMap<Instant, Segment<T>> painted, T value, Reading<T> reading) {
    Interval time = reading.validity().apply(value);
    Map.Entry<Instant, Segment<T>> before = painted.lowerEntry(time.start());
    List<Segment<T>> covered = new ArrayList<>(painted.subMap(time.start(), time.end()).values());
    if (before != null && before.getValue().time().overlaps(time)) {
      covered.add(before.getValue());
    }
    for (Segment<T> old : covered) {
      requireLater(old.value(), value, reading);
      painted.remove(old.time().start());
      keep(painted, old, old.time().start(), time.start());
      keep(painted, old, time.end(), old.time().end());
    }
    painted.put(time.start(), new Segment<>(time, value));
  }

  private static <T> void keep(
      NavigableMap<Instant, Segment<T>> painted, Segment<T> old, Instant start, Instant end) {
    if (start.isBefore(end)) {
      painted.put(start, new Segment<>(new Interval(start, end), old.value()));
    }
  }

  private static <T> void requireLater(T old, T value, Reading<T> reading) {
    if (reading.published().apply(old).equals(reading.published().apply(value))) {
      throw new IllegalArgumentException(
          "validities overlap: " + reading.id().apply(old) + " and " + reading.id().apply(value));
    }
  }

  /**
   * The value that holds at an instant; after the newest one that value, marked provisional, if it
   * was valid for a month or more. Empty before the first value, in a hole, and after values of
   * hours or days.
   */
  public Optional<Choice<T>> at(Instant instant) {
    int found = lastBeginningBy(instant);
    if (found < 0) {
      return Optional.empty();
    }
    Segment<T> segment = segments.get(found);
    if (segment.time().contains(instant)) {
      return Optional.of(new Choice<>(segment.value(), false));
    }
    boolean isAfterAll = found == segments.size() - 1;
    return isAfterAll && mayStandIn(segment.value())
        ? Optional.of(new Choice<>(segment.value(), true))
        : Optional.empty();
  }

  private boolean mayStandIn(T value) {
    return reading.validity().apply(value).length().toSeconds() >= SHORTEST_STAND_IN_SECONDS;
  }

  /** Index of the last segment that begins at or before the instant; -1 if there is none. */
  private int lastBeginningBy(Instant instant) {
    int low = 0;
    int high = segments.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).time().start().isAfter(instant)) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }
}

package org.zerofactory.domain.waste;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/** The newest values of something, at most as many as it was made for. */
final class Trail {

  private final int limit;
  private final Deque<Double> values = new ArrayDeque<>();

  Trail(int limit) {
    this.limit = limit;
  }

  void add(double value) {
    values.addLast(value);
    if (values.size() > limit) {
      values.removeFirst();
    }
  }

  void clear() {
    values.clear();
  }

  int size() {
    return values.size();
  }

  boolean isFull() {
    return values.size() == limit;
  }

  double sum() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Empty with fewer values than {@code least}. */
  OptionalDouble mean(int least) {
    return values.size() < Math.max(1, least)
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum() / values.size());
  }

  /** Empty with fewer values than {@code least}. */
  OptionalDouble median(int least) {
    return values.size() < Math.max(1, least)
        ? OptionalDouble.empty()
        : OptionalDouble.of(median(values));
  }

  /** The middle value, or the mean of the two middle ones. */
  static double median(Iterable<Double> values) {
    List<Double> sorted = new ArrayList<>();
    values.forEach(sorted::add);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}

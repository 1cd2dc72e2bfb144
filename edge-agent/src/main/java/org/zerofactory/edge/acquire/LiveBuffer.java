package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/**
 * What the subscription gave and the source's thread has not yet taken.
 *
 * <p>At the limit the oldest go and the loss is remembered: the source then reads the gap from the
 * server's history, and says so.
 */
final class LiveBuffer {

  /** Values kept; about a minute of 1,000 points each second, some 8 MB. */
  static final int LIMIT = 60_000;

  /** One value as it came. */
  record Received(int point, DataValue value, Instant arrival) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<Received> values = new ArrayDeque<>();
  private final int limit;
  private long lost;
  private boolean awake;

  LiveBuffer(int limit) {
    this.limit = limit;
  }

  void add(List<Received> received) {
    lock.lock();
    try {
      values.addAll(received);
      while (values.size() > limit) {
        values.removeFirst();
        lost++;
      }
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Ends a wait without a value. */
  void wake() {
    lock.lock();
    try {
      awake = true;
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for values; empty after the time or a {@link #wake()}. */
  List<Received> take(long millis, int most) throws InterruptedException {
    lock.lock();
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
      while (values.isEmpty() && !awake && nanos > 0) {
        nanos = filled.awaitNanos(nanos);
      }
      awake = false;
      int count = Math.min(most, values.size());
      List<Received> taken = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        taken.add(values.removeFirst());
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** How many values were lost since the last call. */
  long takeLost() {
    lock.lock();
    try {
      long count = lost;
      lost = 0;
      return count;
    } finally {
      lock.unlock();
    }
  }
}

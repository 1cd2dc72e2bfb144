package org.zerofactory.systemtests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition of another process, which can only be asked, not heard. */
final class Await {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  /**
   * Returns as soon as the condition holds; an exception counts as "not yet".
   *
   * @throws AssertionError after {@code limit}, with {@code what} and the last exception
   */
  static void until(String what, Duration limit, Callable<Boolean> condition) {
    until(what, limit, condition, () -> "");
  }

  /** As above, with details (a program's output) for the error. */
  static void until(
      String what, Duration limit, Callable<Boolean> condition, Supplier<String> details) {
    long end = System.nanoTime() + limit.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        if (condition.call()) {
          return;
        }
        last = null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, e);
      } catch (Exception notYet) {
        last = notYet;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError(
        "waited " + limit.toSeconds() + " s in vain for " + what + "\n" + details.get(), last);
  }
}

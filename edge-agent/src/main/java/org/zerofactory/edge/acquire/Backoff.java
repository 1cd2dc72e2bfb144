package org.zerofactory.edge.acquire;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: exponential with full jitter, so that many edges do not
 * call a returning server all at once.
 */
final class Backoff {

  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(60);

  private final RandomGenerator random;
  private int attempts;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Between 0 and min(60 s, 2^n s) for the n-th attempt after a success. */
  Duration next() {
    long limit = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempts, 10));
    attempts = Math.min(attempts + 1, 10);
    return Duration.ofMillis(random.nextLong(limit + 1));
  }

  void reset() {
    attempts = 0;
  }
}

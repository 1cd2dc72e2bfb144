package org.zerofactory.edge.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.zerofactory.domain.journal.Hash;

/**
 * Decides what sync does next; reads no clock, sends nothing. docs/formats.md, section 3.
 *
 * <p>The mark goes forward only on an answer whose sequence and hash are our own block's. Before
 * the first batch of a connection the centre is asked where it stands, so that a centre restored
 * from a backup gets again what it lost, and a journal that is behind the centre stops.
 */
final class SyncProtocol {

  static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
  static final int SMALLEST_BATCH = 1;
  static final int FIRST_BATCH = 64;
  static final int LARGEST_BATCH = 1_000;

  private final LongFunction<Optional<Hash>> ownHash;
  private final RandomGenerator random;
  private long mark;
  private boolean asked;
  private int batch = FIRST_BATCH;
  private int failures;
  private Optional<Stop> stop = Optional.empty();

  /** What to do next. */
  sealed interface Step {}

  /** Ask the centre where it stands. */
  record Ask() implements Step {}

  /** Send blocks from a sequence on, at most so many. */
  record Send(long from, int most) implements Step {}

  /** Nothing to send. */
  record Idle() implements Step {}

  /** A person has to act before anything is sent again. */
  record Stop(String kind, String detail) implements Step {}

  /**
   * @param mark what the centre confirmed before, 0 for nothing
   * @param ownHash hash of our block of a sequence; the zero hash for 0, empty if we have none
   */
  SyncProtocol(long mark, LongFunction<Optional<Hash>> ownHash, RandomGenerator random) {
    this.mark = mark;
    this.ownHash = ownHash;
    this.random = random;
  }

  Step next(long newest) {
    if (stop.isPresent()) {
      return stop.get();
    }
    if (!asked) {
      return new Ask();
    }
    return mark < newest ? new Send(mark + 1, batch) : new Idle();
  }

  long mark() {
    return mark;
  }

  int failures() {
    return failures;
  }

  /** How long to wait before the next step; zero to go on at once. */
  Duration answered(Answer answer, long sentUntil) {
    if (answer instanceof Answer.Mark confirmed) {
      return confirmed(confirmed, sentUntil);
    }
    if (answer instanceof Answer.Rewind rewind) {
      return rewound(rewind);
    }
    if (answer instanceof Answer.Conflict conflict) {
      return stopped(conflict.word(), conflict.detail());
    }
    if (answer instanceof Answer.TooLarge && batch > SMALLEST_BATCH) {
      batch = Math.max(SMALLEST_BATCH, batch / 2);
      return Duration.ZERO;
    }
    batch = Math.max(SMALLEST_BATCH, batch / 2);
    failures++;
    asked = asked && !(answer instanceof Answer.Failure);
    return wait(answer);
  }

  private Duration confirmed(Answer.Mark confirmed, long sentUntil) {
    if (ownHash.apply(confirmed.sequence()).filter(confirmed.hash()::equals).isEmpty()) {
      String ours = ownHash.apply(confirmed.sequence()).map(Hash::hex).orElse("none");
      return stopped(
          "fork",
          "the centre holds block "
              + confirmed.sequence()
              + " with hash "
              + confirmed.hash()
              + ", this journal has "
              + ours);
    }
    if (asked && confirmed.sequence() < sentUntil) {
      asked = false; // an old answer, or a centre that was put back: ask before going on
      return Duration.ZERO;
    }
    boolean sent = asked;
    asked = true;
    mark = confirmed.sequence();
    failures = 0;
    if (sent) {
      batch = Math.min(LARGEST_BATCH, batch * 2);
    }
    return Duration.ZERO;
  }

  private Duration rewound(Answer.Rewind rewind) {
    asked = false;
    failures++;
    // one wasted round trip is normal after a lost answer; a centre that never agrees is not
    return failures > 3 ? wait(rewind) : Duration.ZERO;
  }

  private Duration stopped(String kind, String detail) {
    stop = Optional.of(new Stop(kind, detail));
    return Duration.ZERO;
  }

  /** Exponential back-off with full jitter, or what the centre asked for, whichever is longer. */
  private Duration wait(Answer answer) {
    int doublings = Math.min(failures - 1, 20);
    long ceiling =
        Math.min(LONGEST_BACKOFF.toMillis(), FIRST_BACKOFF.toMillis() << Math.max(0, doublings));
    Duration jittered = Duration.ofMillis(random.nextLong(ceiling + 1));
    Optional<Duration> asked =
        answer instanceof Answer.Failure failure ? failure.retryAfter() : Optional.empty();
    return asked.filter(least -> least.compareTo(jittered) > 0).orElse(jittered);
  }
}

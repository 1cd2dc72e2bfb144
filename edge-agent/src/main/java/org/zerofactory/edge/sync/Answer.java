package org.zerofactory.edge.sync;

import java.time.Duration;
import java.util.Optional;
import org.zerofactory.domain.journal.Hash;

/** What came back from the centre, already read and checked for form. */
sealed interface Answer {

  /** A mark: everything up to the sequence is stored at the centre. */
  record Mark(long sequence, Hash hash) implements Answer {}

  /** The batch does not start where the centre stands (409 gap or overlap). */
  record Rewind(long expected) implements Answer {}

  /** Only a person can go on (409 fork, 409 unknown-key). */
  record Conflict(String word, String detail) implements Answer {}

  /** The centre refuses the content (422) and says why. */
  record Refused(String detail) implements Answer {}

  /** Too large (413). */
  record TooLarge() implements Answer {}

  /** Busy, broken, not reachable, or no answer of a centre at all. */
  record Failure(String detail, Optional<Duration> retryAfter) implements Answer {}
}

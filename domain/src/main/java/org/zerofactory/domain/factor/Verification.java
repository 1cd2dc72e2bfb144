package org.zerofactory.domain.factor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a value was checked against what its source says. */
public enum Verification {
  /** Compared with the document itself. */
  ORIGINAL,
  /** Two independent copies agree. */
  TWO_SOURCES,
  /** Read in one copy, which may hold a slip. */
  ONE_SOURCE,
  /** Not found in any copy; shows so in every report that uses it. */
  UNVERIFIED;

  /** The word in files and exports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a report may use the value without a mark. */
  public boolean isVerified() {
    return this == ORIGINAL || this == TWO_SOURCES;
  }

  public static Optional<Verification> ofWord(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}

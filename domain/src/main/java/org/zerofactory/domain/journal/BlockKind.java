package org.zerofactory.domain.journal;

import java.util.Arrays;
import java.util.Optional;

/** What a block states. */
public enum BlockKind {
  SITE("site"),
  INTERVAL("interval"),
  CORRECTION("correction"),
  EVENT("event");

  private final String word;

  BlockKind(String word) {
    this.word = word;
  }

  /** The word in the journal. */
  public String word() {
    return word;
  }

  public static Optional<BlockKind> ofWord(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}

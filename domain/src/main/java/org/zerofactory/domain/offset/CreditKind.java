package org.zerofactory.domain.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a credit stands for. */
public enum CreditKind {
  /** Taken out of the atmosphere. */
  REMOVAL,
  /** Not emitted by somebody else. */
  AVOIDANCE;

  /** The word in requests and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CreditKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(CreditKind::word).toList();
  }
}

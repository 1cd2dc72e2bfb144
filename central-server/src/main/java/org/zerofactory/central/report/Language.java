package org.zerofactory.central.report;

import java.util.Optional;

/** The languages that people read tables in. */
public enum Language {
  EN,
  ZH;

  /** The language of {@code en} or {@code zh}. */
  public static Optional<Language> ofWord(String word) {
    return switch (word) {
      case "en" -> Optional.of(EN);
      case "zh" -> Optional.of(ZH);
      default -> Optional.empty();
    };
  }

  /** One of the two texts. */
  String of(String english, String chinese) {
    return this == EN ? english : chinese;
  }
}

package org.zerofactory.domain.metering;

import java.util.Arrays;
import java.util.Optional;

/** What flows through a meter (ISO 50001: energy source), or that it counts something else. */
public enum Carrier {
  ELECTRICITY("electricity"),
  NATURAL_GAS("natural-gas"),
  HEAT("heat"),
  WATER("water"),
  COMPRESSED_AIR("compressed-air"),
  NONE("none");

  private final String word;

  Carrier(String word) {
    this.word = word;
  }

  /** The word in files and journals. */
  public String word() {
    return word;
  }

  public static Optional<Carrier> ofWord(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}

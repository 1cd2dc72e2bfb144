package org.zerofactory.domain.metering;

import java.util.Arrays;
import java.util.Optional;

/** The part that a device plays in the site's energy balance. */
public enum MeterRole {
  GRID("grid"),
  PV("pv"),
  LOAD("load"),
  GAS("gas"),
  WATER("water"),
  HEAT("heat"),
  DRIVER("driver"),
  REFERENCE_PLAN("reference-plan");

  private final String word;

  MeterRole(String word) {
    this.word = word;
  }

  /** The word in files and journals. */
  public String word() {
    return word;
  }

  public static Optional<MeterRole> ofWord(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}

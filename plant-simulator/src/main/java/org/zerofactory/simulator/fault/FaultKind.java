package org.zerofactory.simulator.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can go wrong on demand. */
public enum FaultKind {
  /** The shown value stays what it was when the fault began. */
  STUCK("stuck", false, Double.NaN),
  /** The register counts modulo a span (the parameter) and starts again from zero at the begin. */
  ROLLOVER("rollover", false, 1e12),
  /** The register falls to zero at the begin and counts on from there. */
  RESET("reset", false, Double.NaN),
  /** The device says nothing. */
  GAP("gap", false, Double.NaN),
  /** The device reports a failure. */
  BAD("bad", false, Double.NaN),
  /** The device's clock gains the parameter, in seconds per hour (negative: it loses). */
  DRIFT("drift", false, 10),
  /** Compressed air leaks: the parameter in m3/h, day and night. Only {@code compressed-air}. */
  LEAK("leak", true, 300),
  /** An inverter lost strings: the parameter is the lost share of its output. */
  STRINGS("strings", true, 0.125);

  private final String word;
  private final boolean physical;
  private final double usual;

  FaultKind(String word, boolean physical, double usual) {
    this.word = word;
    this.physical = physical;
    this.usual = usual;
  }

  /** True if the plant itself changes, not only what a meter shows. */
  public boolean isPhysical() {
    return physical;
  }

  /** The parameter where none is given; NaN where the kind takes none. */
  public double usualParameter() {
    return usual;
  }

  public String word() {
    return word;
  }

  static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(" "));
  }
}

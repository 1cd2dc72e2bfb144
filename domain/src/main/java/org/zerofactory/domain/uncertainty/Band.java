package org.zerofactory.domain.uncertainty;

import java.util.Locale;

/**
 * How good a figure is, in words.
 *
 * <p>Source: GHG Protocol, guidance on uncertainty assessment (ranges from memory, unverified).
 */
public enum Band {
  /** Up to 5 %. */
  HIGH(5),
  /** Up to 15 %. */
  GOOD(15),
  /** Up to 30 %. */
  FAIR(30),
  /** More. */
  POOR(Double.POSITIVE_INFINITY);

  private final double upTo;

  Band(double upTo) {
    this.upTo = upTo;
  }

  /**
   * @param percent half width of the 95 % interval
   */
  public static Band of(double percent) {
    for (Band band : values()) {
      if (percent <= band.upTo) {
        return band;
      }
    }
    throw new IllegalArgumentException("expected an uncertainty in percent, but was " + percent);
  }

  /** The word in files and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

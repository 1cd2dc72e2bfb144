package org.zerofactory.central.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Plain text in two columns: words on the left, figures on the right. */
final class TextTable {

  private static final int LEFT = 52;
  private static final int RIGHT = 18;
  private static final int TONNE_EXPONENT = 12;
  private static final int TONNE_DECIMALS = 3;

  private final StringBuilder text = new StringBuilder();

  TextTable heading(String words) {
    text.append('\n').append(words).append('\n');
    return this;
  }

  TextTable line(String words) {
    text.append("  ").append(words).append('\n');
    return this;
  }

  TextTable row(String words, String figure) {
    int gap = LEFT + RIGHT - width(words) - width(figure);
    text.append("  ").append(words).append(" ".repeat(Math.max(1, gap))).append(figure);
    text.append('\n');
    return this;
  }

  /** A row of tonnes, from µg. */
  TextTable tonnes(String words, String micrograms, String unit) {
    return row(words, tonnes(micrograms) + " " + unit);
  }

  /** Tonnes with three decimals, half-even; the one rounding. */
  static String tonnes(String micrograms) {
    return new BigDecimal(micrograms)
        .movePointLeft(TONNE_EXPONENT)
        .setScale(TONNE_DECIMALS, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  /** Chinese characters are twice as wide as Latin ones on a terminal. */
  private static int width(String words) {
    return words.codePoints().map(c -> c >= 0x2E80 && c <= 0xFFEF ? 2 : 1).sum();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

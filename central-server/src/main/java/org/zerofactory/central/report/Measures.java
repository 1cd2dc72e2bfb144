package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.zerofactory.domain.certification.Wording;

/** How numbers with units are written: exact decimal text in the unit that people read. */
final class Measures {

  private static final int MICROGRAMS_OF_A_KILOGRAM = 9;
  private static final int PARTS_OF_A_PERCENT = 4;

  private Measures() {}

  /** {@code ug} becomes kg, {@code ppm} becomes %, {@code g/tce} becomes t/tce; all are exact. */
  static ObjectNode of(long number, String unit) {
    return switch (unit) {
      case "ug" -> measure(BigDecimal.valueOf(number, MICROGRAMS_OF_A_KILOGRAM), "kg");
      case "ppm" -> measure(BigDecimal.valueOf(number, PARTS_OF_A_PERCENT), "%");
      case "g/tce" -> measure(BigDecimal.valueOf(number, 6), "t/tce");
      default -> measure(BigDecimal.valueOf(number), unit);
    };
  }

  static ObjectNode wording(Wording wording) {
    return Figures.object().put("en", wording.english()).put("zh", wording.chinese());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode measure(BigDecimal number, String unit) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return Figures.object().put("number", plain.toPlainString()).put("unit", unit);
  }
}

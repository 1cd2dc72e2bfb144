package org.zerofactory.rules.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The unit of a value of an expression, as far as it can be known before evaluation. A unit is a
 * product of symbols with whole exponents; {@code kWh} is {@code kW} times {@code h}. There is no
 * scaling: {@code kWh} and {@code Wh} are different units, and a named constant such as {@code
 * wh_per_kwh} turns one into the other.
 */
final class MeasureUnit {

  /** A literal number: it takes the unit of what it is compared with or added to. */
  static final MeasureUnit LITERAL = new MeasureUnit(Kind.LITERAL, Map.of(), "a literal");

  /** A value whose unit cannot be known, such as the result of a function. */
  static final MeasureUnit OPEN = new MeasureUnit(Kind.OPEN, Map.of(), "unknown");

  /** A ratio or a count. */
  static final MeasureUnit ONE = new MeasureUnit(Kind.KNOWN, Map.of(), "1");

  private static final List<String> POWERS = List.of("W", "kW", "MW", "var", "kvar");

  private enum Kind {
    LITERAL,
    OPEN,
    KNOWN
  }

  private final Kind kind;
  private final Map<String, Integer> exponents;
  private final String text;

  private MeasureUnit(Kind kind, Map<String, Integer> exponents, String text) {
    this.kind = kind;
    this.exponents = exponents;
    this.text = text;
  }

  /**
   * Reads {@code 1}, {@code kW}, {@code kg/kWh}, {@code kW*h}.
   *
   * @throws IllegalArgumentException if a part is no word of letters
   */
  static MeasureUnit of(String text) {
    if (text.equals("1")) {
      return ONE;
    }
    var exponents = new TreeMap<String, Integer>();
    String[] parts = text.split("/", -1);
    for (int part = 0; part < parts.length; part++) {
      for (String symbol : parts[part].split("\\*", -1)) {
        add(exponents, symbol, part == 0 ? 1 : -1, text);
      }
    }
    return known(exponents);
  }

  private static void add(Map<String, Integer> exponents, String symbol, int sign, String unit) {
    String power = symbol.endsWith("h") ? symbol.substring(0, symbol.length() - 1) : "";
    if (POWERS.contains(power)) {
      exponents.merge(power, sign, Integer::sum);
      exponents.merge("h", sign, Integer::sum);
    } else if (symbol.equals("1")) {
      return; // as in 1/h
    } else if (symbol.matches("[\\p{L}%][\\p{L}0-9%]{0,15}")) {
      exponents.merge(symbol, sign, Integer::sum);
    } else {
      throw new IllegalArgumentException("expected a unit such as kW or kg/kWh but was " + unit);
    }
  }

  private static MeasureUnit known(Map<String, Integer> exponents) {
    exponents.values().removeIf(exponent -> exponent == 0);
    if (exponents.isEmpty()) {
      return ONE;
    }
    return new MeasureUnit(Kind.KNOWN, Map.copyOf(exponents), text(exponents));
  }

  /** The unit of a sum, difference, choice or comparison; empty if the two do not go together. */
  Optional<MeasureUnit> alike(MeasureUnit other) {
    if (kind == Kind.LITERAL) {
      return Optional.of(other);
    }
    if (other.kind == Kind.LITERAL) {
      return Optional.of(this);
    }
    if (kind == Kind.OPEN || other.kind == Kind.OPEN) {
      return Optional.of(OPEN);
    }
    return exponents.equals(other.exponents) ? Optional.of(this) : Optional.empty();
  }

  /** The unit of a product ({@code sign} 1) or a quotient ({@code sign} -1). */
  MeasureUnit combined(MeasureUnit other, int sign) {
    if (kind == Kind.OPEN || other.kind == Kind.OPEN) {
      return OPEN;
    }
    if (kind == Kind.LITERAL && other.kind == Kind.LITERAL) {
      return LITERAL;
    }
    var product = new TreeMap<>(exponents);
    other.exponents.forEach(
        (symbol, exponent) -> product.merge(symbol, sign * exponent, Integer::sum));
    return known(product);
  }

  boolean isKnown() {
    return kind == Kind.KNOWN;
  }

  private static String text(Map<String, Integer> exponents) {
    var above = new StringBuilder();
    var below = new StringBuilder();
    exponents.forEach(
        (symbol, exponent) -> {
          for (int times = 0; times < Math.abs(exponent); times++) {
            if (exponent > 0) {
              above.append(above.isEmpty() ? "" : "*").append(symbol);
            } else {
              below.append('/').append(symbol);
            }
          }
        });
    return (above.isEmpty() ? "1" : above.toString()) + below;
  }

  /** As a person reads it: {@code kW*h} for kWh. */
  @Override
  public String toString() {
    return text;
  }
}

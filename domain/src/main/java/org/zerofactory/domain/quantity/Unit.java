package org.zerofactory.domain.quantity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Units that people, bills and published tables use, each an exact multiple of a base unit. */
public enum Unit {
  WATT_HOUR("Wh", BaseUnit.WATT_HOUR, "1"),
  KILOWATT_HOUR("kWh", BaseUnit.WATT_HOUR, "1000"),
  MEGAWATT_HOUR("MWh", BaseUnit.WATT_HOUR, "1000000"),
  GIGAWATT_HOUR("GWh", BaseUnit.WATT_HOUR, "1000000000"),
  LITRE("L", BaseUnit.LITRE, "1"),
  CUBIC_METRE("m3", BaseUnit.LITRE, "1000"),
  NORMAL_CUBIC_METRE("Nm3", BaseUnit.LITRE, "1000"),
  TEN_THOUSAND_NORMAL_CUBIC_METRES("1e4Nm3", BaseUnit.LITRE, "10000000"),
  /** US liquid gallon, 231 cubic inches. */
  US_GALLON("gal", BaseUnit.LITRE, "3.785411784"),
  GRAM("g", BaseUnit.GRAM, "1"),
  KILOGRAM("kg", BaseUnit.GRAM, "1000"),
  TONNE("t", BaseUnit.GRAM, "1000000"),
  /** Avoirdupois pound. */
  POUND("lb", BaseUnit.GRAM, "453.59237"),
  KILOJOULE("kJ", BaseUnit.KILOJOULE, "1"),
  MEGAJOULE("MJ", BaseUnit.KILOJOULE, "1000"),
  GIGAJOULE("GJ", BaseUnit.KILOJOULE, "1000000"),
  TERAJOULE("TJ", BaseUnit.KILOJOULE, "1000000000"),
  PIECE("pcs", BaseUnit.PIECE, "1"),
  KILOGRAM_KILOMETRE("kgkm", BaseUnit.KILOGRAM_KILOMETRE, "1"),
  TONNE_KILOMETRE("tkm", BaseUnit.KILOGRAM_KILOMETRE, "1000"),
  METRE("m", BaseUnit.METRE, "1"),
  KILOMETRE("km", BaseUnit.METRE, "1000"),
  PERSON_KILOMETRE("pkm", BaseUnit.METRE, "1000"),
  NIGHT("night", BaseUnit.NIGHT, "1"),
  YUAN("CNY", BaseUnit.FEN, "100"),
  DOLLAR("USD", BaseUnit.CENT, "100"),
  EURO("EUR", BaseUnit.EURO_CENT, "100");

  private final String word;
  private final BaseUnit base;
  private final BigDecimal multiple;

  Unit(String word, BaseUnit base, String multiple) {
    this.word = word;
    this.base = base;
    this.multiple = new BigDecimal(multiple);
  }

  /** The word in files, tables and requests. */
  public String word() {
    return word;
  }

  public BaseUnit base() {
    return base;
  }

  /** How many base units one of this is; exact. */
  public BigDecimal multiple() {
    return multiple;
  }

  /**
   * How many of another unit one of this is; exact.
   *
   * @throws IllegalArgumentException if the two measure different things
   */
  public Ratio in(Unit other) {
    if (other.base != base) {
      throw new IllegalArgumentException(
          "expected a unit of " + base.word() + ", but was " + other.word);
    }
    return Ratio.of(multiple).dividedBy(Ratio.of(other.multiple));
  }

  public static Optional<Unit> ofWord(String word) {
    return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
  }

  /** All words, for messages that say what was expected. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Unit::word).toList();
  }
}

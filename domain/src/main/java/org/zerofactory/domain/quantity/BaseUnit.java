package org.zerofactory.domain.quantity;

import java.util.Arrays;
import java.util.Optional;

/**
 * The units in which amounts are stored, each small enough that every real amount is a whole number
 * of them. Sums of whole numbers are exact in any order.
 */
public enum BaseUnit {
  WATT_HOUR("Wh"),
  /** Liquids; gases at standard conditions. */
  LITRE("L"),
  GRAM("g"),
  KILOJOULE("kJ"),
  PIECE("pcs"),
  /** Freight: mass carried times distance. */
  KILOGRAM_KILOMETRE("kgkm"),
  /** Distance driven, or travelled by one person. */
  METRE("m"),
  /** Nights in a hotel. */
  NIGHT("night"),
  /** Spend of one hundredth of a yuan. */
  FEN("fen"),
  /** Spend of one hundredth of a US dollar. */
  CENT("cent"),
  /** Spend of one hundredth of a euro. */
  EURO_CENT("eurocent");

  private final String word;

  BaseUnit(String word) {
    this.word = word;
  }

  /** The word in files, tables and exports. */
  public String word() {
    return word;
  }

  public static Optional<BaseUnit> ofWord(String word) {
    return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
  }
}

package org.zerofactory.domain.factor;

/**
 * A greenhouse gas by its species, so that the seven kinds of GB/T 32150 and the GHG Protocol stay
 * apart.
 *
 * @param word {@code CO2}, {@code CH4}, {@code CH4-fossil}, {@code CH4-biogenic}, {@code N2O},
 *     {@code SF6}, {@code NF3}, {@code HFC-…}, a formula of carbon and fluorine such as {@code CF4}
 *     or {@code c-C4F8}, or {@code CO2e} where a source states the sum of several gases only
 */
public record Gas(String word) implements Comparable<Gas> {

  /** The kinds that inventories state apart. */
  public enum Family {
    CO2,
    CH4,
    N2O,
    HFC,
    PFC,
    SF6,
    NF3,
    /** Stated by its source as CO2 equivalent only. */
    UNSPLIT
  }

  public static final Gas CO2 = new Gas("CO2");
  public static final Gas CH4 = new Gas("CH4");
  public static final Gas CH4_FOSSIL = new Gas("CH4-fossil");
  public static final Gas CH4_BIOGENIC = new Gas("CH4-biogenic");
  public static final Gas N2O = new Gas("N2O");
  public static final Gas SF6 = new Gas("SF6");
  public static final Gas NF3 = new Gas("NF3");

  /** What a source states as CO2 equivalent without its gases. */
  public static final Gas CO2E = new Gas("CO2e");

  /**
   * @throws IllegalArgumentException if the word names no gas of a known kind
   */
  public Gas {
    familyOf(word);
  }

  public Family family() {
    return familyOf(word);
  }

  private static Family familyOf(String word) {
    return switch (word) {
      case "CO2" -> Family.CO2;
      case "CO2e" -> Family.UNSPLIT;
      case "CH4", "CH4-fossil", "CH4-biogenic" -> Family.CH4;
      case "N2O" -> Family.N2O;
      case "SF6" -> Family.SF6;
      case "NF3" -> Family.NF3;
      default -> {
        if (word.matches("HFC-[0-9]{2,4}[a-z]{0,3}")) {
          yield Family.HFC;
        }
        if (word.matches("(c-)?C[0-9]{0,2}F[0-9]{1,2}")) {
          yield Family.PFC;
        }
        throw new IllegalArgumentException(
            "expected a gas such as CO2, CH4-fossil, N2O, HFC-134a, CF4, SF6 or NF3, but was "
                + word);
      }
    };
  }

  @Override
  public int compareTo(Gas other) {
    return word.compareTo(other.word);
  }
}

package org.zerofactory.domain.factor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What tells one legitimate factor from another: one kilowatt-hour in Wuhan has seven. There is no
 * "electricity factor" without all of these.
 *
 * @param use what it may be used for: {@code location-based}, {@code residual}, {@code fossil},
 *     {@code emissions-trading}, {@code product-footprint}, {@code combustion}, {@code heat},
 *     {@code fugitive}, {@code process}, {@code purchased-goods}, {@code transport}, ...
 * @param region country or part of it (ISO 3166 code such as {@code CN} or {@code CN-HB}), grid
 *     region ({@code CN-grid-central}, {@code US-RFCE}) or {@code world}
 * @param dataYear the year that the value describes; 0 for a default without a year
 * @param edition the publication it is from, such as {@code mee-2024-12} or {@code ipcc-2006}: a
 *     corrected or re-published value is a new edition
 * @param gasBasis what the source states
 * @param boundary where the count begins and ends
 */
public record FactorKey(
    String use, String region, int dataYear, String edition, GasBasis gasBasis, Boundary boundary) {

  /** What a source states: CO2 alone, the sum of gases as CO2e, or each gas by itself. */
  public enum GasBasis {
    CO2("CO2"),
    CO2E("CO2e"),
    GASES("gases");

    private final String word;

    GasBasis(String word) {
      this.word = word;
    }

    /** The word in files and exports. */
    public String word() {
      return word;
    }

    public static Optional<GasBasis> ofWord(String word) {
      return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
  }

  /** Where the count begins and ends. */
  public enum Boundary {
    /** Emissions of the power or heat plants alone; scope 2. */
    GENERATION,
    /** Emissions of the fire itself; scope 1. */
    COMBUSTION,
    /** The gas that escapes; scope 1. */
    RELEASE,
    /** From the cradle on; scope 3 and product footprints, never scope 1 or 2. */
    LIFE_CYCLE,
    /**
     * Extraction, refining and transport of a fuel, or transmission losses; scope 3, category 3.
     */
    UPSTREAM;

    /** The word in files and exports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Boundary> ofWord(String word) {
      return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
    }
  }
}

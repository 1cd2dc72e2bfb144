package org.zerofactory.domain.instrument;

import java.util.Locale;
import java.util.Optional;

/**
 * Where power is produced or consumed.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param province ISO 3166-2 code such as {@code CN-HB}; empty if not stated
 * @param gridRegion a word of the factor files; empty if not stated
 */
public record Market(String country, Optional<String> province, Optional<String> gridRegion) {

  /** How wide a market is. */
  public enum Boundary {
    COUNTRY,
    PROVINCE,
    GRID_REGION;

    /** The word in files and exports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The name of the market under a boundary; empty if the place does not state it. */
  public Optional<String> name(Boundary boundary) {
    return switch (boundary) {
      case COUNTRY -> Optional.of(country);
      case PROVINCE -> province;
      case GRID_REGION -> gridRegion.map(region -> country + " " + region);
    };
  }
}

package org.zerofactory.domain.inventory;

import java.util.Locale;

/**
 * What a reader must be told beside the figures.
 *
 * @param place site, meter, series or subject
 */
public record Disclosure(Kind kind, String place, String text) implements Comparable<Disclosure> {

  /** What it is about, for programs. */
  public enum Kind {
    /** No residual factor is known: the location-based one stands in. */
    NO_RESIDUAL_MIX,
    /** A residual factor of 0 says that nothing was left, not that power is clean. */
    RESIDUAL_IS_ZERO,
    PROVISIONAL_FACTOR,
    UNVERIFIED_FACTOR,
    /** The factor counts CO2 alone. */
    CO2_ONLY,
    /** The factor's source states a sum of gases, so the chosen potentials do not apply to it. */
    GASES_NOT_APART,
    EXCLUSION,
    ESTIMATED,
    MISSING_QUARTER_HOURS,
    MISSING_MONTH,
    /** Certificates of own power were sold. */
    OWN_POWER_CLAIM_SOLD;

    /** The word in files and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public int compareTo(Disclosure other) {
    int byKind = kind.compareTo(other.kind);
    int byPlace = byKind != 0 ? byKind : place.compareTo(other.place);
    return byPlace != 0 ? byPlace : text.compareTo(other.text);
  }
}

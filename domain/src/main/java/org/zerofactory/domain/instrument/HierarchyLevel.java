package org.zerofactory.domain.instrument;

import java.util.Locale;

/**
 * What the factor of purchased electricity rests on, the most precise first.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), hierarchy of market-based factors; the order is
 * from memory, unverified against the text.
 */
public enum HierarchyLevel {
  CERTIFICATES(1),
  CONTRACT(2),
  SUPPLIER_FACTOR(3),
  RESIDUAL_MIX(4),
  /** Location-based; that there is no residual mix is disclosed. */
  GRID_AVERAGE(5);

  private final int rank;

  HierarchyLevel(int rank) {
    this.rank = rank;
  }

  /** 1 to 5. */
  public int rank() {
    return rank;
  }

  /** The word in exports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

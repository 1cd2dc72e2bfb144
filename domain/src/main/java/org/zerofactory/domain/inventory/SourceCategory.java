package org.zerofactory.domain.inventory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of source an activity is, with its scope (GHG Protocol Corporate Standard, chapter 4;
 * Scope 3 Standard, table 5.4) and its category of ISO 14064-1:2018, 5.2.
 */
public enum SourceCategory {
  STATIONARY_COMBUSTION(1, 0, 1),
  MOBILE_COMBUSTION(1, 0, 1),
  PROCESS(1, 0, 1),
  FUGITIVE(1, 0, 1),
  ELECTRICITY(2, 0, 2),
  STEAM(2, 0, 2),
  HEAT(2, 0, 2),
  COOLING(2, 0, 2),
  PURCHASED_GOODS(3, 1, 4),
  CAPITAL_GOODS(3, 2, 4),
  FUEL_AND_ENERGY(3, 3, 4),
  UPSTREAM_TRANSPORT(3, 4, 3),
  WASTE(3, 5, 4),
  BUSINESS_TRAVEL(3, 6, 3),
  COMMUTING(3, 7, 3),
  UPSTREAM_LEASED_ASSETS(3, 8, 4),
  DOWNSTREAM_TRANSPORT(3, 9, 3),
  PROCESSING_OF_SOLD_PRODUCTS(3, 10, 5),
  USE_OF_SOLD_PRODUCTS(3, 11, 5),
  END_OF_LIFE(3, 12, 5),
  DOWNSTREAM_LEASED_ASSETS(3, 13, 5),
  FRANCHISES(3, 14, 5),
  INVESTMENTS(3, 15, 5);

  private final int scope;
  private final int scope3Category;
  private final int isoCategory;

  SourceCategory(int scope, int scope3Category, int isoCategory) {
    this.scope = scope;
    this.scope3Category = scope3Category;
    this.isoCategory = isoCategory;
  }

  /** 1, 2 or 3. */
  public int scope() {
    return scope;
  }

  /** 1 to 15; 0 for scopes 1 and 2. */
  public int scope3Category() {
    return scope3Category;
  }

  /** ISO 14064-1:2018 category, 1 to 6. */
  public int isoCategory() {
    return isoCategory;
  }

  /** The word in files, tables and requests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<SourceCategory> ofWord(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}

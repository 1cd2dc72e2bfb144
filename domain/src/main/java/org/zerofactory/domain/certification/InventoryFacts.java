package org.zerofactory.domain.certification;

import java.util.List;
import org.zerofactory.domain.inventory.ChosenFactor;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryTotals;
import org.zerofactory.domain.inventory.MarketLine;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.quantity.Carbon;

/** What an inventory says: scopes by both methods, factors, and whether it is published. */
public final class InventoryFacts {

  private InventoryFacts() {}

  /**
   * The facts of an inventory of one site and year. An inventory has one set of potentials and no
   * missing factor: one that lacks a factor is refused before it exists.
   */
  public static CertificationFacts of(Inventory inventory, boolean isPublished) {
    InventoryTotals totals = inventory.totals();
    List<ChosenFactor> factors = inventory.factors();
    Carbon electricity = totals.byCategory().getOrDefault(SourceCategory.ELECTRICITY, Carbon.ZERO);
    Carbon market =
        inventory.market().stream().map(MarketLine::carbon).reduce(Carbon.ZERO, Carbon::plus);
    return CertificationFacts.NONE
        .with(Fact.SCOPE1_UG, totals.scope1().micrograms())
        .with(Fact.SCOPE2_ELECTRICITY_LOCATION_UG, electricity.micrograms())
        .with(Fact.SCOPE2_ELECTRICITY_MARKET_UG, market.micrograms())
        .with(Fact.SCOPE2_LOCATION_UG, totals.scope2Location().micrograms())
        .with(Fact.SCOPE2_MARKET_UG, totals.scope2Market().micrograms())
        .with(Fact.SCOPE3_UG, totals.scope3().micrograms())
        .with(Fact.GROSS_LOCATION_UG, totals.scopes12Location().micrograms())
        .with(Fact.GROSS_MARKET_UG, totals.scopes12Market().micrograms())
        .with(Fact.INVENTORY_PUBLISHED, isPublished)
        .with(Fact.FACTORS_USED, factors.size())
        .with(Fact.FACTORS_MISSING, 0)
        .with(Fact.FACTORS_PROVISIONAL, factors.stream().filter(ChosenFactor::provisional).count())
        .with(
            Fact.FACTORS_UNVERIFIED,
            factors.stream().filter(chosen -> !chosen.factor().verification().isVerified()).count())
        .with(Fact.GWP_SETS_USED, 1);
  }
}

package org.zerofactory.central.report;

import java.util.Map;
import org.zerofactory.domain.energy.ComprehensiveEnergy;
import org.zerofactory.domain.energy.EnergyItem;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.StandardCoalUse;

/** Comprehensive energy consumption (GB/T 2589) beside carbon, as JSON. */
final class CoalReport {

  private static final int SHARE_DECIMALS = 6;

  private CoalReport() {}

  static Json of(StandardCoalUse use, Inventory inventory) {
    ComprehensiveEnergy energy = use.energy();
    boolean isSomething = energy.total().micrograms() > 0;
    return new Json.Obj(
        Map.of(
            "convention",
            Json.of(energy.electricity().word()),
            "totalUgce",
            InventoryReport.text(energy.total().micrograms()),
            "nonFossilUgce",
            InventoryReport.text(energy.nonFossil().micrograms()),
            "nonFossilShare",
            isSomething
                ? Json.of(energy.nonFossilShare().decimal(SHARE_DECIMALS).toPlainString())
                : Json.NULL,
            "carbonPerCoal",
            isSomething
                ? Json.of(
                    energy
                        .carbonIntensity(inventory.totals().scopes12Location())
                        .decimal(SHARE_DECIMALS)
                        .toPlainString())
                : Json.NULL,
            "carriers",
            InventoryReport.array(energy.items().stream().map(CoalReport::item)),
            "notCounted",
            InventoryReport.array(use.notCounted().stream().map(Json::of))));
  }

  private static Json item(EnergyItem item) {
    return new Json.Obj(
        Map.of(
            "carrier", Json.of(item.name()),
            "supply",
                Json.of(item.supply().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
            "amount", InventoryReport.text(item.amount().value()),
            "unit", Json.of(item.amount().unit().word()),
            "coefficient", Json.of(item.coefficient().id()),
            "verification", Json.of(item.coefficient().verification().word()),
            "ugce", InventoryReport.text(item.coefficient().times(item.amount()).micrograms())));
  }
}

package org.zerofactory.central.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryUncertainty;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.uncertainty.Band;
import org.zerofactory.domain.uncertainty.MonteCarlo;

/** How far an inventory may be off, as JSON; what nobody stated is null and counted apart. */
final class UncertaintyReport {

  private static final int DRAWS = 10_000;

  /** Fixed, so that the same inventory gives the same bytes. */
  private static final long SEED = 20_250_101;

  private static final int DECIMALS = 4;

  private UncertaintyReport() {}

  static Json of(Inventory inventory) {
    InventoryUncertainty of = InventoryUncertainty.of(inventory, DRAWS, SEED);
    Map<String, Json> fields = new TreeMap<>();
    fields.put("confidencePercent", Json.of(95));
    fields.put("quadraturePercent", percent(of.quadraturePercent()));
    fields.put("monteCarlo", of.monteCarlo().map(UncertaintyReport::monteCarlo).orElse(Json.NULL));
    fields.put("statedUg", InventoryReport.carbon(of.stated()));
    fields.put("unstatedUg", InventoryReport.carbon(of.unstated()));
    fields.put(
        "sources", InventoryReport.array(of.sources().stream().map(UncertaintyReport::source)));
    return new Json.Obj(fields);
  }

  private static Json source(InventoryUncertainty.Source source) {
    return new Json.Obj(
        Map.of(
            "site", Json.of(source.site()),
            "source", Json.of(source.source()),
            "category", Json.of(source.category().word()),
            "carbonUg", InventoryReport.carbon(source.carbon()),
            "percent", percent(source.percent()),
            "band", source.band().map(Band::word).map(Json::of).orElse(Json.NULL)));
  }

  private static Json monteCarlo(MonteCarlo of) {
    return new Json.Obj(
        Map.of(
            "draws", Json.of(DRAWS),
            "seed", Json.of(SEED),
            "percent", decimal(of.percent()),
            "meanTonnes", decimal(of.mean()),
            "lowTonnes", decimal(of.low()),
            "highTonnes", decimal(of.high())));
  }

  private static Json percent(Optional<Double> percent) {
    return percent.map(UncertaintyReport::decimal).orElse(Json.NULL);
  }

  private static Json decimal(double value) {
    return Json.of(
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString());
  }
}

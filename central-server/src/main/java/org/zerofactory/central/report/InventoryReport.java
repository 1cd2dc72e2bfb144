package org.zerofactory.central.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zerofactory.domain.account.Emissions;
import org.zerofactory.domain.account.PeriodAccount;
import org.zerofactory.domain.inventory.Disclosure;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.inventory.InventoryJson;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.CompiledInventory;
import org.zerofactory.domain.ledger.LedgerEntry;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.Carbon;

/**
 * What is published of an inventory: canonical JSON (schema/inventory.schema.json). Masses are
 * whole µg as decimal text.
 */
public final class InventoryReport {

  /** Changes when a reader of the format must change. */
  public static final String FORMAT = "zerofactory-inventory/1";

  private InventoryReport() {}

  /**
   * @param restates what the inventory takes the place of, and how it differs
   */
  public static Json of(CompiledInventory compiled, Optional<Json> restates) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("format", Json.of(FORMAT));
    fields.put("site", site(compiled.sources().site().description()));
    fields.put("inventory", InventoryJson.of(compiled.inventory()));
    fields.put("inputs", inputs(compiled));
    fields.put("standardCoal", CoalReport.of(compiled.coal(), compiled.inventory()));
    fields.put("uncertainty", UncertaintyReport.of(compiled.inventory()));
    fields.put("savings", savings(compiled.savings()));
    fields.put("offsets", OffsetsReport.of(compiled.offsets(), compiled.inventory().totals()));
    fields.put("warnings", array(warnings(compiled).stream()));
    fields.put("restates", restates.orElse(Json.NULL));
    return new Json.Obj(fields);
  }

  /** Why an inventory cannot be reviewed or compiled. */
  public static Json refusals(List<Refusal> refusals) {
    return array(
        refusals.stream()
            .map(refusal -> note(refusal.kind().word(), refusal.place(), refusal.reason())));
  }

  /** One reason alone. */
  public static Json refusal(String kind, String place, RuntimeException why) {
    return new Json.Arr(List.of(note(kind, place, String.valueOf(why.getMessage()))));
  }

  private static Json note(String kind, String place, String text) {
    return new Json.Obj(
        Map.of("kind", Json.of(kind), "place", Json.of(place), "text", Json.of(text)));
  }

  static Json site(SiteDescription site) {
    return new Json.Obj(
        Map.of(
            "id", Json.of(site.id()),
            "name", Json.of(site.name()),
            "zone", Json.of(site.zone().getId()),
            "country", Json.of(site.country()),
            "simulated", Json.of(site.simulated())));
  }

  private static Json inputs(CompiledInventory compiled) {
    InputReferences references = compiled.input().references();
    return new Json.Obj(
        Map.of(
            "sha256",
            Json.of(compiled.inventory().inputHash().hex()),
            "journals",
            array(references.journals().stream().map(InventoryReport::journal)),
            "factorSets",
            array(references.factorSets().stream().map(InventoryReport::factorSet)),
            "entries",
            array(compiled.sources().approved().stream().map(LedgerEntry::json))));
  }

  static Json journal(InputReferences.Journal journal) {
    return new Json.Obj(
        Map.of(
            "site", Json.of(journal.site()),
            "size", Json.of(journal.size()),
            "root", Json.of(journal.root().hex())));
  }

  static Json factorSet(InputReferences.FactorSet set) {
    return new Json.Obj(
        Map.of(
            "id", Json.of(set.id()),
            "version", Json.of(set.version()),
            "sha256", Json.of(set.hash().hex())));
  }

  /** Efficiency, own generation and procurement are apart, and never derived from each other. */
  private static Json savings(Optional<PeriodAccount> account) {
    Optional<Emissions> emissions = account.flatMap(PeriodAccount::emissions);
    if (account.isEmpty() || emissions.isEmpty()) {
      return Json.NULL;
    }
    Emissions of = emissions.get();
    Map<String, Json> fields = new TreeMap<>();
    fields.put("efficiencyWh", text(account.get().energy().efficiency().wattHours()));
    fields.put("loadShiftWh", text(account.get().energy().loadShift().wattHours()));
    fields.put("efficiencyUg", carbon(of.efficiency()));
    fields.put("loadShiftUg", carbon(of.loadShift()));
    fields.put("ownGenerationUg", carbon(of.pvSelfUse()));
    fields.put("procurementUg", carbon(of.greenPower()));
    fields.put("savedUg", carbon(of.saved()));
    fields.put(
        "waterfall",
        new Json.Arr(
            List.of(
                step("reference", of.reference()),
                step("pv-self-use", negative(of.pvSelfUse())),
                step("efficiency", negative(of.efficiency())),
                step("load-shift", negative(of.loadShift())),
                step("location-based", of.location()),
                step("green-power", negative(of.greenPower())),
                step("residual-factor", of.residualStep()),
                step("market-based", of.market()))));
    fields.put("faults", array(account.get().faults().stream().map(f -> Json.of(f.detail()))));
    return new Json.Obj(fields);
  }

  private static Json step(String word, Carbon carbon) {
    return new Json.Obj(Map.of("step", Json.of(word), "ug", carbon(carbon)));
  }

  private static Carbon negative(Carbon carbon) {
    return Carbon.ZERO.minus(carbon);
  }

  static List<Json> warnings(CompiledInventory compiled) {
    List<Json> warnings = new ArrayList<>();
    if (!compiled.hasFewEstimates()) {
      warnings.add(
          note(
              "estimated-share",
              compiled.sources().site().description().id(),
              "more than "
                  + CompiledInventory.ESTIMATED_PERCENT.toPlainString()
                  + " percent of the emissions rest on estimates"));
    }
    compiled
        .coal()
        .notCounted()
        .forEach(
            source ->
                warnings.add(
                    note("no-coal-coefficient", source, "is not in the energy in standard coal")));
    compiled.inventory().disclosures().stream()
        .filter(of -> of.kind() == Disclosure.Kind.MISSING_MONTH)
        .forEach(of -> warnings.add(note("missing-month", of.place(), of.text())));
    return warnings;
  }

  static Json carbon(Carbon carbon) {
    return text(carbon.micrograms());
  }

  /** A whole number that may be beyond 2^53. */
  static Json text(long value) {
    return Json.of(Long.toString(value));
  }

  public static Json array(Stream<? extends Json> items) {
    return new Json.Arr(items.<Json>map(item -> item).toList());
  }
}

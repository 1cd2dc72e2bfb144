package org.zerofactory.domain.inventory;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.quantity.Carbon;

/**
 * An inventory as canonical JSON (RFC 8785): the same inventory is the same bytes. Micrograms, watt
 * hours and other amounts are decimal text, since they may exceed 2^53.
 */
public final class InventoryJson {

  private InventoryJson() {}

  /** The whole inventory. */
  public static Json of(Inventory inventory) {
    return new Json.Obj(
        Map.ofEntries(
            Map.entry("boundary", InputJson.boundary(inventory.boundary())),
            Map.entry("completeness", completeness(inventory.completeness())),
            Map.entry(
                "disclosures",
                InputJson.array(inventory.disclosures().stream().map(InventoryJson::disclosure))),
            Map.entry(
                "exports", InputJson.array(inventory.exports().stream().map(InventoryJson::line))),
            Map.entry(
                "factors",
                InputJson.array(inventory.factors().stream().map(InventoryJson::factor))),
            Map.entry("gwpEdition", Json.of(inventory.potentials())),
            Map.entry("inputHash", Json.of(inventory.inputHash().hex())),
            Map.entry(
                "lines", InputJson.array(inventory.lines().stream().map(InventoryJson::line))),
            Map.entry(
                "market", InputJson.array(inventory.market().stream().map(InventoryJson::market))),
            Map.entry("method", Json.of(inventory.method().word())),
            Map.entry("methods", methods(inventory.methods())),
            Map.entry("originsUg", origins(inventory.origins())),
            Map.entry("period", InputJson.period(inventory.period())),
            Map.entry("totals", TotalsJson.of(inventory.totals()))));
  }

  /** UTF-8 of the canonical text: what is published, hashed and signed. */
  public static byte[] bytes(Inventory inventory) {
    return of(inventory).canonical().getBytes(StandardCharsets.UTF_8);
  }

  /** The input, with every list sorted. */
  public static Json input(InventoryInput input) {
    return InputJson.of(input);
  }

  /** SHA-256 of the canonical input: journal sizes and roots, factor sets, entries and all else. */
  public static Hash inputHash(InventoryInput input) {
    return Hash.of(input(input).canonical().getBytes(StandardCharsets.UTF_8));
  }

  static Json carbon(Carbon carbon) {
    return Json.of(Long.toString(carbon.micrograms()));
  }

  private static Json line(InventoryLine line) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("amount", InputJson.amount(line.amount()));
    fields.put("biogenicCo2Ug", Json.of(Long.toString(line.biogenicMicrograms())));
    fields.put("carbonUg", carbon(line.carbon()));
    fields.put("category", Json.of(line.category().word()));
    fields.put("factor", Json.of(line.factor().factor().id()));
    fields.put("flow", Json.of(line.flow().word()));
    fields.put("gasesUg", gases(line.gases()));
    fields.put("isoCategory", Json.of(line.category().isoCategory()));
    line.place().line().ifPresent(name -> fields.put("line", Json.of(name)));
    line.place().machine().ifPresent(name -> fields.put("machine", Json.of(name)));
    fields.put("month", Json.of(line.month().toString()));
    fields.put("originsUg", origins(line.origins()));
    fields.put("provisional", Json.of(line.factor().provisional()));
    fields.put("scope", Json.of(line.category().scope()));
    fields.put("scope3Category", Json.of(line.category().scope3Category()));
    fields.put("site", Json.of(line.place().site()));
    fields.put("source", Json.of(line.source()));
    fields.put("evidence", evidence(line.evidence()));
    line.activityPercent()
        .ifPresent(u -> fields.put("activityUncertaintyPercent", Json.of(u.toPlainString())));
    line.factorPercent()
        .ifPresent(u -> fields.put("factorUncertaintyPercent", Json.of(u.toPlainString())));
    return new Json.Obj(fields);
  }

  private static Json evidence(Evidence evidence) {
    Map<String, Json> fields = new TreeMap<>();
    evidence.blocks().ifPresent(blocks -> fields.put("blocks", InputJson.blocks(blocks)));
    evidence.entry().ifPresent(entry -> fields.put("entry", Json.of(entry)));
    evidence.document().ifPresent(document -> fields.put("document", Json.of(document)));
    return new Json.Obj(fields);
  }

  private static Json gases(GasMasses gases) {
    Map<String, Json> fields = new TreeMap<>();
    gases.micrograms().forEach((gas, mass) -> fields.put(gas.word(), Json.of(Long.toString(mass))));
    return new Json.Obj(fields);
  }

  private static Json market(MarketLine line) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("carbonUg", carbon(line.carbon()));
    fields.put("energyWh", Json.of(Long.toString(line.energy().wattHours())));
    fields.put("month", Json.of(line.month().toString()));
    fields.put("part", Json.of(line.part().word()));
    fields.put("site", Json.of(line.site()));
    line.factor().ifPresent(choice -> fields.put("factor", Json.of(choice.factor().id())));
    return new Json.Obj(fields);
  }

  private static Json origins(OriginCarbon origins) {
    return new Json.Obj(
        Map.of(
            "entered", carbon(origins.entered()),
            "estimated", carbon(origins.estimated()),
            "measured", carbon(origins.measured())));
  }

  private static Json methods(Map<AccountingMethod, MethodTotal> methods) {
    Map<String, Json> fields = new TreeMap<>();
    methods.forEach(
        (method, total) -> {
          Map<String, Json> parts = new TreeMap<>();
          total.parts().forEach((part, carbon) -> parts.put(part.word(), carbon(carbon)));
          fields.put(
              method.word(),
              new Json.Obj(
                  Map.of("partsUg", new Json.Obj(parts), "totalUg", carbon(total.total()))));
        });
    return new Json.Obj(fields);
  }

  private static Json completeness(InventoryCompleteness completeness) {
    return new Json.Obj(
        Map.of(
            "missingMonths",
            InputJson.array(
                completeness.missingMonths().stream()
                    .map(
                        missing ->
                            new Json.Obj(
                                Map.of(
                                    "meter", Json.of(missing.meter()),
                                    "month", Json.of(missing.month().toString()),
                                    "site", Json.of(missing.site()))))),
            "quarterHours",
            InputJson.completeness(completeness.quarterHours())));
  }

  private static Json disclosure(Disclosure disclosure) {
    return new Json.Obj(
        Map.of(
            "kind", Json.of(disclosure.kind().word()),
            "place", Json.of(disclosure.place()),
            "text", Json.of(disclosure.text())));
  }

  private static Json factor(ChosenFactor choice) {
    Factor factor = choice.factor();
    Map<String, Json> masses = new TreeMap<>();
    factor
        .microgramsPerUnit()
        .forEach((gas, mass) -> masses.put(gas.word(), InputJson.ratio(mass)));
    return new Json.Obj(
        Map.ofEntries(
            Map.entry("biogenicCo2UgPerUnit", InputJson.ratio(factor.biogenic())),
            Map.entry(
                "boundary",
                Json.of(factor.key().boundary().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
            Map.entry("dataYear", Json.of(factor.key().dataYear())),
            Map.entry("edition", Json.of(factor.key().edition())),
            Map.entry("id", Json.of(factor.id())),
            Map.entry("name", Json.of(factor.name())),
            Map.entry("per", Json.of(factor.per().word())),
            Map.entry("provisional", Json.of(choice.provisional())),
            Map.entry("region", Json.of(factor.key().region())),
            Map.entry("series", Json.of(factor.series())),
            Map.entry("source", Json.of(factor.source().toString())),
            Map.entry("ugPerUnit", new Json.Obj(masses)),
            Map.entry("use", Json.of(factor.key().use())),
            Map.entry("verification", Json.of(factor.verification().word()))));
  }
}

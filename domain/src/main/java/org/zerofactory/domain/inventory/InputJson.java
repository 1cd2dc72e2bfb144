package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.Ratio;

/** The input of an inventory as canonical JSON: what its hash is taken of. */
final class InputJson {

  private InputJson() {}

  static Json of(InventoryInput input) {
    return new Json.Obj(
        Map.of(
            "boundary", boundary(input.boundary()),
            "covers", sorted(input.covers().stream().map(InputJson::cover)),
            "entries", sorted(input.entries().stream().map(InputJson::entry)),
            "metered", sorted(input.metered().stream().map(InputJson::metered)),
            "period", period(input.period()),
            "references", references(input.references()),
            "rules", rules(input.rules()),
            "subMeters", sorted(input.subMeters().stream().map(InputJson::subMeter))));
  }

  static Json boundary(Boundary boundary) {
    return new Json.Obj(
        Map.of(
            "consolidation",
            Json.of("operational-control"),
            "exclusions",
            array(
                boundary.exclusions().stream()
                    .map(
                        exclusion ->
                            new Json.Obj(
                                Map.of(
                                    "percent", Json.of(exclusion.percent().toPlainString()),
                                    "reason", Json.of(exclusion.reason()),
                                    "subject", Json.of(exclusion.subject()))))),
            "organisation",
            Json.of(boundary.organisation()),
            "sites",
            array(boundary.sites().stream().map(InputJson::site))));
  }

  static Json period(InventoryPeriod period) {
    return new Json.Obj(
        Map.of("from", Json.of(period.from().toString()), "to", Json.of(period.to().toString())));
  }

  static Json references(InputReferences references) {
    return new Json.Obj(
        Map.of(
            "factorSets",
            array(
                references.factorSets().stream()
                    .map(
                        set ->
                            new Json.Obj(
                                Map.of(
                                    "hash", Json.of(set.hash().hex()),
                                    "id", Json.of(set.id()),
                                    "version", Json.of(set.version()))))),
            "journals",
            array(
                references.journals().stream()
                    .map(
                        journal ->
                            new Json.Obj(
                                Map.of(
                                    "root", Json.of(journal.root().hex()),
                                    "site", Json.of(journal.site()),
                                    "size", Json.of(journal.size())))))));
  }

  private static Json site(Boundary.Site site) {
    return new Json.Obj(
        Map.of(
            "id", Json.of(site.id()),
            "lines",
                array(
                    site.lines().stream()
                        .map(
                            line ->
                                new Json.Obj(
                                    Map.of(
                                        "id", Json.of(line.id()),
                                        "machines", array(line.machines().stream().map(Json::of)),
                                        "name", Json.of(line.name()))))),
            "name", Json.of(site.name())));
  }

  private static Json rules(InventoryRules rules) {
    Map<String, Json> potentials = new TreeMap<>();
    rules.potentials().potentials().forEach((gas, p) -> potentials.put(gas.word(), ratio(p)));
    Map<String, Json> upstream = new TreeMap<>();
    rules.upstream().forEach((from, to) -> upstream.put(from, array(to.stream().map(Json::of))));
    return new Json.Obj(
        Map.of(
            "emissionsTrading", texts(rules.emissionsTrading()),
            "gwpEdition", Json.of(rules.potentials().edition()),
            "method", Json.of(rules.method().word()),
            "potentials", new Json.Obj(potentials),
            "residual", texts(rules.residual()),
            "uncertainties", uncertainties(rules.uncertainties()),
            "upstream", new Json.Obj(upstream)));
  }

  private static Json uncertainties(Uncertainties uncertainties) {
    Map<String, Json> byCategory = new TreeMap<>();
    uncertainties
        .byCategory()
        .forEach((category, u) -> byCategory.put(category.word(), Json.of(u.toPlainString())));
    return new Json.Obj(
        Map.of(
            "byCategory", new Json.Obj(byCategory),
            "bySeries", decimals(uncertainties.bySeries()),
            "bySource", decimals(uncertainties.bySource())));
  }

  private static Json metered(MeteredActivity metered) {
    Map<String, Json> fields =
        new TreeMap<>(
            Map.of(
                "amount", amount(metered.amount()),
                "category", Json.of(metered.category().word()),
                "estimated", Json.of(Long.toString(metered.estimated())),
                "flow", Json.of(metered.flow().word()),
                "meter", Json.of(metered.meter()),
                "month", Json.of(metered.month().toString()),
                "place", Json.of(metered.place().path()),
                "quarterHours", completeness(metered.quarterHours())));
    metered.factorSeries().ifPresent(series -> fields.put("factorSeries", Json.of(series)));
    metered.blocks().ifPresent(blocks -> fields.put("blocks", blocks(blocks)));
    return new Json.Obj(fields);
  }

  private static Json subMeter(SubMeterShare share) {
    return new Json.Obj(
        Map.of(
            "amount", amount(share.amount()),
            "meter", Json.of(share.meter()),
            "month", Json.of(share.month().toString()),
            "parent", Json.of(share.parent()),
            "place", Json.of(share.place().path())));
  }

  private static Json entry(ActivityEntry entry) {
    return new Json.Obj(
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("amount", amount(entry.amount())),
                Map.entry("approvedBy", optional(entry.approvedBy())),
                Map.entry("category", Json.of(entry.category().word())),
                Map.entry("description", Json.of(entry.description())),
                Map.entry("document", optional(entry.document())),
                Map.entry("enteredBy", Json.of(entry.enteredBy())),
                Map.entry("factorSeries", Json.of(entry.factorSeries())),
                Map.entry("from", Json.of(entry.from().toString())),
                Map.entry("id", Json.of(entry.id())),
                Map.entry("site", Json.of(entry.site())),
                Map.entry("subject", Json.of(entry.subject())),
                Map.entry("to", Json.of(entry.to().toString())))));
  }

  private static Json cover(MarketCover cover) {
    return new Json.Obj(
        Map.of(
            "carbonUg", Json.of(Long.toString(cover.carbon().micrograms())),
            "coveredWh", Json.of(Long.toString(cover.covered().wattHours())),
            "month", Json.of(cover.month().toString()),
            "site", Json.of(cover.site()),
            "soldOwnGenerationWh", Json.of(Long.toString(cover.soldOwnGeneration().wattHours()))));
  }

  static Json completeness(Completeness completeness) {
    return new Json.Obj(
        Map.of(
            "estimated", Json.of(completeness.estimated()),
            "expected", Json.of(completeness.expected()),
            "measured", Json.of(completeness.measured()),
            "missing", Json.of(completeness.missing())));
  }

  static Json blocks(BlockRange blocks) {
    return new Json.Obj(Map.of("first", Json.of(blocks.first()), "last", Json.of(blocks.last())));
  }

  /** Whole base units as text: they may exceed what JSON readers hold exactly. */
  static Json amount(Amount amount) {
    return new Json.Obj(
        Map.of(
            "unit", Json.of(amount.unit().word()),
            "value", Json.of(Long.toString(amount.value()))));
  }

  static Json ratio(Ratio ratio) {
    return Json.of(ratio.numerator() + "/" + ratio.denominator());
  }

  static Json optional(Optional<String> text) {
    return text.map(Json::of).orElse(Json.NULL);
  }

  static Json array(Stream<? extends Json> items) {
    return new Json.Arr(List.copyOf(items.toList()));
  }

  private static Json sorted(Stream<Json> items) {
    return array(items.sorted(Comparator.comparing(Json::canonical)));
  }

  private static Json texts(Map<String, String> texts) {
    Map<String, Json> fields = new TreeMap<>();
    texts.forEach((key, text) -> fields.put(key, Json.of(text)));
    return new Json.Obj(fields);
  }

  private static Json decimals(Map<String, BigDecimal> decimals) {
    Map<String, Json> fields = new TreeMap<>();
    decimals.forEach((key, value) -> fields.put(key, Json.of(value.toPlainString())));
    return new Json.Obj(fields);
  }
}

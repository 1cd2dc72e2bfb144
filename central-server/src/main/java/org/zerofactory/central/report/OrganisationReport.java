package org.zerofactory.central.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryJson;
import org.zerofactory.domain.inventory.Organisation;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.CompiledInventory;
import org.zerofactory.domain.ledger.CompiledOrganisation;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.StoredInventory;

/**
 * What is published of an organisation's inventory: the form of a site's (docs/formats.md, section
 * 9), with the organisation in the place of the site, and each site's part of the sums. The lines
 * name their site, so that a figure can be followed down to the meter.
 */
public final class OrganisationReport {

  private OrganisationReport() {}

  /**
   * @param restates what the inventory takes the place of, and how it differs
   */
  public static Json of(CompiledOrganisation compiled, Optional<Json> restates) {
    Inventory inventory = compiled.inventory();
    Map<String, Json> fields = new TreeMap<>();
    fields.put("format", Json.of(InventoryReport.FORMAT));
    fields.put("organisation", organisation(compiled.organisation()));
    fields.put("inventory", InventoryJson.of(inventory));
    fields.put(
        "sites", InventoryReport.array(compiled.sites().stream().map(OrganisationReport::site)));
    fields.put("inputs", inputs(compiled));
    fields.put("standardCoal", CoalReport.of(compiled.coal(), inventory));
    fields.put("uncertainty", UncertaintyReport.of(inventory));
    fields.put("warnings", InventoryReport.array(warnings(compiled).stream()));
    fields.put("restates", restates.orElse(Json.NULL));
    return new Json.Obj(fields);
  }

  /** An organisation with its sites. */
  public static Json organisation(Organisation of) {
    return new Json.Obj(
        Map.of(
            "id", Json.of(of.id()),
            "name", Json.of(of.name()),
            "consolidation", Json.of(InventorySettings.CONSOLIDATION),
            "sites", InventoryReport.array(of.members().stream().map(OrganisationReport::member)),
            "structuralChanges",
                InventoryReport.array(of.changes().stream().map(OrganisationReport::change))));
  }

  private static Json member(Organisation.Member member) {
    return new Json.Obj(
        Map.of(
            "id", Json.of(member.site()),
            "opened", member.opened().map(of -> Json.of(of.toString())).orElse(Json.NULL),
            "closed", member.closed().map(of -> Json.of(of.toString())).orElse(Json.NULL)));
  }

  private static Json change(Organisation.StructuralChange change) {
    return new Json.Obj(
        Map.of(
            "site", Json.of(change.site()),
            "kind", Json.of(change.kind().word()),
            "on", Json.of(change.on().toString()),
            "reason", Json.of(change.reason())));
  }

  /** A site's own figures; its lines are among those of the whole. */
  private static Json site(CompiledOrganisation.Site site) {
    CompiledInventory compiled = site.compiled();
    Json uncertainty = UncertaintyReport.of(compiled.inventory());
    Json own = InventoryJson.of(compiled.inventory());
    Map<String, Json> fields = new TreeMap<>();
    fields.put("site", InventoryReport.site(compiled.sources().site().description()));
    fields.put(
        "inventory", site.published().map(of -> Json.of(of.version().id())).orElse(Json.NULL));
    fields.put("sha256", site.published().map(OrganisationReport::hash).orElse(Json.NULL));
    fields.put("inputSha256", Json.of(compiled.inventory().inputHash().hex()));
    for (String name : List.of("totals", "methods", "originsUg", "completeness")) {
      fields.put(name, ((Json.Obj) own).entries().get(name));
    }
    fields.put("standardCoal", CoalReport.of(compiled.coal(), compiled.inventory()));
    fields.put("uncertainty", uncertainty);
    fields.put("warnings", InventoryReport.array(InventoryReport.warnings(compiled).stream()));
    return new Json.Obj(fields);
  }

  private static Json hash(StoredInventory of) {
    return Json.of(of.frozen().orElseThrow().hash().hex());
  }

  private static Json inputs(CompiledOrganisation compiled) {
    SortedMap<String, InputReferences.Journal> journals = new TreeMap<>();
    SortedMap<String, Json> sets = new TreeMap<>();
    List<Json> entries = new ArrayList<>();
    for (CompiledOrganisation.Site site : compiled.sites()) {
      InputReferences references = site.compiled().input().references();
      references.journals().forEach(of -> journals.put(of.site(), of));
      references
          .factorSets()
          .forEach(of -> sets.put(of.id() + " " + of.hash(), InventoryReport.factorSet(of)));
      site.compiled().sources().approved().forEach(of -> entries.add(of.json()));
    }
    return new Json.Obj(
        Map.of(
            "sha256",
            Json.of(compiled.inventory().inputHash().hex()),
            "journals",
            InventoryReport.array(journals.values().stream().map(InventoryReport::journal)),
            "factorSets",
            InventoryReport.array(sets.values().stream()),
            "entries",
            InventoryReport.array(entries.stream()),
            "inventories",
            InventoryReport.array(compiled.sites().stream().map(OrganisationReport::kept))));
  }

  private static Json kept(CompiledOrganisation.Site site) {
    return new Json.Obj(
        Map.of(
            "site",
            Json.of(site.id()),
            "inventory",
            site.published().map(of -> Json.of(of.version().id())).orElse(Json.NULL),
            "sha256",
            site.published().map(OrganisationReport::hash).orElse(Json.NULL),
            "inputSha256",
            Json.of(site.compiled().inventory().inputHash().hex())));
  }

  private static List<Json> warnings(CompiledOrganisation compiled) {
    List<Json> all = new ArrayList<>();
    for (CompiledOrganisation.Site site : compiled.sites()) {
      all.addAll(InventoryReport.warnings(site.compiled()));
    }
    return all;
  }
}

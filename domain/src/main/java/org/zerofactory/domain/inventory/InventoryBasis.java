package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;

/**
 * What an inventory rests on besides amounts, as far as it tells the causes of a difference apart.
 *
 * @param gwp edition of the warming potentials
 * @param sites in the boundary
 * @param factors in use by id
 * @param opened sites with the first month of their operation, where it is stated
 * @param closed sites with the first month after it
 * @param structural what the organisation states of changes of structure, by site
 */
public record InventoryBasis(
    InventoryPeriod period,
    String gwp,
    Set<String> sites,
    SortedMap<String, UsedFactor> factors,
    Map<String, YearMonth> opened,
    Map<String, YearMonth> closed,
    Map<String, String> structural) {

  /**
   * A factor as an inventory shows it.
   *
   * @param value masses of gases for one unit, canonical
   */
  public record UsedFactor(String edition, boolean isProvisional, String value) {}

  public InventoryBasis {
    sites = Set.copyOf(sites);
    factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
    opened = Map.copyOf(opened);
    closed = Map.copyOf(closed);
    structural = Map.copyOf(structural);
  }

  /**
   * Of an inventory in its published form.
   *
   * @param organisation whose it is, in the published form; empty for a site's
   * @throws org.zerofactory.domain.journal.JsonFormatException if it is none
   */
  public static InventoryBasis ofJson(Json inventory, Optional<Json> organisation) {
    JsonFields fields = JsonFields.of("inventory", inventory);
    JsonFields period = fields.object("period");
    Set<String> sites = new HashSet<>();
    fields
        .object("boundary")
        .array("sites")
        .forEach(site -> sites.add(JsonFields.of("site", site).text("id")));
    SortedMap<String, UsedFactor> factors = new TreeMap<>();
    for (Json item : fields.array("factors")) {
      JsonFields factor = JsonFields.of("factor", item);
      factors.put(factor.text("id"), used(factor));
    }
    Map<String, YearMonth> opened = new HashMap<>();
    Map<String, YearMonth> closed = new HashMap<>();
    Map<String, String> structural = new HashMap<>();
    organisation
        .map(of -> JsonFields.of("organisation", of))
        .ifPresent(
            of -> {
              months(of.array("sites"), "opened", opened);
              months(of.array("sites"), "closed", closed);
              of.array("structuralChanges").forEach(change -> state(change, structural));
            });
    return new InventoryBasis(
        new InventoryPeriod(
            YearMonth.parse(period.text("from")), YearMonth.parse(period.text("to"))),
        fields.text("gwpEdition"),
        sites,
        factors,
        opened,
        closed,
        structural);
  }

  private static UsedFactor used(JsonFields factor) {
    String value =
        factor.object("ugPerUnit").object().canonical() + factor.text("biogenicCo2UgPerUnit");
    return new UsedFactor(factor.text("edition"), factor.bool("provisional"), value);
  }

  private static void months(List<Json> sites, String name, Map<String, YearMonth> months) {
    for (Json item : sites) {
      JsonFields site = JsonFields.of("site", item);
      if (site.object().entries().get(name) instanceof Json.Text month) {
        months.put(site.text("id"), YearMonth.parse(month.value()));
      }
    }
  }

  private static void state(Json item, Map<String, String> structural) {
    JsonFields change = JsonFields.of("structuralChange", item);
    structural.merge(
        change.text("site"),
        change.text("kind") + " on " + change.text("on") + ": " + change.text("reason"),
        (one, other) -> one + "; " + other);
  }
}

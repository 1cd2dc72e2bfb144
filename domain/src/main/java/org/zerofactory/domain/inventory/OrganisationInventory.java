package org.zerofactory.domain.inventory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.inventory.Refusal.Kind;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;

/**
 * An organisation's inventory: the exact sum of its sites' inventories of one period, method and
 * set of warming potentials. Lines stay as the sites have them, so that every figure can be
 * followed to its site, line, machine and meter; nothing is rounded, and nothing depends on the
 * order or the grouping of the sites.
 *
 * <p>Source: GHG Protocol Corporate Standard, chapter 3 (operational control) and chapter 6
 * (rolling up to the corporate level); ISO 14064-1:2018, 5.1 and 5.2.
 */
public final class OrganisationInventory {

  private static final Comparator<MarketLine> MARKET_ORDER =
      Comparator.comparing(MarketLine::site)
          .thenComparing(MarketLine::month)
          .thenComparing(MarketLine::part)
          .thenComparing(line -> line.factor().map(of -> of.factor().id()).orElse(""));

  private OrganisationInventory() {}

  /** What all parts must have in common. */
  public record Terms(InventoryPeriod period, AccountingMethod method, String gwp) {

    @Override
    public String toString() {
      return period.from() + " to before " + period.to() + " by " + method.word() + " with " + gwp;
    }

    static Terms of(Inventory inventory) {
      return new Terms(inventory.period(), inventory.method(), inventory.potentials());
    }
  }

  /**
   * An inventory to add: of a site, or of several that were added up before.
   *
   * @param kept where a site's inventory was published; empty if it is no more than compiled
   */
  public record Part(Inventory inventory, Optional<Kept> kept) {

    /** For messages. */
    String where() {
      return "site " + String.join(", ", sites());
    }

    List<String> sites() {
      return inventory.boundary().sites().stream().map(Boundary.Site::id).sorted().toList();
    }
  }

  /**
   * A published inventory of a site.
   *
   * @param id such as {@code I-3}
   * @param content SHA-256 of the bytes that were published
   */
  public record Kept(String id, Hash content) {}

  /**
   * Adds up.
   *
   * @throws InventoryRefusedException with every part of other terms, every site that is missing,
   *     there twice, or not the organisation's
   */
  public static Inventory of(Organisation organisation, Terms terms, List<Part> unsorted) {
    List<Refusal> refusals = refusals(organisation, terms, unsorted);
    if (!refusals.isEmpty()) {
      throw new InventoryRefusedException(refusals);
    }
    List<Part> parts = unsorted.stream().sorted(Comparator.comparing(Part::where)).toList();
    List<Inventory> all = parts.stream().map(Part::inventory).toList();
    SortedSet<Disclosure> disclosures = new TreeSet<>();
    all.forEach(one -> one.disclosures().forEach(of -> disclosures.add(placed(of, one))));
    organisation.exclusions().forEach(of -> disclosures.add(Disclosures.of(of)));
    return new Inventory(
        inputHash(organisation, terms, parts),
        boundary(organisation, all),
        terms.period(),
        terms.method(),
        terms.gwp(),
        joined(all, Inventory::lines, Inventory.ORDER),
        joined(all, Inventory::exports, Inventory.ORDER),
        joined(all, Inventory::market, MARKET_ORDER),
        all.stream().map(Inventory::totals).reduce(InventoryTotals::plus).orElseThrow(),
        all.stream().map(Inventory::methods).reduce(OrganisationInventory::inBoth).orElseThrow(),
        all.stream().map(Inventory::origins).reduce(OriginCarbon.NONE, OriginCarbon::plus),
        factors(all),
        completeness(all),
        List.copyOf(disclosures));
  }

  private static List<Refusal> refusals(Organisation organisation, Terms terms, List<Part> parts) {
    List<Refusal> refusals = new ArrayList<>();
    Set<String> expected = new HashSet<>(organisation.sitesIn(terms.period()));
    Set<String> seen = new HashSet<>();
    for (Part part : parts) {
      Terms own = Terms.of(part.inventory());
      if (!own.equals(terms)) {
        refusals.add(
            new Refusal(
                Kind.OTHER_TERMS,
                part.where(),
                "expected an inventory of " + terms + ", found " + own));
      }
      for (String site : part.sites()) {
        if (!expected.contains(site)) {
          String why = "is no site of " + organisation.id() + " in the period";
          refusals.add(new Refusal(Kind.OUTSIDE_BOUNDARY, "site " + site, why));
        }
        if (!seen.add(site)) {
          refusals.add(new Refusal(Kind.DOUBLE, "site " + site, "is there twice"));
        }
      }
    }
    expected.stream()
        .filter(site -> !seen.contains(site))
        .sorted()
        .forEach(site -> refusals.add(missing(site, terms)));
    return refusals;
  }

  private static Refusal missing(String site, Terms terms) {
    return new Refusal(
        Kind.MISSING_SITE, "site " + site, "expected an inventory of " + terms + ", found none");
  }

  /** What a site says of all its meters is said of that site. */
  private static Disclosure placed(Disclosure disclosure, Inventory part) {
    boolean isOfAll = disclosure.place().equals(Disclosures.ALL_METERS);
    return isOfAll && part.boundary().sites().size() == 1
        ? new Disclosure(
            disclosure.kind(),
            Disclosures.ALL_METERS + " of site " + part.boundary().sites().get(0).id(),
            disclosure.text())
        : disclosure;
  }

  private static Boundary boundary(Organisation organisation, List<Inventory> all) {
    return new Boundary(
        organisation.name(),
        all.stream()
            .flatMap(one -> one.boundary().sites().stream())
            .sorted(Comparator.comparing(Boundary.Site::id))
            .toList(),
        Stream.concat(
                organisation.exclusions().stream(),
                all.stream().flatMap(one -> one.boundary().exclusions().stream()))
            .distinct()
            .sorted(Comparator.comparing(Boundary.Exclusion::subject))
            .toList());
  }

  private static <T> List<T> joined(
      List<Inventory> all, Function<Inventory, List<T>> list, Comparator<T> order) {
    return all.stream().flatMap(one -> list.apply(one).stream()).sorted(order).toList();
  }

  /** A method's total is known only where all sites know theirs. */
  private static SortedMap<AccountingMethod, MethodTotal> inBoth(
      SortedMap<AccountingMethod, MethodTotal> one,
      SortedMap<AccountingMethod, MethodTotal> other) {
    SortedMap<AccountingMethod, MethodTotal> both = new TreeMap<>();
    one.forEach(
        (method, total) ->
            Optional.ofNullable(other.get(method))
                .ifPresent(more -> both.put(method, total.plus(more))));
    return Collections.unmodifiableSortedMap(both);
  }

  /** Each once; the month's means of two sites may share an id, and both stay. */
  private static List<ChosenFactor> factors(List<Inventory> all) {
    Map<String, ChosenFactor> distinct = new TreeMap<>();
    for (Inventory one : all) {
      for (ChosenFactor choice : one.factors()) {
        distinct.merge(
            choice.factor().id() + " " + choice.factor().microgramsPerUnit(),
            choice,
            (a, b) -> new ChosenFactor(a.factor(), a.provisional() || b.provisional()));
      }
    }
    return List.copyOf(distinct.values());
  }

  private static InventoryCompleteness completeness(List<Inventory> all) {
    return new InventoryCompleteness(
        all.stream()
            .map(one -> one.completeness().quarterHours())
            .reduce(Completeness.NONE, Completeness::plus),
        all.stream()
            .flatMap(one -> one.completeness().missingMonths().stream())
            .sorted(
                Comparator.comparing(InventoryCompleteness.MissingMonth::site)
                    .thenComparing(InventoryCompleteness.MissingMonth::meter)
                    .thenComparing(InventoryCompleteness.MissingMonth::month))
            .toList());
  }

  /**
   * The inputs of the parts, which name journals, factor sets and entries, and where they stand.
   */
  private static Hash inputHash(Organisation organisation, Terms terms, List<Part> parts) {
    Json input =
        new Json.Obj(
            Map.of(
                "boundary",
                InputJson.boundary(
                    boundary(organisation, parts.stream().map(Part::inventory).toList())),
                "gwpEdition",
                Json.of(terms.gwp()),
                "method",
                Json.of(terms.method().word()),
                "organisation",
                Json.of(organisation.id()),
                "parts",
                InputJson.array(parts.stream().map(OrganisationInventory::part)),
                "period",
                InputJson.period(terms.period())));
    return Hash.of(input.canonical().getBytes(StandardCharsets.UTF_8));
  }

  private static Json part(Part part) {
    return new Json.Obj(
        Map.of(
            "content",
            InputJson.optional(part.kept().map(of -> of.content().hex())),
            "inputHash",
            Json.of(part.inventory().inputHash().hex()),
            "inventory",
            InputJson.optional(part.kept().map(Kept::id)),
            "sites",
            InputJson.array(part.sites().stream().map(Json::of))));
  }
}

package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zerofactory.domain.inventory.BaseYear.Cause;
import org.zerofactory.domain.inventory.InventoryBasis.UsedFactor;
import org.zerofactory.domain.inventory.Organisation.StructuralKind;
import org.zerofactory.domain.quantity.Carbon;

/**
 * Why two inventories differ, each part of the difference with its cause. Causes are derived from
 * what differs: the boundary, the factors and potentials, or what journals and entries say. The
 * parts add up to the difference to the microgram.
 *
 * <p>Source: GHG Protocol Corporate Standard, chapter 5 (structural changes, changes of methodology
 * or of factors, errors; never organic growth); Scope 3 Standard, chapter 9 (a category that is
 * newly accounted is a change of methodology).
 */
public final class ChangeCauses {

  private static final String CATEGORY_3 = SourceCategory.FUEL_AND_ENERGY.word();
  private static final Carbon NOTHING = Carbon.ZERO;
  private static final List<StructuralKind> SOURCING =
      List.of(StructuralKind.INSOURCING, StructuralKind.OUTSOURCING);

  private final InventoryBasis before;
  private final InventoryBasis after;
  private final Set<List<String>> sourcesBefore;
  private final Set<List<String>> sourcesAfter;
  private final Set<List<String>> suppliedBefore;
  private final Set<List<String>> suppliedAfter;
  private final Map<Key, Carbon> sums = new TreeMap<>(Key.ORDER);

  private ChangeCauses(
      InventoryBasis before, InventoryBasis after, InventoryDiff.Side old, InventoryDiff.Side now) {
    this.before = before;
    this.after = after;
    this.sourcesBefore = sources(old, false);
    this.sourcesAfter = sources(now, false);
    this.suppliedBefore = sources(old, true);
    this.suppliedAfter = sources(now, true);
  }

  /**
   * A part of a difference.
   *
   * @param source meter, or subject of an entry; all months and places together
   * @param effect with sign
   * @param reason what differs
   */
  public record Part(
      Cause cause, String site, String category, String source, Carbon effect, String reason) {}

  private record Key(Cause cause, String site, String category, String source, String reason) {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::cause)
            .thenComparing(Key::site)
            .thenComparing(Key::category)
            .thenComparing(Key::source)
            .thenComparing(Key::reason);
  }

  private record Why(Cause cause, String reason) {}

  /** The parts of the difference of two sides; what adds up to nothing is left out. */
  public static List<Part> of(
      InventoryBasis before, InventoryDiff.Side old, InventoryBasis after, InventoryDiff.Side now) {
    ChangeCauses causes = new ChangeCauses(before, after, old, now);
    InventoryDiff.of(old, now, ChangeSplit.Convention.SHAPLEY).changes().forEach(causes::add);
    List<Part> parts = new ArrayList<>();
    causes.sums.forEach(
        (key, effect) -> {
          if (!effect.equals(NOTHING)) {
            parts.add(
                new Part(
                    key.cause(), key.site(), key.category(), key.source(), effect, key.reason()));
          }
        });
    return parts;
  }

  /** The parts as what may have made a base year wrong. */
  public static List<BaseYear.Trigger> triggers(List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                new BaseYear.Trigger(
                    part.cause(),
                    part.site()
                        + "/"
                        + part.source()
                        + ", "
                        + part.category()
                        + ": "
                        + part.reason(),
                    part.effect()))
        .toList();
  }

  private void add(InventoryDiff.Change change) {
    Optional<Why> whole =
        boundary(change.key().site())
            .or(() -> sourcing(change.key()))
            .or(() -> newCategory(change));
    if (whole.isPresent()) {
      add(change, whole.get(), change.difference());
      return;
    }
    Optional<Why> factor = factor(change);
    add(change, amount(), factor.isPresent() ? change.split().activity() : change.difference());
    factor.ifPresent(why -> add(change, why, change.split().factor()));
  }

  private void add(InventoryDiff.Change change, Why why, Carbon effect) {
    InventoryDiff.Key key = change.key();
    sums.merge(
        new Key(why.cause(), key.site(), key.category(), key.source(), why.reason()),
        effect,
        Carbon::plus);
  }

  /** A site on one side only: bought or sold, or else built or closed. */
  private Optional<Why> boundary(String site) {
    boolean was = before.sites().contains(site);
    boolean is = after.sites().contains(site);
    if (was == is) {
      return Optional.empty();
    }
    boolean isGrowth =
        isWithinChange(is ? Optional.ofNullable(after.opened().get(site)) : closed(site));
    if (isGrowth) {
      return Optional.of(
          new Why(Cause.ORGANIC_GROWTH, "site " + site + (is ? " was opened" : " was closed")));
    }
    String stated =
        Optional.ofNullable(after.structural().get(site))
            .or(() -> Optional.ofNullable(before.structural().get(site)))
            .map(text -> " (" + text + ")")
            .orElse("");
    return Optional.of(
        new Why(
            Cause.STRUCTURE,
            "site " + site + (is ? " came into the boundary" : " left the boundary") + stated));
  }

  /** A source on one side only, of a site that is said to have taken work in or given it away. */
  private Optional<Why> sourcing(InventoryDiff.Key key) {
    List<String> source = List.of(key.site(), key.source());
    boolean was = sourcesBefore.contains(source) || suppliedBefore.contains(source);
    boolean is = sourcesAfter.contains(source) || suppliedAfter.contains(source);
    Optional<String> stated = Optional.ofNullable(after.structural().get(key.site()));
    return stated
        .filter(text -> was != is)
        .filter(text -> !text.equals(before.structural().get(key.site())))
        .filter(text -> SOURCING.stream().anyMatch(kind -> text.contains(kind.word() + " on ")))
        .map(
            text ->
                new Why(
                    Cause.STRUCTURE,
                    key.source()
                        + (is ? " came into site " : " left site ")
                        + key.site()
                        + " ("
                        + text
                        + ")"));
  }

  private Optional<YearMonth> closed(String site) {
    return Optional.ofNullable(after.closed().get(site))
        .or(() -> Optional.ofNullable(before.closed().get(site)));
  }

  /** Whether a month lies after the beginning of the one period and before the end of the other. */
  private boolean isWithinChange(Optional<YearMonth> month) {
    return month
        .filter(of -> of.isAfter(before.period().from()) && of.isBefore(after.period().to()))
        .isPresent();
  }

  /** Category 3 rests on amounts of scopes 1 and 2: where they are on both sides, it is new. */
  private Optional<Why> newCategory(InventoryDiff.Change change) {
    InventoryDiff.Key key = change.key();
    List<String> source = List.of(key.site(), key.source());
    boolean isNew =
        key.category().equals(CATEGORY_3)
            && !key.flow().equals(Flow.RESOLD.word())
            && suppliedBefore.contains(source) != suppliedAfter.contains(source)
            && sourcesBefore.contains(source)
            && sourcesAfter.contains(source);
    if (!isNew) {
      return Optional.empty();
    }
    SortedSet<String> ids = new TreeSet<>(change.factorsBefore());
    ids.addAll(change.factorsAfter());
    boolean isAdded = change.kind() == InventoryDiff.Kind.ADDED;
    return Optional.of(
        new Why(
            Cause.METHOD,
            "scope 3, category 3 is accounted "
                + (isAdded ? "now" : "no more")
                + " with "
                + String.join(", ", ids)));
  }

  private Why amount() {
    return isOnePeriod()
        ? new Why(Cause.ERROR, "readings, entries or contracts of the period say something else")
        : new Why(Cause.ORGANIC_GROWTH, "more or less activity than in the other period");
  }

  /** Empty if potentials and factors are the same: all of a change comes from amounts. */
  private Optional<Why> factor(InventoryDiff.Change change) {
    if (change.factorsBefore().isEmpty() || change.factorsAfter().isEmpty()) {
      return Optional.empty();
    }
    boolean isOtherPotential = !before.gwp().equals(after.gwp());
    if (isOtherPotential) {
      return Optional.of(
          new Why(Cause.METHOD, "potentials of " + before.gwp() + " to " + after.gwp()));
    }
    if (!change.factorsBefore().equals(change.factorsAfter())) {
      String reason =
          "factor "
              + String.join(", ", change.factorsBefore())
              + (change.factorsBefore().stream().anyMatch(this::wasProvisional)
                  ? " (provisional)"
                  : "")
              + " to "
              + String.join(", ", change.factorsAfter());
      return Optional.of(new Why(isOnePeriod() ? Cause.METHOD : Cause.NEW_FACTOR_YEAR, reason));
    }
    return change.factorsBefore().stream().flatMap(id -> corrected(id).stream()).findFirst();
  }

  private boolean wasProvisional(String id) {
    return Optional.ofNullable(before.factors().get(id))
        .filter(UsedFactor::isProvisional)
        .isPresent();
  }

  /** The same id with another value: of another edition, or else of a value that was wrong. */
  private Optional<Why> corrected(String id) {
    UsedFactor old = before.factors().get(id);
    UsedFactor now = after.factors().get(id);
    if (old == null || now == null || old.value().equals(now.value())) {
      return Optional.empty();
    }
    return Optional.of(
        old.edition().equals(now.edition())
            ? new Why(Cause.ERROR, "factor " + id + " has another value under the same edition")
            : new Why(
                Cause.METHOD,
                "factor " + id + ": edition " + old.edition() + " to " + now.edition()));
  }

  private boolean isOnePeriod() {
    return Objects.equals(before.period(), after.period());
  }

  /** Sites and sources of category 3, or of all others. */
  private static Set<List<String>> sources(InventoryDiff.Side side, boolean isCategory3) {
    Set<List<String>> sources = new HashSet<>();
    side.lines().stream()
        .filter(line -> line.category().equals(CATEGORY_3) == isCategory3)
        .filter(line -> !isCategory3 || !line.flow().equals(Flow.RESOLD.word()))
        .forEach(line -> sources.add(List.of(line.site(), line.source())));
    return sources;
  }
}

package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.uncertainty.Materiality;

/**
 * What changed between two inventories, down to source and month: two years, or an inventory and
 * its restatement. Months are matched by their place in the period, the third with the third.
 *
 * @param changes of all sources that are on either side, the unchanged left out, sorted
 */
public record InventoryDiff(Carbon before, Carbon after, List<Change> changes) {

  /** Whether a source is on both sides. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * A source in the n-th month of the period.
   *
   * @param source meter, or subject of an entry
   */
  public record Key(
      String site,
      String place,
      String source,
      String category,
      String flow,
      BaseUnit unit,
      int month) {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::category)
            .thenComparing(Key::site)
            .thenComparing(Key::place)
            .thenComparing(Key::source)
            .thenComparing(Key::month)
            .thenComparing(Key::flow)
            .thenComparing(Key::unit);
  }

  /**
   * A change of one source and month.
   *
   * @param factorsBefore ids
   * @param split effects that add up to {@code after - before}
   */
  public record Change(
      Kind kind,
      Key key,
      ChangeSplit.Side before,
      ChangeSplit.Side after,
      SortedSet<String> factorsBefore,
      SortedSet<String> factorsAfter,
      ChangeSplit split) {

    public Carbon difference() {
      return after.carbon().minus(before.carbon());
    }
  }

  /** One side of a comparison: lines and the first month of their period. */
  public record Side(List<DiffLine> lines, YearMonth from) {
    public Side {
      lines = List.copyOf(lines);
    }

    /** Location-based, all scopes. */
    public static Side of(Inventory inventory) {
      return new Side(DiffLine.of(inventory), inventory.period().from());
    }

    /** Market-based electricity. */
    public static Side marketOf(Inventory inventory) {
      return new Side(DiffLine.marketOf(inventory), inventory.period().from());
    }
  }

  private record Sum(ChangeSplit.Side side, SortedSet<String> factors) {
    private static final Sum NONE = new Sum(new ChangeSplit.Side(0, Carbon.ZERO), new TreeSet<>());

    private Sum with(DiffLine line) {
      SortedSet<String> all = new TreeSet<>(factors);
      line.factor().ifPresent(all::add);
      return new Sum(
          new ChangeSplit.Side(
              Math.addExact(side.amount(), line.amount()), side.carbon().plus(line.carbon())),
          all);
    }
  }

  public InventoryDiff {
    changes = List.copyOf(changes);
  }

  /** Compares two sides; the changes add up to the difference of the totals to the microgram. */
  public static InventoryDiff of(Side before, Side after, ChangeSplit.Convention convention) {
    SortedMap<Key, Sum> old = sums(before);
    SortedMap<Key, Sum> now = sums(after);
    SortedSet<Key> keys = new TreeSet<>(Key.ORDER);
    keys.addAll(old.keySet());
    keys.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (Key key : keys) {
      Sum one = old.getOrDefault(key, Sum.NONE);
      Sum other = now.getOrDefault(key, Sum.NONE);
      if (!one.equals(other)) {
        Kind kind =
            !old.containsKey(key) ? Kind.ADDED : now.containsKey(key) ? Kind.CHANGED : Kind.REMOVED;
        changes.add(
            new Change(
                kind,
                key,
                one.side(),
                other.side(),
                one.factors(),
                other.factors(),
                ChangeSplit.of(one.side(), other.side(), convention)));
      }
    }
    return new InventoryDiff(total(old), total(now), changes);
  }

  /** The effects of all changes together. */
  public ChangeSplit split() {
    return changes.stream().map(Change::split).reduce(ChangeSplit.NONE, ChangeSplit::plus);
  }

  /**
   * Whether the changes of all sources and months together are material to the side before; only of
   * two inventories of one period, since growth is no misstatement.
   *
   * @param percent of the side before that is material
   * @return empty if the side before is not positive: nothing has a share of it
   * @throws IllegalArgumentException if the threshold is not positive
   */
  public Optional<Materiality> materiality(BigDecimal percent) {
    return before.micrograms() <= 0
        ? Optional.empty()
        : Optional.of(
            Materiality.of(before, changes.stream().map(Change::difference).toList(), percent));
  }

  private static SortedMap<Key, Sum> sums(Side side) {
    SortedMap<Key, Sum> sums = new TreeMap<>(Key.ORDER);
    for (DiffLine line : side.lines()) {
      int months = Math.toIntExact(ChronoUnit.MONTHS.between(side.from(), line.month()));
      Key key =
          new Key(
              line.site(),
              line.place(),
              line.source(),
              line.category(),
              line.flow(),
              line.unit(),
              months + 1);
      sums.put(key, sums.getOrDefault(key, Sum.NONE).with(line));
    }
    return sums;
  }

  private static Carbon total(Map<Key, Sum> sums) {
    return sums.values().stream().map(sum -> sum.side().carbon()).reduce(Carbon.ZERO, Carbon::plus);
  }
}

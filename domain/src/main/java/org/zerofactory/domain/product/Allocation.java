package org.zerofactory.domain.product;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A period's load, divided. The shares add up to the site's load to the watt-hour and to its
 * emissions to the microgram.
 */
public record Allocation(SortedMap<Share, Amounts> shares, AllocationQuality quality) {

  public static final Allocation NONE = new Allocation(new TreeMap<>(), AllocationQuality.NONE);

  public Allocation {
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
  }

  public Allocation plus(Allocation other) {
    TreeMap<Share, Amounts> sum = new TreeMap<>(shares);
    for (Map.Entry<Share, Amounts> entry : other.shares.entrySet()) {
      sum.merge(entry.getKey(), entry.getValue(), Amounts::plus);
    }
    return new Allocation(sum, quality.plus(other.quality));
  }

  /** The sum of the shares that are wanted. */
  public Amounts sum(Predicate<Share> wanted) {
    return shares.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Amounts.NONE, Amounts::plus);
  }

  public Amounts sum(Share.Kind kind) {
    return sum(share -> share.kind() == kind);
  }

  /** The site's whole load and emissions. */
  public Amounts total() {
    return sum(share -> true);
  }
}

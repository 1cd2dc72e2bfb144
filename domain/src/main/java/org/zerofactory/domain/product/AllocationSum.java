package org.zerofactory.domain.product;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/** The sum of quarter hours while they are divided. */
final class AllocationSum {

  /** Energy, estimated energy, location-based and market-based micrograms. */
  private final Map<Share, long[]> sums = new HashMap<>();

  private final Set<Share> withoutFactor = new HashSet<>();
  private AllocationQuality quality = AllocationQuality.NONE;

  /**
   * Adds to a share.
   *
   * @param energy watt-hours, and of these estimated
   */
  void add(Share share, long[] energy, long location, long market) {
    long[] sum = sums.computeIfAbsent(share, none -> new long[4]);
    sum[0] = Math.addExact(sum[0], energy[0]);
    sum[1] = Math.addExact(sum[1], energy[1]);
    sum[2] = Math.addExact(sum[2], location);
    sum[3] = Math.addExact(sum[3], market);
  }

  /** Adds to a share whose emissions are then not known. */
  void addWithoutFactor(Share share, long[] energy) {
    add(share, energy, 0, 0);
    withoutFactor.add(share);
  }

  void add(AllocationQuality of) {
    quality = quality.plus(of);
  }

  Allocation allocation() {
    TreeMap<Share, Amounts> shares = new TreeMap<>();
    sums.forEach((share, sum) -> shares.put(share, amounts(share, sum)));
    return new Allocation(shares, quality);
  }

  private Amounts amounts(Share share, long[] sum) {
    Emitted emitted = new Emitted(new Carbon(sum[2]), new Carbon(sum[3]));
    return new Amounts(
        new Energy(sum[0]),
        new Energy(sum[1]),
        withoutFactor.contains(share) ? Optional.empty() : Optional.of(emitted));
  }
}

package org.zerofactory.domain.product;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.zerofactory.domain.metering.Spread;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/** The shares of one quarter hour while they are found, in an order that no input decides. */
final class QuarterShares {

  private final TreeMap<Share, long[]> energies = new TreeMap<>();

  /** Adds energy to a share; nothing is no share. */
  void add(Share share, long wattHours, boolean estimated) {
    if (wattHours != 0) {
      long[] sum = energies.computeIfAbsent(share, none -> new long[2]);
      sum[0] = Math.addExact(sum[0], wattHours);
      sum[1] = Math.addExact(sum[1], estimated ? wattHours : 0);
    }
  }

  /**
   * Divides the emissions by energy, to the microgram: all that is drawn in a quarter hour is drawn
   * from the same mix of grid and own sun.
   */
  void emit(Optional<Emitted> emitted, BiConsumer<Share, Amounts> into) {
    boolean canDivide =
        !energies.isEmpty() && energies.values().stream().allMatch(energy -> energy[0] > 0);
    if (!canDivide) {
      energies.forEach(
          (share, energy) -> into.accept(share, amounts(energy, Optional.of(Emitted.NONE))));
      Share rest = Share.unallocated(Share.LOAD_UNKNOWN);
      if (emitted.isEmpty() || !emitted.get().equals(Emitted.NONE)) {
        into.accept(rest, amounts(new long[2], emitted));
      }
      return;
    }
    long[] weights = energies.values().stream().mapToLong(energy -> energy[0]).toArray();
    Optional<long[]> location = emitted.map(of -> Spread.of(of.location().micrograms(), weights));
    Optional<long[]> market = emitted.map(of -> Spread.of(of.market().micrograms(), weights));
    int index = 0;
    for (var entry : energies.entrySet()) {
      int at = index++;
      Optional<Emitted> part =
          location.flatMap(
              of -> market.map(other -> new Emitted(new Carbon(of[at]), new Carbon(other[at]))));
      into.accept(entry.getKey(), amounts(entry.getValue(), part));
    }
  }

  private static Amounts amounts(long[] energy, Optional<Emitted> emitted) {
    return new Amounts(new Energy(energy[0]), new Energy(energy[1]), emitted);
  }
}

package org.zerofactory.domain.product;

import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.metering.Spread;

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
  void emit(Optional<Emitted> emitted, AllocationSum into) {
    boolean canDivide = !energies.isEmpty();
    for (long[] energy : energies.values()) {
      canDivide &= energy[0] > 0;
    }
    if (!canDivide) {
      undivided(emitted, into);
    } else if (emitted.isEmpty()) {
      energies.forEach(into::addWithoutFactor);
    } else {
      divided(emitted.get(), into);
    }
  }

  private void divided(Emitted emitted, AllocationSum into) {
    long[] weights = energies.values().stream().mapToLong(energy -> energy[0]).toArray();
    long[] location = Spread.of(emitted.location().micrograms(), weights);
    long[] market = Spread.of(emitted.market().micrograms(), weights);
    int index = 0;
    for (var entry : energies.entrySet()) {
      into.add(entry.getKey(), entry.getValue(), location[index], market[index]);
      index++;
    }
  }

  private void undivided(Optional<Emitted> emitted, AllocationSum into) {
    energies.forEach((share, energy) -> into.add(share, energy, 0, 0));
    Share rest = Share.unallocated(Share.LOAD_UNKNOWN);
    if (emitted.isEmpty()) {
      into.addWithoutFactor(rest, new long[2]);
    } else if (!emitted.get().equals(Emitted.NONE)) {
      long location = emitted.get().location().micrograms();
      into.add(rest, new long[2], location, emitted.get().market().micrograms());
    }
  }
}

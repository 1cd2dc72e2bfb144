package org.zerofactory.domain.uncertainty;

/**
 * Normal deviates that follow from a seed alone: a pure function, the same on every JDK, so that an
 * auditor draws what the centre drew.
 *
 * <p>Source: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014);
 * Box and Muller (1958).
 */
final class SeededDeviates {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  SeededDeviates(long seed) {
    this.state = seed;
  }

  /** Mean 0, standard deviation 1. */
  void fill(double[] deviates) {
    for (int i = 0; i < deviates.length; i++) {
      double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
      deviates[i] = radius * StrictMath.cos(2 * Math.PI * uniform());
    }
  }

  /** 0 or more, below 1. */
  private double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  private long bits() {
    state += GOLDEN_GAMMA;
    long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}

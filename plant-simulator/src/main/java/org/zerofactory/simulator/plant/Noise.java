package org.zerofactory.simulator.plant;

/**
 * Random numbers that depend on seed, stream and position only, so that any instant can be computed
 * without the instants before it.
 */
final class Noise {

  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /** Uniform in {@code [0, 1)}. */
  double uniform(int stream, long position) {
    return (bits(stream, position) >>> 11) * 0x1.0p-53;
  }

  /** Uniform in {@code [low, high)}. */
  double between(double low, double high, int stream, long position) {
    return low + (high - low) * uniform(stream, position);
  }

  /** Smooth in {@code [-1, 1]}; neighbouring whole positions are independent of each other. */
  double smooth(int stream, double position) {
    long left = (long) StrictMath.floor(position);
    double fraction = position - left;
    double weight = fraction * fraction * (3 - 2 * fraction);
    double from = 2 * uniform(stream, left) - 1;
    double to = 2 * uniform(stream, left + 1) - 1;
    return from + (to - from) * weight;
  }

  /** SplitMix64's finalizer (Steele, Lea, Flood: Fast splittable generators, OOPSLA 2014). */
  private long bits(int stream, long position) {
    long z = seed * 0x9E3779B97F4A7C15L + stream * 0xD1B54A32D192ED03L;
    z = mix(z + position * 0x9E3779B97F4A7C15L);
    return mix(z + 0x632BE59BD9B4E019L);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

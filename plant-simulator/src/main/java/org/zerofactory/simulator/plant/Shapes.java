package org.zerofactory.simulator.plant;

/**
 * How a quarter hour's whole watt-hours are spread over its 180 ticks of 5 seconds. A shape is a
 * sine with whole periods around an even flow, so the mean is exact and the flow never turns back.
 */
final class Shapes {

  static final int TICK_SECONDS = 5;
  static final int TICKS = 180;

  /** How far the flow within a quarter hour strays from its mean, as a share of the mean. */
  static final double AMPLITUDE = 0.06;

  private static final int COUNT = 6;
  private static final int SCALE_BITS = 30;
  private static final long[][] SHARE = new long[COUNT][TICKS + 1];
  private static final double[][] FLOW = new double[COUNT][TICKS + 1];

  static {
    for (int shape = 0; shape < COUNT; shape++) {
      double turns = 2 * StrictMath.PI * (1 + shape / 2);
      double amplitude = shape % 2 == 0 ? AMPLITUDE : -AMPLITUDE;
      for (int tick = 0; tick <= TICKS; tick++) {
        double x = tick / (double) TICKS;
        double share = x + amplitude / turns * (1 - StrictMath.cos(turns * x));
        SHARE[shape][tick] = StrictMath.round(share * (1L << SCALE_BITS));
        FLOW[shape][tick] = 1 + amplitude * StrictMath.sin(turns * x);
      }
    }
  }

  private Shapes() {}

  /** The shape of one series in one quarter hour: mixed, but the same at every call. */
  static int of(int series, long quarter) {
    long mixed = (quarter * 31 + series) * 0x9E3779B97F4A7C15L;
    return (int) ((mixed >>> 33) % COUNT);
  }

  /** Whole part of {@code amount} that has flowed after {@code tick} of 180 ticks. */
  static long spent(long amount, int shape, int tick) {
    return Math.multiplyExact(amount, SHARE[shape][tick]) >> SCALE_BITS;
  }

  /** Flow at a tick relative to the quarter hour's mean: 1 at its edges. */
  static double flow(int shape, int tick) {
    return FLOW[shape][tick];
  }

  /** The first tick at or after an epoch second. */
  static long tickFrom(long second) {
    return -Math.floorDiv(-second, (long) TICK_SECONDS) * TICK_SECONDS;
  }
}

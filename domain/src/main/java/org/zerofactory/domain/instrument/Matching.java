package org.zerofactory.domain.instrument;

import java.math.BigInteger;
import java.util.Optional;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;

/**
 * How much of a load carbon-free supply met in the same interval; surplus of one interval helps no
 * other.
 *
 * <p>Source: EnergyTag and the draft revision of the Scope 2 Guidance (2025, not in force): matched
 * = min(load, carbon-free supply) per interval; hourly share = sum of matched / sum of load; the
 * volumetric share (sum of supply / sum of load) is shown beside it only. Score with the grid's own
 * share: Google, 24/7 carbon-free energy methodology (from memory, unverified).
 *
 * @param load of all intervals
 * @param supply carbon-free, of all intervals
 */
public record Matching(Energy load, Energy supply, Energy matched) {

  private static final long MILLION = 1_000_000;

  /**
   * Matches interval by interval.
   *
   * @param load Wh of each interval, 0 or more
   * @param supply Wh of each interval, 0 or more
   * @throws IllegalArgumentException if the lengths differ or a value is negative
   */
  public static Matching of(long[] load, long[] supply) {
    return of(load, supply, Periods.each(load.length));
  }

  /** Matches period by period: intervals of the same period may help each other. */
  public static Matching of(long[] load, long[] supply, Periods periods) {
    long[] loads = periods.sums(load);
    long[] supplies = periods.sums(supply);
    long matched = 0;
    for (long each : matched(loads, supplies)) {
      matched = Math.addExact(matched, each);
    }
    return new Matching(new Energy(sum(loads)), new Energy(sum(supplies)), new Energy(matched));
  }

  /** What is matched in each interval. */
  public static long[] matched(long[] load, long[] supply) {
    if (load.length != supply.length) {
      throw new IllegalArgumentException(
          "expected as many intervals of supply as of load, but were "
              + supply.length
              + " and "
              + load.length);
    }
    long[] matched = new long[load.length];
    for (int i = 0; i < load.length; i++) {
      if (load[i] < 0 || supply[i] < 0) {
        throw new IllegalArgumentException(
            "expected 0 Wh or more in interval " + i + ", but were " + load[i] + ", " + supply[i]);
      }
      matched[i] = Math.min(load[i], supply[i]);
    }
    return matched;
  }

  /** Load that no carbon-free supply met in its interval. */
  public Energy unmatched() {
    return load.minus(matched);
  }

  /** Supply beyond the load of its interval. */
  public Energy excess() {
    return supply.minus(matched);
  }

  /** Matched over load; empty without load. */
  public Optional<Ratio> share() {
    return ratio(matched, load);
  }

  /** Supply over load whenever it was; may be above 1; empty without load. */
  public Optional<Ratio> volumeShare() {
    return ratio(supply, load);
  }

  /** Matched over supply: of own generation this is the self-consumption; empty without supply. */
  public Optional<Ratio> useOfSupply() {
    return ratio(matched, supply);
  }

  /**
   * Carbon-free score: what own supply does not meet counts with the grid's carbon-free share of
   * its interval.
   *
   * @param gridMillionths carbon-free share of the grid in each interval, 0 to 1,000,000
   * @return 0 to 1; empty without load
   * @throws IllegalArgumentException if lengths differ or a share is out of range
   */
  public static Optional<Ratio> score(long[] load, long[] supply, long[] gridMillionths) {
    if (gridMillionths.length != load.length) {
      throw new IllegalArgumentException(
          "expected a grid share for each of "
              + load.length
              + " intervals, but were "
              + gridMillionths.length);
    }
    long[] matched = matched(load, supply);
    BigInteger fromGrid = BigInteger.ZERO;
    for (int i = 0; i < load.length; i++) {
      if (gridMillionths[i] < 0 || gridMillionths[i] > MILLION) {
        throw new IllegalArgumentException(
            "expected a grid share of 0 to 1000000 millionths in interval "
                + i
                + ", but was "
                + gridMillionths[i]);
      }
      long part = Math.multiplyExact(load[i] - matched[i], gridMillionths[i]);
      fromGrid = fromGrid.add(BigInteger.valueOf(part));
    }
    long whole = sum(load);
    if (whole == 0) {
      return Optional.empty();
    }
    BigInteger million = BigInteger.valueOf(MILLION);
    BigInteger free = BigInteger.valueOf(sum(matched)).multiply(million).add(fromGrid);
    return Optional.of(new Ratio(free, BigInteger.valueOf(whole).multiply(million)));
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum = Math.addExact(sum, value);
    }
    return sum;
  }

  private static Optional<Ratio> ratio(Energy part, Energy whole) {
    return whole.wattHours() == 0
        ? Optional.empty()
        : Optional.of(Ratio.of(part.wattHours(), whole.wattHours()));
  }
}

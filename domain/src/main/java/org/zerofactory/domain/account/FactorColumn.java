package org.zerofactory.domain.account;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.quantity.Carbon;

/**
 * A factor for each quarter hour of a time, as one column: a year of many meters is multiplied with
 * it without looking a factor up again. In ng CO2e per Wh, of which every published factor is a
 * whole number.
 */
public final class FactorColumn {

  private static final long NONE = -1;
  private static final long PER_MICROGRAM = 1_000;

  private final String series;
  private final long first;
  private final long[] nanograms;

  private FactorColumn(String series, long first, long[] nanograms) {
    this.series = series;
    this.first = first;
    this.nanograms = nanograms;
  }

  /** The series' factors over the interval; a quarter hour without one is noticed when used. */
  public static FactorColumn of(FactorSeries series, Interval interval) {
    long first = ceiling(interval.start());
    long[] nanograms = new long[length(first, interval)];
    for (int i = 0; i < nanograms.length; i++) {
      nanograms[i] = nanograms(series, first + (long) i * QuarterHours.SECONDS);
    }
    return new FactorColumn(series.id(), first, nanograms);
  }

  /**
   * The same factors for energy used behind the connection, where own production takes part: factor
   * times import over load, quarter hour by quarter hour, to the nearest ng. Where import or load
   * is not known, or the meters contradict each other, all of it counts as imported.
   */
  public FactorColumn behind(List<QuarterHourBalance> quarters) {
    long[] mixed = nanograms.clone();
    for (QuarterHourBalance quarter : quarters) {
      long offset = quarter.start().getEpochSecond() - first;
      if (offset >= 0 && offset / QuarterHours.SECONDS < mixed.length) {
        int index = (int) (offset / QuarterHours.SECONDS);
        quarter
            .balance()
            .filter(balance -> isMixed(balance) && nanograms[index] != NONE)
            .ifPresent(
                balance ->
                    mixed[index] =
                        share(
                            nanograms[index],
                            balance.gridImport().wattHours(),
                            balance.load().wattHours()));
      }
    }
    return new FactorColumn(series, first, mixed);
  }

  /**
   * Emissions of consecutive quarter hours, rounded once, half-even, to whole µg.
   *
   * @param start of the first, epoch seconds, inside the column's time
   * @param wattHours by quarter hour; a negative one stands for a missing one and is left out
   * @param count how many of them
   * @throws MissingFactorException if energy was used when no factor is valid
   */
  public Carbon times(long start, long[] wattHours, int count) {
    int offset = Math.toIntExact((start - first) / QuarterHours.SECONDS);
    long sum = 0;
    for (int i = 0; i < count; i++) {
      long amount = wattHours[i];
      if (amount > 0) {
        long factor = nanograms[offset + i];
        if (factor == NONE) {
          throw new MissingFactorException(
              series, Instant.ofEpochSecond(start + (long) i * QuarterHours.SECONDS));
        }
        sum = Math.addExact(sum, Math.multiplyExact(amount, factor));
      }
    }
    return new Carbon(halfEven(sum));
  }

  /** Whether both columns give the same result for everything in the interval. */
  public boolean isSameIn(Interval interval, FactorColumn other) {
    long from = ceiling(interval.start());
    int length = length(from, interval);
    int own = Math.toIntExact((from - first) / QuarterHours.SECONDS);
    int others = Math.toIntExact((from - other.first) / QuarterHours.SECONDS);
    return Arrays.equals(nanograms, own, own + length, other.nanograms, others, others + length);
  }

  private static boolean isMixed(EnergyBalance balance) {
    return balance.load().wattHours() > 0 && balance.selfUse().wattHours() >= 0;
  }

  private static long nanograms(FactorSeries series, long start) {
    try {
      EmissionFactor factor = series.at(Instant.ofEpochSecond(start)).factor();
      return Math.multiplyExact(factor.microgramsPerWattHour(), PER_MICROGRAM);
    } catch (MissingFactorException hole) {
      return NONE; // told with its time by whoever uses energy in it
    }
  }

  private static long ceiling(Instant start) {
    return -Math.floorDiv(-start.getEpochSecond(), (long) QuarterHours.SECONDS)
        * QuarterHours.SECONDS;
  }

  private static int length(long first, Interval interval) {
    long seconds = interval.end().getEpochSecond() - first;
    return Math.toIntExact(-Math.floorDiv(-seconds, (long) QuarterHours.SECONDS));
  }

  private static long share(long factor, long gridImport, long load) {
    long high = Math.multiplyHigh(factor, gridImport);
    if (high == 0) {
      long product = factor * gridImport;
      if (product >= 0) {
        return (product + load / 2) / load;
      }
    }
    return BigInteger.valueOf(factor)
        .multiply(BigInteger.valueOf(gridImport))
        .add(BigInteger.valueOf(load / 2))
        .divide(BigInteger.valueOf(load))
        .longValueExact();
  }

  private static long halfEven(long nanograms) {
    long whole = nanograms / PER_MICROGRAM;
    long rest = nanograms % PER_MICROGRAM;
    boolean isUp = rest > 500 || (rest == 500 && (whole & 1) == 1);
    return isUp ? whole + 1 : whole;
  }
}

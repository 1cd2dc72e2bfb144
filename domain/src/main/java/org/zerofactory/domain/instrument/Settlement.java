package org.zerofactory.domain.instrument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * What instruments cover of purchased electricity by a rule, and the market-based result of it.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), chapter 6 (instruments at their factor, the
 * rest at the residual factor, highest level first); its draft revision asks for the same by the
 * hour.
 *
 * @param parts one for each supply, in the order in which they covered
 * @param rest purchased energy that nothing covers
 * @param carbon of covered and uncovered energy
 * @param remaining Wh of each interval that nothing covers
 */
public record Settlement(List<Part> parts, Energy rest, Carbon carbon, List<Long> remaining) {

  /**
   * What an instrument supplies.
   *
   * @param wattHours of each interval
   * @param byMonth matched by the month whatever the rule says: a legacy contract
   */
  public record Supply(
      String id,
      HierarchyLevel level,
      long microgramsPerWattHour,
      long[] wattHours,
      boolean byMonth) {}

  /** What of a supply covered consumption, and what met none. */
  public record Part(String id, Energy covered, Energy surplus) {}

  public Settlement {
    parts = List.copyOf(parts);
    remaining = List.copyOf(remaining);
  }

  /** Energy that instruments cover. */
  public Energy covered() {
    return parts.stream().map(Part::covered).reduce(Energy.ZERO, Energy::plus);
  }

  /** Energy of instruments that meets no consumption; it lowers nothing. */
  public Energy surplus() {
    return parts.stream().map(Part::surplus).reduce(Energy.ZERO, Energy::plus);
  }

  /**
   * Settles. Inside a period an instrument covers the earliest intervals first.
   *
   * @param consumption purchased Wh of each interval
   * @param periods in which a supply may cover consumption
   * @param months the month of each interval
   * @param restMicrogramsPerWattHour factor of the rest by month
   */
  public static Settlement of(
      long[] consumption,
      List<Supply> supplies,
      Periods periods,
      Periods months,
      long[] restMicrogramsPerWattHour) {
    List<Supply> ordered =
        supplies.stream()
            .sorted(
                Comparator.comparing(Supply::byMonth)
                    .thenComparing(Supply::level)
                    .thenComparingLong(Supply::microgramsPerWattHour)
                    .thenComparing(Supply::id))
            .toList();
    long[] remaining = consumption.clone();
    List<Part> parts = new ArrayList<>();
    long micrograms = 0;
    for (Supply supply : ordered) {
      Part part = cover(remaining, supply, supply.byMonth() ? months : periods);
      parts.add(part);
      micrograms =
          Math.addExact(
              micrograms,
              Math.multiplyExact(part.covered.wattHours(), supply.microgramsPerWattHour));
    }
    long rest = 0;
    List<Long> left = new ArrayList<>(remaining.length);
    for (int i = 0; i < remaining.length; i++) {
      rest = Math.addExact(rest, remaining[i]);
      left.add(remaining[i]);
      long factor = restMicrogramsPerWattHour[months.of(i)];
      micrograms = Math.addExact(micrograms, Math.multiplyExact(remaining[i], factor));
    }
    return new Settlement(parts, new Energy(rest), new Carbon(micrograms), left);
  }

  private static Part cover(long[] remaining, Supply supply, Periods periods) {
    long[] left = periods.sums(supply.wattHours);
    long covered = 0;
    for (int i = 0; i < remaining.length; i++) {
      int period = periods.of(i);
      long taken = Math.min(remaining[i], left[period]);
      remaining[i] -= taken;
      left[period] -= taken;
      covered = Math.addExact(covered, taken);
    }
    long surplus = 0;
    for (long each : left) {
      surplus = Math.addExact(surplus, each);
    }
    return new Part(supply.id, new Energy(covered), new Energy(surplus));
  }
}

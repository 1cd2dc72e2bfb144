package org.zerofactory.domain.instrument;

import java.util.ArrayList;
import java.util.List;
import org.zerofactory.domain.quantity.Energy;

/**
 * Carbon-free energy through a storage. Certificates of what was charged are cancelled, new ones
 * are issued for what was discharged: the owner bears the losses.
 *
 * <p>Source: EnergyTag: charge records (SCR) and discharge records (SDR) are linked first in, first
 * out into allocation records (SAR); that the losses are borne this way is from memory, unverified.
 *
 * @param links in the order of discharge
 * @param cancelled carbon-free energy that was charged
 * @param issued carbon-free energy that was discharged
 * @param dischargedCarbonFree Wh of each interval
 */
public record Storage(
    List<Link> links, Energy cancelled, Energy issued, List<Long> dischargedCarbonFree) {

  /**
   * A piece of a charge that left with a discharge (SAR).
   *
   * @param charged energy that went in, losses included
   * @param carbonFree part of it
   */
  public record Link(
      int chargeInterval, int dischargeInterval, Energy charged, Energy carbonFree) {}

  public Storage {
    links = List.copyOf(links);
    dischargedCarbonFree = List.copyOf(dischargedCarbonFree);
  }

  /** Carbon-free energy that was lost between charge and discharge. */
  public Energy lost() {
    return cancelled.minus(issued);
  }

  /**
   * Links discharges to charges. The loss of the whole time is borne by each discharge alike; what
   * is still stored at the end counts as lost, so the time should end as full as it began.
   *
   * @param charged Wh of each interval
   * @param chargedCarbonFree of it carbon-free
   * @param discharged Wh of each interval
   * @throws IllegalArgumentException if lengths differ, more is carbon-free than was charged, or
   *     more is discharged than was charged before
   */
  public static Storage of(long[] charged, long[] chargedCarbonFree, long[] discharged) {
    requireSound(charged, chargedCarbonFree, discharged);
    return new Fifo(charged, chargedCarbonFree, discharged).run();
  }

  /** Carbon-free supply with the storage: generation less what was charged plus what came back. */
  public long[] supply(long[] generation, long[] chargedCarbonFree) {
    long[] supply = new long[generation.length];
    for (int i = 0; i < supply.length; i++) {
      supply[i] = generation[i] - chargedCarbonFree[i] + dischargedCarbonFree.get(i);
    }
    return supply;
  }

  private static void requireSound(long[] charged, long[] carbonFree, long[] discharged) {
    if (charged.length != carbonFree.length || charged.length != discharged.length) {
      throw new IllegalArgumentException(
          "expected as many intervals of each, but were "
              + charged.length
              + ", "
              + carbonFree.length
              + " and "
              + discharged.length);
    }
    for (int i = 0; i < charged.length; i++) {
      if (carbonFree[i] < 0 || carbonFree[i] > charged[i] || discharged[i] < 0) {
        throw new IllegalArgumentException(
            "expected carbon-free charge up to the charge and discharge of 0 Wh or more in interval "
                + i
                + ", but were "
                + carbonFree[i]
                + " of "
                + charged[i]
                + " and "
                + discharged[i]);
      }
    }
  }

  /** Walks through the charges once while it walks through the discharges. */
  private static final class Fifo {
    private final long[] charged;
    private final long[] carbonFree;
    private final long[] discharged;
    private final List<Link> links = new ArrayList<>();
    private int charge;

    /** Of the current charge, what has left already. */
    private long left;

    private Fifo(long[] charged, long[] carbonFree, long[] discharged) {
      this.charged = charged;
      this.carbonFree = carbonFree;
      this.discharged = discharged;
    }

    private Storage run() {
      long allCharged = sum(charged);
      long allDischarged = sum(discharged);
      List<Long> back = new ArrayList<>();
      long dischargedSoFar = 0;
      long chargedSoFar = 0;
      long taken = 0;
      for (int i = 0; i < discharged.length; i++) {
        dischargedSoFar += discharged[i];
        chargedSoFar += charged[i];
        if (dischargedSoFar > chargedSoFar) {
          throw new IllegalArgumentException(
              "expected at most the "
                  + chargedSoFar
                  + " Wh that were charged to be discharged until interval "
                  + i
                  + ", but were "
                  + dischargedSoFar);
        }
        long until = 0;
        if (allDischarged > 0) {
          long withLosses = Profile.floorOf(allCharged, dischargedSoFar, allDischarged);
          until = Math.min(chargedSoFar, withLosses);
        }
        long slice = until - taken;
        long free = take(slice, i);
        // never more than went in, where losses fall unevenly
        back.add(slice == 0 ? 0 : Math.min(free, Profile.floorOf(discharged[i], free, slice)));
        taken = until;
      }
      return new Storage(links, new Energy(sum(carbonFree)), new Energy(sum(back)), back);
    }

    private static long sum(List<Long> values) {
      return values.stream().mapToLong(Long::longValue).sum();
    }

    /** Takes a slice off the oldest charges; gives the carbon-free part of it. */
    private long take(long slice, int interval) {
      long wanted = slice;
      long free = 0;
      while (wanted > 0) {
        while (charge < charged.length && left == charged[charge]) {
          charge++;
          left = 0;
        }
        long piece = Math.min(wanted, charged[charge] - left);
        long pieceFree =
            Profile.floorOf(carbonFree[charge], left + piece, charged[charge])
                - Profile.floorOf(carbonFree[charge], left, charged[charge]);
        links.add(new Link(charge, interval, new Energy(piece), new Energy(pieceFree)));
        left += piece;
        wanted -= piece;
        free += pieceFree;
      }
      return free;
    }

    private static long sum(long[] values) {
      long sum = 0;
      for (long value : values) {
        sum = Math.addExact(sum, value);
      }
      return sum;
    }
  }
}

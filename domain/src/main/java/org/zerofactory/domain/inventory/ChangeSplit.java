package org.zerofactory.domain.inventory;

import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Ratio;

/**
 * A change of emissions as the effect of more or less activity and that of another factor. The two
 * add up to the change to the microgram.
 *
 * <p>Source: decomposition by Shapley value for two drivers (equal to the refined Laspeyres
 * method); Laspeyres: activity at the old factor, the factor at the new activity.
 */
public record ChangeSplit(Carbon activity, Carbon factor) {

  public static final ChangeSplit NONE = new ChangeSplit(Carbon.ZERO, Carbon.ZERO);

  /** Which convention splits what both drivers did together. */
  public enum Convention {
    /** Half to each. */
    SHAPLEY,
    /** All to the factor. */
    LASPEYRES
  }

  /**
   * An amount and its emissions.
   *
   * @param amount in a base unit
   */
  public record Side(long amount, Carbon carbon) {}

  /**
   * With the factor of each side as emissions by amount. A side without an amount has no factor:
   * the other's stands in, so that all of the change is activity.
   */
  public static ChangeSplit of(Side before, Side after, Convention convention) {
    Carbon change = after.carbon().minus(before.carbon());
    if (before.amount() == 0 && after.amount() == 0) {
      return new ChangeSplit(Carbon.ZERO, change);
    }
    Ratio old = before.amount() == 0 ? factor(after) : factor(before);
    Ratio now = after.amount() == 0 ? old : factor(after);
    Ratio weight =
        switch (convention) {
          case SHAPLEY -> old.plus(now).times(Ratio.of(1, 2));
          case LASPEYRES -> old;
        };
    long difference = Math.subtractExact(after.amount(), before.amount());
    Carbon activity = new Carbon(weight.timesRounded(difference));
    return new ChangeSplit(activity, change.minus(activity));
  }

  public ChangeSplit plus(ChangeSplit other) {
    return new ChangeSplit(activity.plus(other.activity), factor.plus(other.factor));
  }

  private static Ratio factor(Side side) {
    return Ratio.of(side.carbon().micrograms(), side.amount());
  }
}

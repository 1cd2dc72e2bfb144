package org.zerofactory.domain.carbon;

import org.zerofactory.domain.quantity.Energy;

/**
 * Grid import that a schedule avoided against its reference plan, interval by interval, with the
 * same sun. Never cut off at zero: a worse day shows as a loss.
 */
public final class LoadShiftSaving {

  private LoadShiftSaving() {}

  /**
   * What the grid would have delivered in one interval: {@code max(0, load - pv)}.
   *
   * @param load of the whole site, Wh
   * @param production of the site's own generators, Wh
   */
  public static Energy gridImport(Energy load, Energy production) {
    return new Energy(Math.max(0, load.minus(production).wattHours()));
  }

  /**
   * Import avoided in one interval.
   *
   * @param executedLoad load of the whole site as it ran
   * @param executedFlexible the part of it that the schedule moved
   * @param plannedFlexible what that part would have drawn by the reference plan
   * @param production of the site's own generators
   * @return Wh; negative where the schedule drew more from the grid than the reference would have
   */
  public static Energy of(
      Energy executedLoad, Energy executedFlexible, Energy plannedFlexible, Energy production) {
    Energy referenceLoad = executedLoad.minus(executedFlexible).plus(plannedFlexible);
    return gridImport(referenceLoad, production).minus(gridImport(executedLoad, production));
  }
}

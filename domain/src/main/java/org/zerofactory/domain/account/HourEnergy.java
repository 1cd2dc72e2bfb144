package org.zerofactory.domain.account;

/**
 * What the balance's meters counted in one hour of a year, Wh, over the quarter hours in which all
 * of it is known.
 *
 * @param hour from the beginning of the local year, from 0
 * @param quarterHours how many are known, 1 to 4
 */
public record HourEnergy(
    int hour, long gridImport, long gridExport, long production, int quarterHours) {

  /** Own production used on the site; 0 where meters contradict each other. */
  public long selfUse() {
    return Math.max(0, production - gridExport);
  }

  /** Import and self-use. */
  public long load() {
    return Math.addExact(gridImport, selfUse());
  }
}

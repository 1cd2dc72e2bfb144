package org.zerofactory.schedule.grid;

/**
 * What a plan costs, in the problem's money; each part is the mean over the scenarios by weight
 * where it depends on them.
 *
 * @param imported cost of imported energy
 * @param exported revenue of exported energy, 0 or more; it is subtracted
 * @param peak cost of the peak above the free one
 * @param tardiness cost of soft lateness
 * @param modes cost of the chosen modes and of battery wear
 * @param moves cost of operations moved against the plan in force
 * @param makespan cost of the time until the last end
 */
public record GridCost(
    double imported,
    double exported,
    double peak,
    double tardiness,
    double modes,
    double moves,
    double makespan) {

  /** What the planner minimises. */
  public double total() {
    return imported - exported + peak + tardiness + modes + moves + makespan;
  }
}

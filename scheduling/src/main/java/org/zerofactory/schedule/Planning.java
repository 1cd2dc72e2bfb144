package org.zerofactory.schedule;

import java.util.List;
import org.zerofactory.schedule.grid.GridCost;
import org.zerofactory.schedule.grid.GridFault;
import org.zerofactory.schedule.grid.GridPlan;

/**
 * The best plan found.
 *
 * @param faults hard rules that even this plan breaks; empty if it is feasible
 * @param lowerBound no plan can cost less, in the problem's money; may be far from reachable
 * @param steps iterations of the search
 * @param seconds processor time used
 */
public record Planning(
    GridPlan plan,
    GridCost cost,
    List<GridFault> faults,
    double lowerBound,
    long steps,
    double seconds) {

  public Planning {
    faults = List.copyOf(faults);
  }

  public boolean feasible() {
    return faults.isEmpty();
  }
}

package org.zerofactory.schedule.grid;

import java.util.Arrays;
import java.util.List;

/**
 * Where every operation is, and what batteries and flexible loads do.
 *
 * @param placements one for each operation in the problem's numbering
 * @param batteryKw {@code [battery][slot]}: charging positive, discharging negative; empty arrays'
 *     list if there is no battery
 * @param flexibleKw {@code [flexible load][slot]}, 0 or more
 */
public record GridPlan(
    List<GridOperation.Placement> placements, List<double[]> batteryKw, List<double[]> flexibleKw) {

  public GridPlan {
    placements = List.copyOf(placements);
    batteryKw = batteryKw.stream().map(double[]::clone).toList();
    flexibleKw = flexibleKw.stream().map(double[]::clone).toList();
  }

  /** A plan whose batteries rest and whose flexible loads get nothing. */
  public static GridPlan still(GridProblem problem, List<GridOperation.Placement> placements) {
    SlotEnergy energy = problem.energy();
    return new GridPlan(
        placements,
        Arrays.asList(new double[energy.batteries().size()][problem.slots()]),
        Arrays.asList(new double[energy.flexibleLoads().size()][problem.slots()]));
  }
}

package org.zerofactory.domain.schedule;

import java.util.List;

/**
 * What matters how much, as the energy manager chose it under a name.
 *
 * @param carbonPerTonne money for each tonne CO2e of imported energy, 0 or more
 * @param costFactor weight of energy's money (tariff, feed-in, peak charge), 0 or more
 * @param tardinessPerHour money for each hour that an order is late, by priority 1 to 9
 * @param movePenalty money for each operation of the plan in force that is moved inside the frozen
 *     fence (stability), 0 or more
 * @param frozenHours length of the frozen fence from the beginning of a plan, 0 or more
 * @param weights share of each case of the sun in the cost; they sum to 1
 */
public record PlanningProfile(
    String name,
    double carbonPerTonne,
    double costFactor,
    List<Double> tardinessPerHour,
    double movePenalty,
    double frozenHours,
    Weights weights) {

  public PlanningProfile {
    tardinessPerHour = List.copyOf(tardinessPerHour);
  }

  /** Shares of little, middling and much sun; the middle is what limits are held for. */
  public record Weights(double p10, double p50, double p90) {
    public static final Weights EXPECTED_ONLY = new Weights(0, 1, 0);
  }

  /** Money for an hour's lateness of an order. */
  public double tardinessPerHour(int priority) {
    return tardinessPerHour.get(priority - 1);
  }
}

package org.zerofactory.domain.product;

import java.util.List;
import java.util.Map;
import org.zerofactory.domain.metering.MachineState;

/**
 * How a site's load is divided among its orders.
 *
 * @param shared loads with a key of their own
 * @param rest key of what no used meter counts: losses, loads without a meter
 * @param statePower relative power of a machine by state, 0 or more: where a machine changes its
 *     state within a quarter hour, its energy is divided by seconds times this; a state that is not
 *     named counts 1
 * @param airLitresPerHour compressed air of a running machine that has no air meter
 */
public record AllocationRules(
    List<SharedLoad> shared,
    AllocationKey rest,
    Map<MachineState, Long> statePower,
    Map<String, Long> airLitresPerHour) {

  /** A site that states nothing: only what machines draw is divided, nothing is guessed. */
  public static final AllocationRules NONE =
      new AllocationRules(List.of(), AllocationKey.NONE, Map.of(), Map.of());

  /**
   * @throws IllegalArgumentException if a power or rate is negative
   */
  public AllocationRules {
    shared = List.copyOf(shared);
    statePower = Map.copyOf(statePower);
    airLitresPerHour = Map.copyOf(airLitresPerHour);
    if (statePower.values().stream().anyMatch(power -> power < 0)
        || airLitresPerHour.values().stream().anyMatch(rate -> rate < 0)) {
      throw new IllegalArgumentException(
          "powers and rates must be 0 or more, but were " + statePower + ", " + airLitresPerHour);
    }
  }

  long power(MachineState state) {
    return statePower.getOrDefault(state, 1L);
  }
}

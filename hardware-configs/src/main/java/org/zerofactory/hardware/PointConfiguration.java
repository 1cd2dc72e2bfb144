package org.zerofactory.hardware;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.Quantity;

/**
 * A point of a device with everything that reading it needs.
 *
 * @param id {@code <device>/<quantity>}
 * @param node node id in text form, {@code nsu=<uri>;s=<id>} or {@code ns=<index>;s=<id>}
 * @param conversion from the raw value to the stored unit
 * @param span count in the stored unit at which the register starts again from zero
 * @param samplingSeconds 0.1 to 3600
 * @param deadband smallest reported change of the raw value
 * @param states the device's numbers, for a state
 */
public record PointConfiguration(
    String id,
    Quantity quantity,
    String node,
    UnitConversion conversion,
    OptionalLong span,
    double samplingSeconds,
    OptionalDouble deadband,
    Map<Integer, MachineState> states) {

  public PointConfiguration {
    states = Map.copyOf(states);
  }
}

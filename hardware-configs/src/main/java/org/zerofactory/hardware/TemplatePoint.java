package org.zerofactory.hardware;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.Quantity;

/**
 * One point of a product.
 *
 * @param node node id with parameters in braces
 * @param unit unit on the wire; empty for a state
 * @param scale multiplies the raw value first
 * @param span wire count before scaling at which a register starts again from zero
 * @param samplingSeconds 0.1 to 3600
 * @param deadband smallest reported change, in the wire's unit
 * @param states the device's numbers, for a state
 */
public record TemplatePoint(
    Quantity quantity,
    String node,
    Optional<String> unit,
    BigDecimal scale,
    OptionalLong span,
    double samplingSeconds,
    OptionalDouble deadband,
    Map<Integer, MachineState> states) {

  public TemplatePoint {
    states = Map.copyOf(states);
  }

  /** Factor 1 for a state, whose number is not scaled. */
  UnitConversion conversion() {
    return unit.flatMap(word -> UnitConversion.of(quantity, word, scale))
        .orElse(new UnitConversion(BigDecimal.ONE));
  }
}

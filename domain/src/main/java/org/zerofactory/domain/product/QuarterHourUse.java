package org.zerofactory.domain.product;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineState;

/**
 * What is known of one quarter hour.
 *
 * @param load of the site, Wh; empty if not known
 * @param isMeasured whether all meters of the load are plainly measured
 * @param emitted scope 2 of the quarter hour; empty if a factor is missing
 * @param readings of the used points
 * @param states seconds by machine and state
 * @param runs by machine
 */
public record QuarterHourUse(
    Instant start,
    OptionalLong load,
    boolean isMeasured,
    Optional<Emitted> emitted,
    Map<String, IntervalReading> readings,
    Map<String, Map<MachineState, Long>> states,
    Map<String, List<ProductionRun>> runs) {}

package org.zerofactory.domain.waste;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.Quantity;

/** One sealed quarter hour, by point and machine. */
final class Quarter {

  /** 1 Wh in a quarter hour is 4 W. */
  private static final double KILOWATTS_PER_WATT_HOUR = 0.004;

  private final Instant start;
  private final ZoneId zone;
  private final Map<String, IntervalReading> readings = new HashMap<>();
  private final Map<String, Map<String, Long>> seconds = new HashMap<>();

  Quarter(Instant start, ZoneId zone, Payload.Readings sealed) {
    this.start = start;
    this.zone = zone;
    sealed.readings().forEach(reading -> readings.put(reading.point(), reading.value()));
    sealed
        .states()
        .forEach(
            state ->
                seconds
                    .computeIfAbsent(state.machine(), machine -> new HashMap<>())
                    .put(state.state(), state.seconds()));
  }

  Instant start() {
    return start;
  }

  LocalDate date() {
    return LocalDate.ofInstant(start, zone);
  }

  int hour() {
    return start.atZone(zone).getHour();
  }

  /** Empty if the block does not name the point. */
  Optional<IntervalReading> reading(String point) {
    return Optional.ofNullable(readings.get(point));
  }

  /** The amount; empty if it is missing. */
  OptionalDouble amount(String point) {
    IntervalReading reading = readings.get(point);
    return reading == null || reading.isMissing()
        ? OptionalDouble.empty()
        : OptionalDouble.of(reading.amount().getAsLong());
  }

  /** Energy of a meter in one direction, Wh. */
  OptionalDouble energy(MeterDescription meter, Quantity register) {
    return EnergyPoints.of(meter, register).map(this::amount).orElse(OptionalDouble.empty());
  }

  /** Whether all of the quarter hour is in known states. */
  boolean statesKnown(String machine) {
    return seconds.getOrDefault(machine, Map.of()).values().stream().mapToLong(one -> one).sum()
        == 900;
  }

  /** Minutes in a state; only meaningful if {@link #statesKnown}. */
  double minutes(String machine, String state) {
    return seconds.getOrDefault(machine, Map.of()).getOrDefault(state, 0L) / 60.0;
  }

  static double kilowatts(double wattHours) {
    return wattHours * KILOWATTS_PER_WATT_HOUR;
  }
}

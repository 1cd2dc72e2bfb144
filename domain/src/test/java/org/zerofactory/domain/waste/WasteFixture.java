package org.zerofactory.domain.waste;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/** Hand-made quarter hours of a small site in UTC, one after the other from midnight on. */
final class WasteFixture {

  static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
  static final int DAY = 96;

  private final WasteFeatures features;
  private final List<String> machines;
  private final Set<String> learningStops;
  private Instant next = START;

  /**
   * @param learningStops features on which an open alarm rests
   */
  WasteFixture(List<MeterDescription> meters, List<String> machines, Set<String> learningStops) {
    this.machines = machines;
    this.learningStops = new java.util.HashSet<>(learningStops);
    var described =
        machines.stream().map(id -> new MachineDescription(id, id, Optional.of("line"))).toList();
    this.features =
        new WasteFeatures(
            new SiteDescription(
                "site", "Site", ZoneId.of("UTC"), true, "CN", "c", meters, described),
            WasteOptions.DEFAULT);
  }

  /** An alarm that rests on the feature is open from now on. */
  void stopLearning(String feature) {
    learningStops.add(feature);
  }

  static MeterDescription meter(
      String id, MeterRole role, Optional<String> parent, Quantity... quantities) {
    List<PointDescription> points = new ArrayList<>();
    for (Quantity quantity : quantities) {
      points.add(new PointDescription(quantity, OptionalLong.empty()));
    }
    return new MeterDescription(
        id, id, Carrier.ELECTRICITY, role, parent, Optional.of("line"), Optional.empty(), points);
  }

  static MeterDescription meter(String id, MeterRole role, Quantity... quantities) {
    return meter(id, role, Optional.empty(), quantities);
  }

  /** Something is reported at the begin of the next quarter hour. */
  void event(String event, String subject) {
    features.event(new Payload.Event(event, next, subject, Map.of()));
  }

  /**
   * One quarter hour.
   *
   * @param amounts by point; one that is not named has no reading
   * @param state of all machines
   */
  All quarter(Map<String, Long> amounts, String state) {
    List<Payload.Reading> readings = new ArrayList<>();
    amounts.forEach(
        (point, amount) ->
            readings.add(
                new Payload.Reading(
                    point,
                    new IntervalReading(
                        OptionalLong.of(amount), Flag.MEASURED, OptionalLong.empty()))));
    var states = machines.stream().map(id -> new Payload.StateTime(id, state, 900)).toList();
    Map<String, Object> values = new HashMap<>();
    for (SubjectFeatures subject :
        features.next(
            next,
            new Payload.Readings(readings, states),
            (feature, of) -> learningStops.contains(feature))) {
      subject.values().forEach((name, value) -> values.put(subject.subject() + " " + name, value));
    }
    next = next.plusSeconds(900);
    return new All(values);
  }

  /** The same quarter hour so many times; what the last one says. */
  All quarters(int count, Map<String, Long> amounts, String state) {
    All last = new All(Map.of());
    for (int i = 0; i < count; i++) {
      last = quarter(amounts, state);
    }
    return last;
  }

  /** All features of one quarter hour. */
  record All(Map<String, Object> values) {

    OptionalDouble number(String subject, String name) {
      return values.get(subject + " " + name) instanceof Double number
          ? OptionalDouble.of(number)
          : OptionalDouble.empty();
    }

    double known(String subject, String name) {
      return number(subject, name)
          .orElseThrow(() -> new AssertionError("no " + name + " of " + subject + ": " + values));
    }

    boolean flag(String subject, String name) {
      return values.get(subject + " " + name) instanceof Boolean flag && flag;
    }
  }
}

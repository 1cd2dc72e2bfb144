package org.zerofactory.edge;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.hardware.PointConfiguration;
import org.zerofactory.hardware.SiteConfiguration;

/** The newest power and state of every device, for screens; safe for use by several threads. */
final class LatestValues {

  private final Map<String, PointConfiguration> points = new HashMap<>();
  private final Map<String, Sample> power = new ConcurrentHashMap<>();
  private final Map<String, Sample> state = new ConcurrentHashMap<>();
  private volatile Instant newest = Instant.EPOCH;

  LatestValues(SiteConfiguration site) {
    site.points().forEach(point -> points.put(point.id(), point));
  }

  /** The sample as the sealer takes it: a state's value becomes the code of a machine state. */
  Sample note(Sample sample) {
    if (sample.sourceTime().isAfter(newest)) {
      newest = sample.sourceTime();
    }
    PointConfiguration point = points.get(sample.point());
    if (point == null) {
      return sample;
    }
    if (point.quantity() == Quantity.ACTIVE_POWER) {
      power.put(sample.point(), sample);
    } else if (point.quantity().kind() == Quantity.Kind.STATE) {
      Sample coded = coded(point, sample);
      state.put(sample.point(), coded);
      return coded;
    }
    return sample;
  }

  Optional<Instant> newest() {
    return newest.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(newest);
  }

  /** Kilowatts by point id; a point without a good value is left out. */
  Map<String, Double> kilowatts() {
    Map<String, Double> kilowatts = new TreeMap<>();
    power.values().stream()
        .filter(Sample::isGood)
        .forEach(sample -> kilowatts.put(sample.point(), sample.value()));
    return kilowatts;
  }

  /** State by device id. */
  Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    for (Sample sample : state.values()) {
      if (sample.isGood()) {
        String device = sample.point().substring(0, sample.point().indexOf('/'));
        MachineState.ofCode(sample.value()).ifPresent(word -> states.put(device, word.name()));
      }
    }
    return states;
  }

  private static Sample coded(PointConfiguration point, Sample sample) {
    var word = sample.isGood() ? point.states().get((int) sample.value()) : null;
    double code = word == null ? Double.NaN : word.code();
    return new Sample(
        sample.point(), sample.sourceTime(), sample.arrivalTime(), code, sample.statusCode());
  }
}

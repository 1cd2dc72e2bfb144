package org.zerofactory.systemtests;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.SiteFile;
import org.zerofactory.simulator.fault.Fault;
import org.zerofactory.simulator.fault.Instruments;
import org.zerofactory.simulator.plant.Plant;
import org.zerofactory.simulator.point.Point;
import org.zerofactory.simulator.point.Sample;

/** The demo plant's quarter hours as an agent would seal them, without the sockets between. */
final class PlantBlocks {

  private static final long SEED = 1;

  private final SiteDescription site;
  private final Instruments instruments;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> points;

  PlantBlocks(SiteDescription site, List<String> faults) {
    this.site = site;
    Plant plant = new Plant(SEED, Plant.COMMISSIONED.getEpochSecond(), List.of());
    this.instruments = new Instruments(Optional.of(plant), List.of());
    for (String fault : faults) {
      instruments.add(Fault.parse(fault));
    }
    List<Point> all = instruments.points();
    for (int number = 0; number < all.size(); number++) {
      numbers.put(all.get(number).device() + "/" + all.get(number).quantity(), number);
    }
    this.points = EnergyPoints.counted(site);
  }

  /** Gives the blocks of {@code [from, to)} in order. */
  void each(Instant from, Instant to, Consumer<Block> block) {
    instruments.extendTo(to.getEpochSecond());
    long sequence = 1;
    Map<String, Sample> before = new HashMap<>();
    points.forEach(point -> before.put(point, at(point, from.getEpochSecond())));
    for (long start = from.getEpochSecond();
        start < to.getEpochSecond();
        start += QuarterHours.SECONDS) {
      Payload.Readings sealed = new Payload.Readings(readings(before, start), states(start));
      block.accept(
          new Block(
              site.id(),
              sequence++,
              Instant.ofEpochSecond(start + QuarterHours.SECONDS),
              Optional.of(QuarterHours.startingAt(start)),
              sealed,
              Hash.ZERO));
    }
  }

  private List<Payload.Reading> readings(Map<String, Sample> before, long start) {
    List<Payload.Reading> readings = new ArrayList<>();
    for (String point : points) {
      Sample now = at(point, start + QuarterHours.SECONDS);
      IntervalReading value = IntervalReading.MISSING;
      if (now.value() instanceof Long end
          && Objects.requireNonNull(before.get(point)).value() instanceof Long begin) {
        value =
            new IntervalReading(OptionalLong.of(end - begin), Flag.MEASURED, OptionalLong.of(end));
      }
      readings.add(new Payload.Reading(point, value));
      before.put(point, now);
    }
    return readings;
  }

  private List<Payload.StateTime> states(long start) {
    List<Payload.StateTime> states = new ArrayList<>();
    for (var machine : site.machines()) {
      int number = number(machine.id() + "/state");
      long[] changes = instruments.recorded(number, start, start + QuarterHours.SECONDS);
      Map<String, Long> seconds = new HashMap<>();
      long at = start;
      for (int change = 0; change <= changes.length; change++) {
        long until = change < changes.length ? changes[change] : start + QuarterHours.SECONDS;
        if (until > at && instruments.at(number, at).value() instanceof Integer state) {
          seconds.merge(MachineState.values()[state].name(), until - at, Long::sum);
        }
        at = until;
      }
      seconds.forEach(
          (state, length) -> states.add(new Payload.StateTime(machine.id(), state, length)));
    }
    return states;
  }

  private Sample at(String point, long second) {
    return instruments.at(number(point), second);
  }

  private int number(String point) {
    return Objects.requireNonNull(numbers.get(point), point);
  }

  static SiteDescription demoSite() {
    return SiteFile.read(SiteFile.packaged("wuhan-demo"), Path.of("."), DeviceTemplates.packaged())
        .description();
  }
}

package org.zerofactory.simulator.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zerofactory.simulator.plant.Plant;
import org.zerofactory.simulator.plant.PlantFault;
import org.zerofactory.simulator.point.Kind;
import org.zerofactory.simulator.point.Point;
import org.zerofactory.simulator.point.Quality;
import org.zerofactory.simulator.point.Sample;
import org.zerofactory.simulator.point.Source;

/**
 * What the meters show of the sources' true values: the same for the same instant, live or from
 * history. Faults can be added while it runs, by one thread at a time.
 */
public final class Instruments {

  /** Faults that can be active; one more is refused. */
  public static final int MAXIMUM_FAULTS = 1_000;

  /** A point of one of the sources. */
  private record Meter(Source source, int index, Point point) {}

  private final List<Source> sources;
  private final Optional<Plant> plant;
  private final List<Meter> meters = new ArrayList<>();
  private volatile Fault[][] faultsOfMeter;
  private int faultCount;

  public Instruments(Optional<Plant> plant, List<? extends Source> others) {
    this.plant = plant;
    List<Source> all = new ArrayList<>(others);
    plant.ifPresent(source -> all.add(0, source));
    this.sources = List.copyOf(all);
    for (Source source : sources) {
      for (int index = 0; index < source.points().size(); index++) {
        meters.add(new Meter(source, index, source.points().get(index)));
      }
    }
    faultsOfMeter = new Fault[meters.size()][0];
  }

  public List<Point> points() {
    return meters.stream().map(Meter::point).toList();
  }

  public void extendTo(long epochSecond) {
    sources.forEach(source -> source.extendTo(epochSecond));
  }

  /**
   * Adds a fault of a plant that already runs.
   *
   * @param shownUntil last instant that was shown, epoch seconds
   * @throws BadFaultException if target and kind do not go together, or it would change the past
   */
  public synchronized void addWhileRunning(Fault fault, long shownUntil) {
    if (fault.kind().isPhysical() && fault.from() <= shownUntil) {
      throw new BadFaultException(
          fault.text(),
          "the plant's past cannot change; expected a begin after "
              + Instant.ofEpochSecond(shownUntil));
    }
    if (fault.kind() == FaultKind.ROLLOVER) {
      throw new BadFaultException(
          fault.text(), "a span belongs to a meter's whole life; give it at the start (--fault)");
    }
    add(fault);
  }

  /** Adds a fault; see {@link #addWhileRunning} for errors. */
  public synchronized void add(Fault fault) {
    if (faultCount >= MAXIMUM_FAULTS) {
      throw new BadFaultException(
          fault.text(), "there are " + MAXIMUM_FAULTS + " faults already, which is the limit");
    }
    if (fault.kind().isPhysical()) {
      addToPlant(fault);
    } else {
      addToMeters(fault);
    }
    faultCount++;
  }

  /** What a point shows; {@link Quality#SILENT} if nothing. */
  public Sample at(int number, long epochSecond) {
    Meter meter = meters.get(number);
    Fault[] faults = faultsOfMeter[number];
    Sample sample = meter.source().at(meter.index(), epochSecond);
    for (Fault fault : faults) {
      sample = shown(meter, fault, epochSecond, sample);
    }
    return sample;
  }

  /** As {@link Source#recorded}. */
  public long[] recorded(int number, long from, long to) {
    Meter meter = meters.get(number);
    return meter.source().recorded(meter.index(), from, to);
  }

  /** True if a point's own time stamps can differ from plant time. */
  public boolean drifts(int number) {
    return Arrays.stream(faultsOfMeter[number]).anyMatch(fault -> fault.kind() == FaultKind.DRIFT);
  }

  private static Sample shown(Meter meter, Fault fault, long second, Sample sample) {
    return switch (fault.kind()) {
      case GAP -> fault.holdsAt(second) ? without(sample, Quality.SILENT) : sample;
      case BAD -> fault.holdsAt(second) ? without(sample, Quality.BAD) : sample;
      case STUCK -> fault.holdsAt(second) ? stuck(meter, fault, sample) : sample;
      case RESET -> second < fault.from() ? sample : counted(meter, fault, sample, Long.MAX_VALUE);
      case ROLLOVER -> counted(meter, fault, sample, (long) fault.parameter());
      case DRIFT -> fault.holdsAt(second) ? drifted(fault, second, sample) : sample;
      case LEAK, STRINGS -> sample;
    };
  }

  private static Sample without(Sample sample, Quality quality) {
    return new Sample(sample.sourceMillis(), null, quality);
  }

  private static Sample stuck(Meter meter, Fault fault, Sample sample) {
    Sample first = meter.source().at(meter.index(), fault.from());
    return new Sample(sample.sourceMillis(), first.value(), sample.quality());
  }

  /** Counted from the fault's begin, modulo the span. */
  private static Sample counted(Meter meter, Fault fault, Sample sample, long span) {
    Object first = meter.source().at(meter.index(), fault.from()).value();
    Object value = sample.value();
    if (first instanceof Long begin && value instanceof Long now) {
      return new Sample(sample.sourceMillis(), Math.floorMod(now - begin, span), sample.quality());
    }
    return sample;
  }

  private static Sample drifted(Fault fault, long second, Sample sample) {
    double gained = (second - fault.from()) / 3600.0 * fault.parameter();
    long shownMillis = sample.sourceMillis() + Math.round(gained * 1000);
    return new Sample(shownMillis, sample.value(), sample.quality());
  }

  private void addToMeters(Fault fault) {
    boolean registersOnly = fault.kind() == FaultKind.RESET || fault.kind() == FaultKind.ROLLOVER;
    Fault[][] changed = faultsOfMeter.clone();
    int hits = 0;
    for (int number = 0; number < meters.size(); number++) {
      Point point = meters.get(number).point();
      if (point.isMeantBy(fault.target()) && (!registersOnly || point.kind() == Kind.REGISTER)) {
        changed[number] = Arrays.copyOf(changed[number], changed[number].length + 1);
        changed[number][changed[number].length - 1] = fault;
        hits++;
      }
    }
    if (hits == 0) {
      throw new BadFaultException(fault.text(), unknown(fault, registersOnly));
    }
    if (fault.kind() == FaultKind.ROLLOVER) {
      extendTo(fault.from());
    }
    faultsOfMeter = changed;
  }

  private static String unknown(Fault fault, boolean registersOnly) {
    String wanted = registersOnly ? "a device with a register, or a register" : "a device or point";
    return "there is no '" + fault.target() + "'; expected " + wanted + " of this simulator";
  }

  private void addToPlant(Fault fault) {
    Plant changed =
        plant.orElseThrow(
            () -> new BadFaultException(fault.text(), "only the plant has this fault; none runs"));
    @Nullable String expected =
        fault.kind() == FaultKind.LEAK
            ? (fault.target().equals("compressed-air") ? null : "device compressed-air")
            : (fault.target().matches("pv-[1-8]") ? null : "device pv-1 to pv-8");
    if (expected != null) {
      throw new BadFaultException(
          fault.text(), "target '" + fault.target() + "': expected " + expected);
    }
    changed.add(
        fault.kind() == FaultKind.LEAK
            ? PlantFault.leak(fault.from(), fault.to(), fault.parameter())
            : PlantFault.stringLoss(
                fault.target().charAt(3) - '1', fault.from(), fault.to(), fault.parameter()));
  }
}

package org.zerofactory.domain.waste;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * The features of a site's quarter hours, one after the other. What is usual is learned from at
 * most {@value #MEMORY_DAYS} days before, so whoever starts anew gives it those days first.
 *
 * <p>Not for several threads.
 */
public final class WasteFeatures {

  /** How far back a feature can depend on. */
  public static final int MEMORY_DAYS = 35;

  private static final Set<String> CLOCK_EVENTS = Set.of("clock-ahead", "clock-drift");

  private final SiteDescription site;
  private final List<MachineWindow> machines = new ArrayList<>();
  private final List<MeterWindow> meters = new ArrayList<>();
  private final Map<String, LineWindow> lines = new TreeMap<>();
  private final Map<String, InverterWindow> inverters = new LinkedHashMap<>();
  private final BalanceWindow balance;
  private final SiteWindow whole;

  public WasteFeatures(SiteDescription site, WasteOptions options) {
    this.site = site;
    this.balance = new BalanceWindow(site);
    this.whole = new SiteWindow(site, options);
    for (var machine : site.machines()) {
      site.meter(machine.id()).ifPresent(meter -> machines.add(new MachineWindow(machine, meter)));
    }
    addMeters();
    addLines();
    List<MeterDescription> all = site.metersOf(MeterRole.PV);
    for (MeterDescription inverter : all) {
      List<MeterDescription> others = all.stream().filter(one -> one != inverter).toList();
      inverters.put(inverter.id(), new InverterWindow(inverter, others, options.installedKw()));
    }
  }

  /** Something was reported about a device; only clocks matter here. */
  public void event(Payload.Event event) {
    if (CLOCK_EVENTS.contains(event.event())) {
      for (MeterWindow meter : meters) {
        if (event.subject().split("/", 2)[0].equals(meter.meter().id())) {
          meter.clockFault(event.at());
        }
      }
    }
  }

  /**
   * The features of the next quarter hour, all subjects.
   *
   * @param isOpen whether an alarm that rests on a feature (such as {@code usual_share}) is open
   *     for a subject: what happens then is not usual, and is not learned
   */
  public List<SubjectFeatures> next(
      Instant start, Payload.Readings sealed, BiPredicate<String, String> isOpen) {
    Quarter quarter = new Quarter(start, site.zone(), sealed);
    List<SubjectFeatures> all = new ArrayList<>();
    machines.forEach(machine -> all.add(machine.next(quarter)));
    lines.forEach(
        (line, window) ->
            all.add(window.next(quarter, isOpen.test("usual_intensity_wh_per_piece", line))));
    inverters.forEach(
        (id, window) -> all.add(window.next(quarter, isOpen.test("usual_share", id))));
    addMeterFeatures(quarter, isOpen, all);
    all.add(whole.next(quarter, usual -> isOpen.test(usual, site.id())));
    return all;
  }

  private void addMeterFeatures(
      Quarter quarter, BiPredicate<String, String> isOpen, List<SubjectFeatures> all) {
    var peers = new Peers();
    meters.forEach(meter -> peers.add(meter.group(), quarter.amount(meter.point())));
    long missing = meters.stream().filter(meter -> isMissing(quarter, meter.point())).count();
    for (MeterWindow meter : meters) {
      long others = missing - (isMissing(quarter, meter.point()) ? 1 : 0);
      double share = meters.size() < 2 ? 0 : (double) others / (meters.size() - 1);
      all.add(meter.next(quarter, share, peers).of(WasteScope.METER, meter.point()));
    }
    Map<String, Values> checks =
        balance.next(quarter, subject -> isOpen.test("usual_below_share", subject));
    checks.forEach((meter, values) -> all.add(values.of(WasteScope.METER, meter)));
  }

  private static boolean isMissing(Quarter quarter, String point) {
    return quarter.amount(point).isEmpty();
  }

  private void addMeters() {
    Set<String> machineIds =
        site.machines().stream().map(MachineDescription::id).collect(Collectors.toSet());
    for (MeterDescription meter : site.meters()) {
      for (PointDescription point : meter.points()) {
        Quantity quantity = point.quantity();
        if (quantity.isRegister() && meter.role() != MeterRole.REFERENCE_PLAN) {
          meters.add(new MeterWindow(meter, quantity, machineIds.contains(meter.id())));
        }
      }
    }
  }

  private void addLines() {
    Map<String, List<MeterDescription>> byLine = new TreeMap<>();
    for (MeterDescription meter : site.metersOf(MeterRole.LOAD)) {
      Optional<String> line = meter.line();
      if (line.isPresent()
          && counts(meter, Quantity.OUTPUT_COUNT)
          && counts(meter, Quantity.ENERGY_IMPORT)) {
        byLine.computeIfAbsent(line.get(), name -> new ArrayList<>()).add(meter);
      }
    }
    byLine.forEach((line, machinesOf) -> lines.put(line, new LineWindow(line, machinesOf)));
  }

  private static boolean counts(MeterDescription meter, Quantity quantity) {
    return meter.points().stream().anyMatch(point -> point.quantity() == quantity);
  }
}

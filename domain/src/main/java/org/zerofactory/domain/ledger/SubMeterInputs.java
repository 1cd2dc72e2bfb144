package org.zerofactory.domain.ledger;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.inventory.Boundary;
import org.zerofactory.domain.inventory.Place;
import org.zerofactory.domain.inventory.SubMeterShare;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;

/**
 * Meters below the connection: they tell lines and machines apart. A feeder's share is what its own
 * sub-meters do not count, so that nothing is shared out twice.
 */
final class SubMeterInputs {

  private final SiteDescription site;
  private final MeterInputs meters;

  SubMeterInputs(SiteDescription site, MeterInputs meters) {
    this.site = site;
    this.meters = meters;
  }

  /** The organisation as one site with the lines and machines that its meters name. */
  Boundary boundary() {
    List<Boundary.Line> lines =
        site.meters().stream()
            .flatMap(meter -> meter.line().stream())
            .distinct()
            .sorted()
            .map(line -> new Boundary.Line(line, line, machines(line)))
            .toList();
    return new Boundary(
        site.name(), List.of(new Boundary.Site(site.id(), site.name(), lines)), List.of());
  }

  private List<String> machines(String line) {
    List<String> machines = new ArrayList<>();
    for (MeterDescription meter : site.metersOf(MeterRole.LOAD)) {
      if (meter.line().equals(Optional.of(line)) && children(meter).isEmpty()) {
        machines.add(meter.id());
      }
    }
    for (MachineDescription machine : site.machines()) {
      if (machine.line().equals(Optional.of(line)) && !machines.contains(machine.id())) {
        machines.add(machine.id());
      }
    }
    return machines.stream().sorted().toList();
  }

  /** Shares of the one connection; with several of them nobody knows which one fed a machine. */
  List<SubMeterShare> shares(List<YearMonth> months) {
    List<MeterDescription> connections =
        meters.boundary(MeterRole.GRID).stream()
            .filter(meter -> EnergyPoints.of(meter, Quantity.ENERGY_IMPORT).isPresent())
            .toList();
    List<SubMeterShare> shares = new ArrayList<>();
    if (connections.size() == 1) {
      for (YearMonth month : months) {
        if (used(connections.get(0), month).isPresent()) {
          site.metersOf(MeterRole.LOAD)
              .forEach(
                  meter -> share(connections.get(0).id(), meter, month).ifPresent(shares::add));
        }
      }
    }
    return shares;
  }

  private Optional<SubMeterShare> share(
      String connection, MeterDescription meter, YearMonth month) {
    Optional<Long> used = used(meter, month);
    if (used.isEmpty()) {
      return Optional.empty();
    }
    long below =
        children(meter).stream()
            .mapToLong(child -> used(child, month).orElse(0L))
            .reduce(0, Math::addExact);
    long own = Math.max(0, Math.subtractExact(used.get(), below));
    return Optional.of(
        new SubMeterShare(
            connection, meter.id(), place(meter), month, new Amount(own, BaseUnit.WATT_HOUR)));
  }

  private Place place(MeterDescription meter) {
    if (meter.line().isEmpty()) {
      return Place.ofSite(site.id());
    }
    return children(meter).isEmpty()
        ? Place.ofMachine(site.id(), meter.line().get(), meter.id())
        : Place.ofLine(site.id(), meter.line().get());
  }

  private List<MeterDescription> children(MeterDescription meter) {
    return site.metersOf(MeterRole.LOAD).stream()
        .filter(child -> child.parent().equals(Optional.of(meter.id())))
        .toList();
  }

  private Optional<Long> used(MeterDescription meter, YearMonth month) {
    return EnergyPoints.of(meter, Quantity.ENERGY_IMPORT)
        .flatMap(point -> meters.month(point, month))
        .map(PointMonth::amount);
  }
}

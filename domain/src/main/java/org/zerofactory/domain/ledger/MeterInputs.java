package org.zerofactory.domain.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.inventory.Flow;
import org.zerofactory.domain.inventory.InventoryPeriod;
import org.zerofactory.domain.inventory.MeteredActivity;
import org.zerofactory.domain.inventory.Place;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;

/** The meters at the site's boundary as activities: what they counted, by month. */
final class MeterInputs {

  /** Several inverters behind several connections: what is used here is known of all together. */
  static final String OWN_GENERATION = "own-generation";

  private record Key(String point, YearMonth month) {}

  private record Kind(SourceCategory category, Flow flow, BaseUnit unit, Optional<String> series) {}

  private final InventorySources sources;
  private final InventoryPeriod period;
  private final List<Refusal> refusals;
  private final Map<Key, PointMonth> months = new HashMap<>();
  private final List<MeteredActivity> activities = new ArrayList<>();

  MeterInputs(InventorySources sources, InventoryPeriod period, List<Refusal> refusals) {
    this.sources = sources;
    this.period = period;
    this.refusals = refusals;
    sources.months().forEach(month -> months.put(new Key(month.point(), month.month()), month));
  }

  List<MeteredActivity> all() {
    SiteFactors factors = sources.factors();
    Kind power = electricity(Flow.USED, factors.location());
    Kind export = electricity(Flow.EXPORTED, factors.location());
    Kind gas =
        new Kind(
            SourceCategory.STATIONARY_COMBUSTION, Flow.USED, BaseUnit.LITRE, factors.naturalGas());
    Kind heat = new Kind(SourceCategory.HEAT, Flow.USED, BaseUnit.KILOJOULE, factors.heat());
    for (MeterDescription meter : boundary(MeterRole.GRID)) {
      EnergyPoints.of(meter, Quantity.ENERGY_IMPORT).ifPresent(p -> add(meter.id(), p, power));
      EnergyPoints.of(meter, Quantity.ENERGY_EXPORT).ifPresent(p -> add(meter.id(), p, export));
    }
    boundary(MeterRole.GAS)
        .forEach(meter -> add(meter.id(), meter.pointId(Quantity.GAS_VOLUME), gas));
    boundary(MeterRole.HEAT).forEach(meter -> add(meter.id(), meter.pointId(Quantity.HEAT), heat));
    period.months().forEach(this::addOwnGeneration);
    return activities;
  }

  /** What a point counted in a month; empty if nothing was sealed. */
  Optional<PointMonth> month(String point, YearMonth month) {
    return Optional.ofNullable(months.get(new Key(point, month)));
  }

  List<MeterDescription> boundary(MeterRole role) {
    return description().metersOf(role).stream().filter(of -> of.parent().isEmpty()).toList();
  }

  private static Kind electricity(Flow flow, Optional<String> series) {
    return new Kind(SourceCategory.ELECTRICITY, flow, BaseUnit.WATT_HOUR, series);
  }

  private void add(String meter, String point, Kind kind) {
    List<PointMonth> known =
        period.months().stream().flatMap(month -> month(point, month).stream()).toList();
    if (known.isEmpty()) {
      return;
    }
    if (kind.series.isEmpty()) {
      refusals.add(
          new Refusal(
              Refusal.Kind.MISSING_FACTOR,
              "meter " + meter + " of site " + description().id(),
              "expected a factor series for "
                  + kind.category.word()
                  + " in country "
                  + description().country()
                  + ", found none"));
      return;
    }
    known.forEach(month -> activities.add(activity(meter, month, kind, 1)));
  }

  private MeteredActivity activity(String meter, PointMonth month, Kind kind, long points) {
    return new MeteredActivity(
        Place.ofSite(description().id()),
        meter,
        month.month(),
        kind.category,
        kind.flow,
        kind.series.map(
            series ->
                sources.weighted().series(series, month.point(), month.month()).orElse(series)),
        new Amount(month.amount(), kind.unit),
        month.estimatedAmount(),
        completeness(month, points),
        Optional.empty());
  }

  /** Production less export, since what was exported is used elsewhere. */
  private void addOwnGeneration(YearMonth month) {
    List<PointMonth> roofs = months(MeterRole.PV, Quantity.ENERGY_PRODUCED, month);
    Optional<PointMonth> produced = roofs.stream().reduce(PointMonth::plus);
    if (produced.isEmpty()) {
      return;
    }
    PointMonth made = produced.get();
    long exported =
        months(MeterRole.GRID, Quantity.ENERGY_EXPORT, month).stream()
            .mapToLong(PointMonth::amount)
            .reduce(0, Math::addExact);
    long used = Math.max(0, Math.subtractExact(made.amount(), exported));
    PointMonth own =
        new PointMonth(
            made.point(),
            month,
            used,
            Math.min(used, made.estimatedAmount()),
            made.measured(),
            made.estimated());
    activities.add(
        activity(
            OWN_GENERATION, own, electricity(Flow.OWN_GENERATION, Optional.empty()), roofs.size()));
  }

  private List<PointMonth> months(MeterRole role, Quantity quantity, YearMonth month) {
    return boundary(role).stream()
        .flatMap(meter -> EnergyPoints.of(meter, quantity).stream())
        .flatMap(point -> month(point, month).stream())
        .toList();
  }

  /** What was not sealed although newer readings are there is missing; the future is not. */
  private Completeness completeness(PointMonth month, long points) {
    Interval whole = QuarterHours.month(month.month(), description().zone());
    Instant start = whole.start();
    Instant end = whole.end();
    Interval range = sources.site().dataRange().orElse(whole);
    Instant from = start.isAfter(range.start()) ? start : range.start();
    Instant to = end.isBefore(range.end()) ? end : range.end();
    long due = Math.max(0, to.getEpochSecond() - from.getEpochSecond()) / QuarterHours.SECONDS;
    return new Completeness(
        points * (end.getEpochSecond() - start.getEpochSecond()) / QuarterHours.SECONDS,
        month.measured(),
        month.estimated(),
        Math.max(0, points * due - month.measured() - month.estimated()));
  }

  private SiteDescription description() {
    return sources.site().description();
  }
}

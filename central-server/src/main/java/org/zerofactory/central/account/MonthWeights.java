package org.zerofactory.central.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.inventory.InventoryPeriod;
import org.zerofactory.domain.ledger.MonthFactors;
import org.zerofactory.domain.ledger.SiteFactors;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/** Weighs the factors of the months in which they change by the stored quarter hours. */
record MonthWeights(InventoryData data) {

  /** Nothing is read for a month with one factor from its first to its last quarter hour. */
  MonthFactors of(SiteDescription site, InventoryPeriod period, SiteFactors factors) {
    Optional<String> series = factors.location();
    List<String> points = connection(site);
    if (series.isEmpty() || points.isEmpty()) {
      return MonthFactors.NONE;
    }
    MonthFactors.Builder builder =
        new MonthFactors.Builder(
            site.id(), series.get(), at -> data.factor().apply(series.get(), at));
    ZoneId zone = site.zone();
    for (YearMonth month : period.months()) {
      Instant start = start(month.atDay(1), zone);
      Instant end = start(month.plusMonths(1).atDay(1), zone);
      if (builder.changesWithin(start, end)) {
        data.profiles()
            .read(
                site.id(),
                points,
                new Interval(start, end),
                (point, first, wattHours, count) ->
                    builder.add(point, month, first, wattHours, count));
      }
    }
    return builder.build();
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static List<String> connection(SiteDescription site) {
    return site.metersOf(MeterRole.GRID).stream()
        .filter(meter -> meter.parent().isEmpty())
        .flatMap(
            meter ->
                Stream.of(Quantity.ENERGY_IMPORT, Quantity.ENERGY_EXPORT)
                    .flatMap(quantity -> EnergyPoints.of(meter, quantity).stream()))
        .distinct()
        .toList();
  }
}

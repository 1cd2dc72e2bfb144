package org.zerofactory.domain.inventory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zerofactory.domain.metering.Spread;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;

/** Cuts the input into sources and local months. */
final class Activities {

  /** A meter's month. */
  private record MeterMonth(String site, String meter, YearMonth month) {}

  /** A site's month of one category. */
  private record SiteMonth(String site, YearMonth month, SourceCategory category, BaseUnit unit) {}

  private final InventoryInput input;
  private final Map<MeterMonth, List<SubMeterShare>> shares;
  private final Map<SiteMonth, Long> ownSupply;

  private Activities(InventoryInput input) {
    this.input = input;
    this.shares =
        input.subMeters().stream()
            .sorted(
                Comparator.comparing((SubMeterShare share) -> share.place().path())
                    .thenComparing(SubMeterShare::meter))
            .collect(
                Collectors.groupingBy(
                    share -> new MeterMonth(share.place().site(), share.parent(), share.month())));
    this.ownSupply =
        input.metered().stream()
            .filter(one -> one.flow() == Flow.OWN_GENERATION || one.flow() == Flow.DIRECT_LINE)
            .collect(
                Collectors.groupingBy(
                    Activities::siteMonth,
                    Collectors.reducing(0L, one -> one.amount().value(), Math::addExact)));
  }

  /** Activities of the period, own generation left out: it emits nothing. */
  static List<Activity> of(InventoryInput input) {
    return new Activities(input).all();
  }

  private List<Activity> all() {
    List<Activity> activities = new ArrayList<>();
    for (MeteredActivity metered : input.metered()) {
      if (input.period().contains(metered.month()) && metered.flow() != Flow.OWN_GENERATION) {
        activities.addAll(ofMeter(metered));
      }
    }
    for (ActivityEntry entry : input.entries()) {
      ofEntry(entry, input.boundary()).stream()
          .filter(activity -> input.period().contains(activity.month()))
          .forEach(activities::add);
    }
    return activities;
  }

  /**
   * An entry by local months, in proportion to its days in each: the parts add up to it, and do not
   * depend on the period of the inventory.
   */
  static List<Activity> ofEntry(ActivityEntry entry, Boundary boundary) {
    List<LocalDate> starts = new ArrayList<>();
    List<Long> days = new ArrayList<>();
    LocalDate day = entry.from();
    while (day.isBefore(entry.to())) {
      LocalDate next = YearMonth.from(day).plusMonths(1).atDay(1);
      LocalDate end = next.isBefore(entry.to()) ? next : entry.to();
      starts.add(day);
      days.add(ChronoUnit.DAYS.between(day, end));
      day = end;
    }
    long[] weights = days.stream().mapToLong(Long::longValue).toArray();
    long[] parts = Spread.of(entry.amount().value(), weights);
    List<Activity> activities = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      activities.add(
          new Activity(
              entry.subject(),
              boundary.placeOf(entry.site(), entry.subject()),
              entry.category(),
              Flow.USED,
              YearMonth.from(starts.get(i)),
              starts.get(i),
              starts.get(i).plusDays(days.get(i) - 1),
              new Amount(parts[i], entry.amount().unit()),
              0,
              true,
              entry.factorSeries(),
              new Evidence(Optional.empty(), Optional.of(entry.id()), entry.document())));
    }
    return activities;
  }

  private List<Activity> ofMeter(MeteredActivity metered) {
    List<SubMeterShare> parts =
        metered.flow() == Flow.USED
            ? shares.getOrDefault(meterMonth(metered), List.of())
            : List.of();
    long[] weights = new long[parts.size() + 1];
    long shared = 0;
    for (int i = 0; i < parts.size(); i++) {
      weights[i] = parts.get(i).amount().value();
      shared = Math.addExact(shared, weights[i]);
    }
    if (shared == 0) {
      return List.of(part(metered, metered.place(), metered.amount().value(), metered.estimated()));
    }
    weights[parts.size()] = Math.max(0, Math.subtractExact(load(metered), shared));
    long[] estimated = Spread.of(metered.estimated(), weights);
    long[] measured = Spread.of(metered.amount().value() - metered.estimated(), weights);
    List<Activity> activities = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      Place place = i < parts.size() ? parts.get(i).place() : metered.place();
      if (weights[i] > 0) {
        activities.add(part(metered, place, measured[i] + estimated[i], estimated[i]));
      }
    }
    return activities;
  }

  /** What sub-meters see: own and direct-line power feed the load as well as the grid. */
  private long load(MeteredActivity metered) {
    return Math.addExact(metered.amount().value(), ownSupply.getOrDefault(siteMonth(metered), 0L));
  }

  private static MeterMonth meterMonth(MeteredActivity metered) {
    return new MeterMonth(metered.place().site(), metered.meter(), metered.month());
  }

  private static SiteMonth siteMonth(MeteredActivity metered) {
    return new SiteMonth(
        metered.place().site(), metered.month(), metered.category(), metered.amount().unit());
  }

  private static Activity part(MeteredActivity metered, Place place, long amount, long estimated) {
    return new Activity(
        metered.meter(),
        place,
        metered.category(),
        metered.flow(),
        metered.month(),
        metered.month().atDay(1),
        metered.month().atEndOfMonth(),
        new Amount(amount, metered.amount().unit()),
        estimated,
        false,
        metered.factorSeries().orElseThrow(),
        new Evidence(metered.blocks(), Optional.empty(), Optional.empty()));
  }
}

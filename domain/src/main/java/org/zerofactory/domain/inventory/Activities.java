package org.zerofactory.domain.inventory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.metering.Spread;
import org.zerofactory.domain.quantity.Amount;

/** Cuts the input into sources and local months. */
final class Activities {

  private Activities() {}

  /** Activities of the period, own generation left out: it emits nothing. */
  static List<Activity> of(InventoryInput input) {
    List<Activity> activities = new ArrayList<>();
    for (MeteredActivity metered : input.metered()) {
      if (input.period().contains(metered.month()) && metered.flow() != Flow.OWN_GENERATION) {
        activities.addAll(ofMeter(metered, input));
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
              new Amount(parts[i], entry.amount().unit()),
              0,
              true,
              entry.factorSeries(),
              new Evidence(Optional.empty(), Optional.of(entry.id()), entry.document())));
    }
    return activities;
  }

  private static List<Activity> ofMeter(MeteredActivity metered, InventoryInput input) {
    List<SubMeterShare> shares = metered.flow() == Flow.USED ? sharesOf(metered, input) : List.of();
    long[] weights = new long[shares.size() + 1];
    long shared = 0;
    for (int i = 0; i < shares.size(); i++) {
      weights[i] = shares.get(i).amount().value();
      shared = Math.addExact(shared, weights[i]);
    }
    weights[shares.size()] = Math.max(0, Math.subtractExact(whole(metered, input), shared));
    if (shared == 0) {
      return List.of(part(metered, metered.place(), metered.amount().value(), metered.estimated()));
    }
    long[] estimated = Spread.of(metered.estimated(), weights);
    long[] measured = Spread.of(metered.amount().value() - metered.estimated(), weights);
    List<Activity> activities = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      Place place = i < shares.size() ? shares.get(i).place() : metered.place();
      if (weights[i] > 0) {
        activities.add(part(metered, place, measured[i] + estimated[i], estimated[i]));
      }
    }
    return activities;
  }

  private static List<SubMeterShare> sharesOf(MeteredActivity metered, InventoryInput input) {
    return input.subMeters().stream()
        .filter(share -> share.place().site().equals(metered.place().site()))
        .filter(share -> share.parent().equals(metered.meter()))
        .filter(share -> share.month().equals(metered.month()))
        .sorted(
            Comparator.comparing((SubMeterShare share) -> share.place().path())
                .thenComparing(SubMeterShare::meter))
        .toList();
  }

  /** What sub-meters see: the load, which own and direct-line power feed as well. */
  private static long whole(MeteredActivity metered, InventoryInput input) {
    return input.metered().stream()
        .filter(other -> other.flow() == Flow.OWN_GENERATION || other.flow() == Flow.DIRECT_LINE)
        .filter(other -> other.place().site().equals(metered.place().site()))
        .filter(other -> other.month().equals(metered.month()))
        .filter(other -> other.category() == metered.category())
        .filter(other -> other.amount().unit() == metered.amount().unit())
        .mapToLong(other -> other.amount().value())
        .reduce(metered.amount().value(), Math::addExact);
  }

  private static Activity part(MeteredActivity metered, Place place, long amount, long estimated) {
    return new Activity(
        metered.meter(),
        place,
        metered.category(),
        metered.flow(),
        metered.month(),
        metered.month().atDay(1),
        new Amount(amount, metered.amount().unit()),
        estimated,
        false,
        metered.factorSeries().orElseThrow(),
        new Evidence(metered.blocks(), Optional.empty(), Optional.empty()));
  }
}

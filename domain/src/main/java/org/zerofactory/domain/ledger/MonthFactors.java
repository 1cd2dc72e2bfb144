package org.zerofactory.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.inventory.ChosenFactor;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.inventory.WeightedFactor;
import org.zerofactory.domain.metering.QuarterHours;

/**
 * The factors of months in which a series changes, such as one of hours: for each point the mean of
 * the month's factors, weighted by what the point counted in each quarter hour. A quarter hour with
 * energy and without a factor is refused.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), chapter 6: the factor of the place and time of
 * consumption.
 *
 * @param factors by an id of their own, which names series, point and month
 * @param refusals quarter hours without a factor, one for each point and month
 */
public record MonthFactors(Map<String, ChosenFactor> factors, List<Refusal> refusals) {

  public static final MonthFactors NONE = new MonthFactors(Map.of(), List.of());

  public MonthFactors {
    factors = Map.copyOf(factors);
    refusals = List.copyOf(refusals);
  }

  /** The series under which a point's month is looked up; empty if its factor does not change. */
  Optional<String> series(String series, String point, YearMonth month) {
    return Optional.of(id(series, point, month)).filter(factors::containsKey);
  }

  /** The factor of a point's month by its series; any day of the month gives the same. */
  public Optional<ChosenFactor> find(String series, LocalDate day) {
    return Optional.ofNullable(factors.get(series))
        .filter(of -> series.endsWith("/" + YearMonth.from(day)));
  }

  /** The series of single months that stand for another, sorted. */
  List<String> seriesOf(String series) {
    return factors.keySet().stream().filter(id -> id.startsWith(series + "/")).sorted().toList();
  }

  private static String id(String series, String point, YearMonth month) {
    return series + "/" + point + "/" + month;
  }

  /** Adds up quarter hours, and weighs in the end. */
  public static final class Builder {

    private record Key(String point, YearMonth month) {}

    private static final class Weights {
      private final Map<String, WeightedFactor.Part> parts = new TreeMap<>();
      private Optional<ChosenFactor> withoutEnergy = Optional.empty();
      private Optional<Instant> firstMissing = Optional.empty();
      private long missing;
    }

    private final String site;
    private final String series;
    private final Function<Instant, Optional<ChosenFactor>> factors;
    private final Map<Key, Weights> weights = new LinkedHashMap<>();

    /**
     * @param factors the factor of an instant; empty if none is valid
     */
    public Builder(String site, String series, Function<Instant, Optional<ChosenFactor>> factors) {
      this.site = site;
      this.series = series;
      this.factors = factors;
    }

    /** Whether more than one factor, or none for a part, holds in {@code [start, end)}. */
    public boolean changesWithin(Instant start, Instant end) {
      Optional<String> first = id(start);
      for (Instant at = start; at.isBefore(end); at = at.plusSeconds(QuarterHours.SECONDS)) {
        if (!id(at).equals(first)) {
          return true;
        }
      }
      return false;
    }

    private Optional<String> id(Instant at) {
      return factors.apply(at).map(of -> of.factor().id());
    }

    /**
     * Adds consecutive quarter hours of a point.
     *
     * @param start of the first, epoch seconds
     * @param wattHours by quarter hour; negative where not known, which is left out
     * @param count how many of them
     */
    public void add(String point, YearMonth month, long start, long[] wattHours, int count) {
      Weights of = weights.computeIfAbsent(new Key(point, month), key -> new Weights());
      for (int i = 0; i < count; i++) {
        Instant at = Instant.ofEpochSecond(start + (long) i * QuarterHours.SECONDS);
        if (wattHours[i] > 0) {
          add(of, at, wattHours[i]);
        } else if (wattHours[i] == 0 && of.withoutEnergy.isEmpty()) {
          of.withoutEnergy = factors.apply(at);
        }
      }
    }

    private void add(Weights of, Instant at, long wattHours) {
      Optional<ChosenFactor> factor = factors.apply(at);
      if (factor.isEmpty()) {
        of.missing++;
        of.firstMissing =
            of.firstMissing.filter(first -> first.isBefore(at)).or(() -> Optional.of(at));
        return;
      }
      of.parts.merge(
          factor.get().factor().id(),
          new WeightedFactor.Part(factor.get(), wattHours),
          (one, other) ->
              new WeightedFactor.Part(one.factor(), Math.addExact(one.amount(), other.amount())));
    }

    /** All months that were added. */
    public MonthFactors build() {
      Map<String, ChosenFactor> all = new HashMap<>();
      List<Refusal> refusals = new ArrayList<>();
      weights.forEach(
          (key, of) -> {
            if (of.missing > 0) {
              refusals.add(refusal(key, of));
              return;
            }
            List<WeightedFactor.Part> parts = new ArrayList<>(of.parts.values());
            if (parts.isEmpty()) { // nothing times any factor of the month is nothing
              of.withoutEnergy.ifPresent(any -> parts.add(new WeightedFactor.Part(any, 0)));
            }
            if (!parts.isEmpty()) {
              String id = MonthFactors.id(series, key.point, key.month);
              all.put(id, WeightedFactor.of(id, id, parts));
            }
          });
      return new MonthFactors(all, refusals);
    }

    private Refusal refusal(Key key, Weights of) {
      return new Refusal(
          Refusal.Kind.MISSING_FACTOR,
          key.point + " of site " + site + " in " + key.month,
          "series "
              + series
              + " has no factor valid at "
              + of.firstMissing.orElseThrow()
              + (of.missing > 1
                  ? " and at " + (of.missing - 1) + " more quarter hours with energy"
                  : ""));
    }
  }
}

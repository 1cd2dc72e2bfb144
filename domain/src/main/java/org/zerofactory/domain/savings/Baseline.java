package org.zerofactory.domain.savings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A baseline and the judgement of it: the best subset of the drivers by adjusted R² among those
 * that meet the criteria. If none meets them, the best of all is shown and refused with every
 * reason.
 *
 * @param fit empty if no model can be fitted at all
 * @param excluded periods that were left out, with why
 * @param validation how the model did on periods apart from the baseline, if there are any
 * @param candidates models that were compared
 * @param refusals why no saving may be counted; empty for an accepted baseline
 * @param warnings what a reader should know; they refuse nothing
 */
public record Baseline(
    Granularity granularity,
    Criteria criteria,
    Optional<BaselineFit> fit,
    List<String> excluded,
    Optional<BaselineFit.OutOfSample> validation,
    int candidates,
    List<String> refusals,
    List<String> warnings) {

  /** Drivers at most: 1,023 subsets. */
  public static final int MOST_DRIVERS = 10;

  private static final Comparator<Observation> BY_TIME =
      Comparator.comparing(Observation::start).thenComparing(Observation::end);

  public Baseline {
    excluded = List.copyOf(excluded);
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
  }

  /**
   * Fits and judges.
   *
   * @param drivers names, at most {@link #MOST_DRIVERS}
   * @param baseline periods of the baseline in any order
   * @param validation periods to judge the model by, none of them in the baseline; may be empty
   * @throws IllegalArgumentException if an observation does not have one amount for each driver,
   *     two periods overlap, or there are too many drivers
   */
  public static Baseline of(
      List<String> drivers,
      List<Observation> baseline,
      List<Observation> validation,
      Granularity granularity,
      Criteria criteria) {
    requireFit(drivers, baseline, validation);
    List<String> excluded = new ArrayList<>();
    List<Observation> fitted = measured(baseline, criteria, excluded);
    List<Observation> others = measured(validation, criteria, excluded);
    BaselineJudgement judgement = new BaselineJudgement(criteria);
    List<BaselineFit> models = models(drivers, fitted);
    Comparator<BaselineFit> byQuality =
        Comparator.<BaselineFit>comparingDouble(fit -> fit.statistics().adjustedRSquared())
            .thenComparing(fit -> fit.drivers().size(), Comparator.reverseOrder());
    Optional<BaselineFit> best =
        models.stream()
            .filter(fit -> judgement.ofFit(fit).isEmpty())
            .max(byQuality)
            .or(() -> models.stream().max(byQuality));
    Optional<BaselineFit.OutOfSample> outside =
        best.filter(fit -> !others.isEmpty()).map(fit -> fit.on(others));
    return new Baseline(
        granularity,
        criteria,
        best,
        excluded,
        outside,
        models.size(),
        judgement.of(best, fitted.size(), outside, !validation.isEmpty()),
        best.map(judgement::warnings).orElse(List.of()));
  }

  public boolean isAccepted() {
    return refusals.isEmpty();
  }

  /** All non-empty subsets that can be fitted, in a fixed order. */
  private static List<BaselineFit> models(List<String> drivers, List<Observation> fitted) {
    List<BaselineFit> models = new ArrayList<>();
    for (int subset = 1; subset < 1 << drivers.size(); subset++) {
      List<Integer> places = new ArrayList<>();
      for (int place = 0; place < drivers.size(); place++) {
        if ((subset >> place & 1) == 1) {
          places.add(place);
        }
      }
      BaselineFit.of(drivers, places, fitted).ifPresent(models::add);
    }
    return models;
  }

  /** In the order of time, so that the order of the input changes no bit of the result. */
  private static List<Observation> measured(
      List<Observation> observations, Criteria criteria, List<String> excluded) {
    List<Observation> measured = new ArrayList<>();
    for (Observation observation : observations.stream().sorted(BY_TIME).toList()) {
      if (observation.estimatedShare() <= criteria.maxEstimatedShare()) {
        measured.add(observation);
      } else {
        String share = BaselineJudgement.percent(observation.estimatedShare());
        excluded.add("from " + observation.start() + ": " + share + " of it is not measured");
      }
    }
    return measured;
  }

  private static void requireFit(
      List<String> drivers, List<Observation> baseline, List<Observation> validation) {
    if (drivers.isEmpty() || drivers.size() > MOST_DRIVERS) {
      throw new IllegalArgumentException(
          "expected 1 to " + MOST_DRIVERS + " drivers, but were " + drivers.size());
    }
    List<Observation> all =
        Stream.concat(baseline.stream(), validation.stream()).sorted(BY_TIME).toList();
    for (int i = 0; i < all.size(); i++) {
      Observation observation = all.get(i);
      if (observation.drivers().size() != drivers.size()) {
        throw new IllegalArgumentException(
            "expected an amount for each of %s from %s, but were %d"
                .formatted(drivers, observation.start(), observation.drivers().size()));
      }
      if (i > 0 && observation.start().isBefore(all.get(i - 1).end())) {
        throw new IllegalArgumentException(
            "periods overlap: one from %s, the next from %s"
                .formatted(all.get(i - 1).start(), observation.start()));
      }
    }
  }
}

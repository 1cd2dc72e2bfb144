package org.zerofactory.domain.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.product.ProductionRun;

/**
 * Learns what a machine takes for a product from the sealed quarter hours of its meter and its
 * runs.
 *
 * <p>Only quarter hours that lie wholly inside a run count for its power, the first of them as the
 * first of the profile; a run with a quarter hour that is missing counts for its length only. All
 * values are medians, so that a single breakdown does not move them, with the 10th and 90th
 * percentile.
 */
public final class ProfileLearning {

  /** Fewer runs are no ground for a profile. */
  public static final int MINIMUM_RUNS = 5;

  /** A quarter hour at the beginning that differs more than this from the rest is lead. */
  private static final double LEAD_DIFFERENCE = 0.10;

  private static final int LONGEST_LEAD = 32;
  private static final double KILOWATTS_PER_WATT_HOUR = 3.6 / QuarterHours.SECONDS;

  private final Map<Instant, Long> wattHours;
  private final List<ProductionRun> ofProduct;
  private final List<ProductionRun> all;
  private final String equipment;
  private final String product;

  private ProfileLearning(
      String equipment, String product, Map<Instant, Long> wattHours, List<ProductionRun> runs) {
    this.equipment = equipment;
    this.product = product;
    this.wattHours = wattHours;
    this.all =
        runs.stream()
            .filter(run -> run.equipment().equals(equipment))
            .sorted(Comparator.comparing(ProductionRun::from))
            .toList();
    this.ofProduct =
        all.stream()
            .filter(run -> run.product().equals(product) && run.good() + run.scrap() > 0)
            .toList();
  }

  /**
   * @param wattHours energy of the machine's meter by the beginning of each quarter hour; missing
   *     and estimated ones are left out by the caller
   * @param runs of the machine, also those of other products, which say when it was not idle
   */
  public static LearnedProfile of(
      String equipment, String product, Map<Instant, Long> wattHours, List<ProductionRun> runs) {
    return new ProfileLearning(equipment, product, wattHours, runs).profile();
  }

  private LearnedProfile profile() {
    if (ofProduct.size() < MINIMUM_RUNS) {
      return refused("runs with pieces", ofProduct.size());
    }
    List<List<Double>> powers =
        ofProduct.stream().map(this::powers).filter(of -> !of.isEmpty()).toList();
    if (powers.size() < MINIMUM_RUNS) {
      return refused("runs whose quarter hours are all metered", powers.size());
    }
    Learned run = plateau(powers);
    IdleLearning idle = new IdleLearning(gaps());
    Learned perUnit =
        Learned.of(ofProduct.stream().map(of -> minutes(of) / (of.good() + of.scrap())).toList());
    Learned perRun = Learned.of(ofProduct.stream().map(ProfileLearning::minutes).toList());
    return new LearnedProfile.Known(
        equipment,
        product,
        powers.size(),
        perUnit,
        perRun,
        perRun.relativeSpread() < perUnit.relativeSpread(),
        lead(powers, run.value()),
        run,
        idle.standbyKw(),
        idle.offKw(),
        idle.setupKw(),
        idle.warmUpKw(),
        idle.warmUpMinutes(),
        idle.notes());
  }

  private LearnedProfile refused(String what, int found) {
    return new LearnedProfile.Refused(
        equipment,
        product,
        "expected at least %d %s of %s on %s, found %d"
            .formatted(MINIMUM_RUNS, what, product, equipment, found));
  }

  private static double minutes(ProductionRun run) {
    return run.seconds() / 60.0;
  }

  /** kW of each whole quarter hour of a run; empty if one is missing or there is none. */
  private List<Double> powers(ProductionRun run) {
    return powers(run.from(), run.to()).orElse(List.of());
  }

  private Optional<List<Double>> powers(Instant from, Instant to) {
    List<Double> powers = new ArrayList<>();
    long first = -Math.floorDiv(-from.getEpochSecond(), QuarterHours.SECONDS);
    for (long quarter = first;
        (quarter + 1) * QuarterHours.SECONDS <= to.getEpochSecond();
        quarter++) {
      Long energy = wattHours.get(Instant.ofEpochSecond(quarter * QuarterHours.SECONDS));
      if (energy == null) {
        return Optional.empty();
      }
      powers.add(energy * KILOWATTS_PER_WATT_HOUR);
    }
    return Optional.of(powers);
  }

  private static Learned plateau(List<List<Double>> powers) {
    return Learned.of(
        powers.stream().flatMap(of -> of.subList(of.size() / 2, of.size()).stream()).toList());
  }

  private static List<Learned> lead(List<List<Double>> powers, double runKw) {
    List<Learned> lead = new ArrayList<>();
    for (int step = 0; step < LONGEST_LEAD; step++) {
      int at = step;
      List<Double> samples =
          powers.stream().filter(of -> of.size() > at).map(of -> of.get(at)).toList();
      if (samples.size() < MINIMUM_RUNS) {
        break;
      }
      Learned learned = Learned.of(samples);
      if (Math.abs(learned.value() - runKw) <= LEAD_DIFFERENCE * runKw) {
        break;
      }
      lead.add(learned);
    }
    return lead;
  }

  /** kW of the whole quarter hours between each two runs of the machine that are all metered. */
  private List<List<Double>> gaps() {
    List<List<Double>> gaps = new ArrayList<>();
    Instant busyUntil = all.get(0).to();
    for (ProductionRun next : all) {
      if (next.from().isAfter(busyUntil)) {
        powers(busyUntil, next.from()).filter(of -> !of.isEmpty()).ifPresent(gaps::add);
      }
      busyUntil = next.to().isAfter(busyUntil) ? next.to() : busyUntil;
    }
    return gaps;
  }
}

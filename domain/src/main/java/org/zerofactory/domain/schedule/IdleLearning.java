package org.zerofactory.domain.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.metering.QuarterHours;

/**
 * Learns from the gaps between runs what a machine draws when it stands by, is off, is set up and
 * warms up. The end of a gap that draws clearly more than the gap before it belongs to the next
 * run: after standing by it is set-up, after being off it is warm-up.
 */
final class IdleLearning {

  /** The end of a gap is not the gap's own level if it draws a tenth and 1 kW more. */
  private static final double MORE = 1.1;

  /** Two levels are two only if the upper one is at least twice the lower one and 1 kW more. */
  private static final double TWO_LEVELS = 2;

  private static final double SMALL_KW = 1;

  /** Shorter gaps do not tell their own level from their end. */
  private static final int SHORTEST_GAP = 3;

  private record Gap(List<Double> body, List<Double> end) {
    double level() {
      return Learned.median(body.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  private final List<Gap> gaps;
  private final double border;
  private final boolean isTwoLevels;
  private final List<String> notes = new ArrayList<>();

  IdleLearning(List<List<Double>> powers) {
    this.gaps =
        powers.stream().filter(of -> of.size() >= SHORTEST_GAP).map(IdleLearning::gap).toList();
    List<Double> idle = gaps.stream().flatMap(of -> of.body().stream()).sorted().toList();
    double widest = 0;
    double found = 0;
    for (int next = ProfileLearning.MINIMUM_RUNS;
        next <= idle.size() - ProfileLearning.MINIMUM_RUNS;
        next++) {
      double below = idle.get(next - 1);
      double above = idle.get(next);
      if (above - below > widest && above >= TWO_LEVELS * below + SMALL_KW) {
        widest = above - below;
        found = (above + below) / 2;
      }
    }
    this.border = found;
    this.isTwoLevels = widest > 0;
    if (!isTwoLevels) {
      notes.add(
          idle.size() < ProfileLearning.MINIMUM_RUNS
              ? "idle power: fewer than 5 quarter hours between runs are metered"
              : "off power: only one level of idle power was seen");
    }
  }

  /** At most half of a gap is its end. */
  private static Gap gap(List<Double> powers) {
    double level = Learned.median(powers.stream().mapToDouble(Double::doubleValue).toArray());
    int from = powers.size();
    while (from > (powers.size() + 1) / 2 && powers.get(from - 1) > level * MORE + SMALL_KW) {
      from--;
    }
    return new Gap(powers.subList(0, from), powers.subList(from, powers.size()));
  }

  Optional<Learned> standbyKw() {
    return learned(body(isTwoLevels));
  }

  Optional<Learned> offKw() {
    return isTwoLevels ? learned(body(false)) : Optional.empty();
  }

  private List<Double> body(boolean upper) {
    return gaps.stream()
        .flatMap(gap -> gap.body().stream())
        .filter(power -> !isTwoLevels || power > border == upper)
        .toList();
  }

  Optional<Learned> setupKw() {
    return learned(ends(false).stream().flatMap(gap -> gap.end().stream()).toList());
  }

  Optional<Learned> warmUpKw() {
    return learned(ends(true).stream().flatMap(gap -> gap.end().stream()).toList());
  }

  Optional<Learned> warmUpMinutes() {
    return learned(
        ends(true).stream().map(gap -> gap.end().size() * QuarterHours.SECONDS / 60.0).toList());
  }

  private List<Gap> ends(boolean afterOff) {
    return gaps.stream()
        .filter(gap -> !gap.end().isEmpty())
        .filter(gap -> afterOff == (isTwoLevels && gap.level() <= border))
        .toList();
  }

  private static Optional<Learned> learned(List<Double> samples) {
    return samples.size() < ProfileLearning.MINIMUM_RUNS
        ? Optional.empty()
        : Optional.of(Learned.of(samples));
  }

  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (setupKw().isEmpty()) {
      all.add("set-up power: fewer than 5 quarter hours before runs draw more than standby");
    }
    if (isTwoLevels && warmUpKw().isEmpty()) {
      all.add("warm-up power: fewer than 5 quarter hours before runs draw more than off");
    }
    return all;
  }
}

package org.zerofactory.domain.account;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.instrument.Matching;
import org.zerofactory.domain.instrument.MatchingRule;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;

/**
 * A site's consumption against carbon-free supply, hour by hour through a local year.
 *
 * @param sequence newest block that the figures rest on
 * @param load Wh of each hour; of an hour without readings 0
 * @param carbonFree Wh of each hour: own production whose attributes are kept, and contracts
 * @param matched Wh of each hour
 * @param quarterHours readings of each hour, 0 to 4
 * @param metered the part that rests on meters alone, without volumes spread by a profile
 * @param score with the grid's own share; empty if none is given, or without load
 * @param outcomes what each interval of matching would give, the rule's own among them
 */
public record YearMatching(
    YearHours hours,
    long sequence,
    MatchingBasis basis,
    long[] load,
    long[] carbonFree,
    long[] matched,
    int[] quarterHours,
    Matching total,
    Matching metered,
    Optional<Ratio> score,
    MatchingRule.Match chosen,
    List<Source> sources,
    List<Outcome> outcomes,
    List<String> faults) {

  public YearMatching {
    sources = List.copyOf(sources);
    outcomes = List.copyOf(outcomes);
    faults = List.copyOf(faults);
  }

  /**
   * Where carbon-free energy comes from.
   *
   * @param energy of the year, within the time of the site's data
   * @param profile how its hours are known: {@code metered}, {@code own-pv}, {@code flat}, {@code
   *     none}
   * @param isEstimated whether its hours are an estimate
   */
  public record Source(
      String id, String name, Energy energy, String profile, boolean isEstimated) {}

  /**
   * The market-based result of purchased electricity under one interval of matching.
   *
   * @param carbon empty if a factor is missing
   */
  public record Outcome(
      MatchingRule.Match interval,
      Energy covered,
      Energy uncovered,
      Energy surplus,
      Optional<Carbon> carbon) {}
}

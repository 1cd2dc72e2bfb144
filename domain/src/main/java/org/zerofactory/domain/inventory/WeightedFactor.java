package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Ratio;

/**
 * The factor of a month for a meter that was accounted hour by hour: the hours' masses by the
 * month's amount, an exact fraction, so that it gives back the sum of the hours.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), chapter 6: the factor of the place and time of
 * consumption.
 */
public final class WeightedFactor {

  private WeightedFactor() {}

  /**
   * An amount with the factor of its time.
   *
   * @param amount in the factor's base unit, 0 or more
   */
  public record Part(ChosenFactor factor, long amount) {}

  /**
   * The doubt is the largest of the parts', since their factors are off together; the check is as
   * good as the worst.
   *
   * @param id of the new factor; names meter and month, since it fits no other
   * @param series under which the input looks it up
   * @throws IllegalArgumentException if there is no part, an amount is negative, or units differ
   */
  public static ChosenFactor of(String id, String series, List<Part> parts) {
    requireFitting(id, parts);
    long sum = parts.stream().mapToLong(Part::amount).reduce(0, Math::addExact);
    List<Part> counted =
        sum > 0 ? parts : parts.stream().map(part -> new Part(part.factor(), 1)).toList();
    Ratio whole = Ratio.of(sum > 0 ? sum : parts.size(), 1);
    Map<Gas, Ratio> masses = new TreeMap<>();
    Ratio biogenic = Ratio.ZERO;
    for (Part part : counted) {
      Ratio amount = Ratio.of(part.amount(), 1);
      Factor factor = part.factor().factor();
      factor
          .microgramsPerUnit()
          .forEach((gas, mass) -> masses.merge(gas, mass.times(amount), Ratio::plus));
      biogenic = biogenic.plus(factor.biogenic().times(amount));
    }
    masses.replaceAll((gas, mass) -> mass.dividedBy(whole));
    Factor first = parts.get(0).factor().factor();
    Factor factor =
        new Factor(
            id,
            series,
            first.name(),
            first.key(),
            validity(parts),
            first.per(),
            masses,
            biogenic.dividedBy(whole),
            uncertainty(parts),
            first.source(),
            verification(parts),
            Optional.of("weighted by the amounts of " + parts.size() + " intervals"));
    return new ChosenFactor(factor, parts.stream().anyMatch(part -> part.factor().provisional()));
  }

  private static void requireFitting(String id, List<Part> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("factor " + id + " needs a part, but has none");
    }
    for (Part part : parts) {
      if (part.amount() < 0) {
        throw new IllegalArgumentException(
            "factor " + id + " needs amounts of 0 or more, but one was " + part.amount());
      }
      if (part.factor().factor().per() != parts.get(0).factor().factor().per()) {
        throw new IllegalArgumentException("factor " + id + " needs parts of one unit");
      }
    }
  }

  private static Interval validity(List<Part> parts) {
    Function<Function<Interval, Instant>, List<Instant>> bounds =
        bound ->
            parts.stream()
                .map(part -> bound.apply(part.factor().factor().validity()))
                .sorted()
                .toList();
    List<Instant> ends = bounds.apply(Interval::end);
    return new Interval(bounds.apply(Interval::start).get(0), ends.get(ends.size() - 1));
  }

  /** Empty as soon as one part does not state any. */
  private static Optional<BigDecimal> uncertainty(List<Part> parts) {
    boolean isStated =
        parts.stream().allMatch(part -> part.factor().factor().uncertaintyPercent().isPresent());
    return isStated
        ? parts.stream()
            .flatMap(part -> part.factor().factor().uncertaintyPercent().stream())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static Verification verification(List<Part> parts) {
    return parts.stream()
        .map(part -> part.factor().factor().verification())
        .max(Comparator.naturalOrder()) // declared from the best to the worst
        .orElseThrow();
  }
}

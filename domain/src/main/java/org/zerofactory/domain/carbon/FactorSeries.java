package org.zerofactory.domain.carbon;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The factors of one series, in the order of their validity.
 *
 * <p>Factors are published about two years late, so what happens after the newest one's validity is
 * accounted with it and marked provisional.
 */
public record FactorSeries(String id, List<EmissionFactor> factors) {

  /** A factor in use at some time, and whether it only stands in for one not yet published. */
  public record Choice(EmissionFactor factor, boolean provisional) {}

  /**
   * @throws IllegalArgumentException if the series is empty, holds a foreign factor, or two
   *     validities overlap
   */
  public FactorSeries {
    factors =
        factors.stream().sorted(Comparator.comparing(factor -> factor.validity().start())).toList();
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("factor series " + id + " has no factor");
    }
    for (int i = 0; i < factors.size(); i++) {
      EmissionFactor factor = factors.get(i);
      if (!factor.series().equals(id)) {
        throw new IllegalArgumentException(
            "factor " + factor.id() + " belongs to " + factor.series() + ", not to " + id);
      }
      if (i > 0 && factors.get(i - 1).validity().overlaps(factor.validity())) {
        throw new IllegalArgumentException(
            "validities overlap in series "
                + id
                + ": "
                + factors.get(i - 1).id()
                + " and "
                + factor.id());
      }
    }
  }

  /**
   * The factor for consumption at an instant.
   *
   * @throws MissingFactorException before the first factor, or in a hole between two
   */
  public Choice at(Instant instant) {
    for (EmissionFactor factor : factors) {
      if (factor.validity().contains(instant)) {
        return new Choice(factor, false);
      }
    }
    EmissionFactor newest = factors.get(factors.size() - 1);
    if (!instant.isBefore(newest.validity().end())) {
      return new Choice(newest, true);
    }
    throw new MissingFactorException(id, instant);
  }
}

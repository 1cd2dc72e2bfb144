package org.zerofactory.domain.carbon;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.factor.Series;
import org.zerofactory.domain.factor.Timeline;

/**
 * The electricity factors of one series, in the order of their validity, as whole numbers; see
 * {@link Series} for factors of any kind.
 *
 * <p>Factors are published about two years late, so what happens after the newest one's validity is
 * accounted with it and marked provisional, unless it holds for less than a month.
 */
public final class FactorSeries {

  /** A factor in use at some time, and whether it only stands in for one not yet published. */
  public record Choice(EmissionFactor factor, boolean provisional) {}

  private static final Timeline.Reading<EmissionFactor> READING =
      new Timeline.Reading<>(
          EmissionFactor::id, EmissionFactor::validity, factor -> factor.source().published());

  private final String id;
  private final List<EmissionFactor> factors;
  private final Timeline<EmissionFactor> timeline;

  /**
   * @throws IllegalArgumentException if the series is empty, holds a foreign factor, or two
   *     validities of one publication overlap
   */
  public FactorSeries(String id, List<EmissionFactor> factors) {
    this.id = id;
    this.factors =
        factors.stream().sorted(Comparator.comparing(factor -> factor.validity().start())).toList();
    for (EmissionFactor factor : this.factors) {
      if (!factor.series().equals(id)) {
        throw new IllegalArgumentException(
            "factor " + factor.id() + " belongs to " + factor.series() + ", not to " + id);
      }
    }
    try {
      this.timeline = Timeline.of(this.factors, READING);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("series " + id + ": " + wrong.getMessage(), wrong);
    }
  }

  /** The whole numbers of a series; {@link EmissionFactor#of} says which series can be had so. */
  public static FactorSeries of(Series series) {
    return new FactorSeries(
        series.id(), series.factors().stream().map(EmissionFactor::of).toList());
  }

  public String id() {
    return id;
  }

  /** All factors, sorted by the start of their validity. */
  public List<EmissionFactor> factors() {
    return factors;
  }

  /**
   * The factor for consumption at an instant, found by binary search.
   *
   * @throws MissingFactorException before the first factor, in a hole between two, and after a
   *     factor that holds for less than a month
   */
  public Choice at(Instant instant) {
    return find(instant).orElseThrow(() -> new MissingFactorException(id, instant));
  }

  /** As {@link #at}, but empty instead of an exception. */
  public Optional<Choice> find(Instant instant) {
    return timeline.at(instant).map(choice -> new Choice(choice.value(), choice.isProvisional()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FactorSeries series && series.factors.equals(factors);
  }

  @Override
  public int hashCode() {
    return factors.hashCode();
  }
}

package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.factor.Factor;

/**
 * Doubts that were stated, each the half width of the 95 % interval in percent. What nobody stated
 * stays unstated and shows so.
 *
 * @param bySource of activities, by meter or entry subject
 * @param byCategory of activities of a category, where the source has none of its own
 * @param bySeries of factors, where the factor states none itself
 */
public record Uncertainties(
    SortedMap<String, BigDecimal> bySource,
    SortedMap<SourceCategory, BigDecimal> byCategory,
    SortedMap<String, BigDecimal> bySeries) {

  public static final Uncertainties NONE = new Uncertainties(Map.of(), Map.of(), Map.of());

  public Uncertainties(
      Map<String, BigDecimal> bySource,
      Map<SourceCategory, BigDecimal> byCategory,
      Map<String, BigDecimal> bySeries) {
    this(new TreeMap<>(bySource), new TreeMap<>(byCategory), new TreeMap<>(bySeries));
  }

  /**
   * @throws IllegalArgumentException if one is negative
   */
  public Uncertainties {
    bySource = Collections.unmodifiableSortedMap(new TreeMap<>(bySource));
    byCategory = Collections.unmodifiableSortedMap(new TreeMap<>(byCategory));
    bySeries = Collections.unmodifiableSortedMap(new TreeMap<>(bySeries));
    requirePositive(bySource);
    requirePositive(byCategory);
    requirePositive(bySeries);
  }

  private static void requirePositive(Map<?, BigDecimal> percents) {
    percents.forEach(
        (subject, percent) -> {
          if (percent.signum() < 0) {
            throw new IllegalArgumentException(
                "the uncertainty of " + subject + " must not be negative, but was " + percent);
          }
        });
  }

  Optional<BigDecimal> ofActivity(String source, SourceCategory category) {
    return Optional.ofNullable(bySource.get(source))
        .or(() -> Optional.ofNullable(byCategory.get(category)));
  }

  Optional<BigDecimal> ofFactor(Factor factor) {
    return factor.uncertaintyPercent().or(() -> Optional.ofNullable(bySeries.get(factor.series())));
  }
}

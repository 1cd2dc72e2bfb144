package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zerofactory.domain.quantity.Carbon;

/**
 * The year that later ones are compared with, and when it must be recalculated.
 *
 * <p>Source: GHG Protocol Corporate Standard, chapter 5: structural changes, changes of method and
 * errors whose cumulative effect is above a significance threshold; never organic growth. A factor
 * of a new grid year describes that year and is no reason. {@link ChangeCauses} finds the causes.
 *
 * @param inventory id of the published inventory
 * @param thresholdPercent of the total, commonly 5
 */
public record BaseYear(int year, String inventory, Carbon total, BigDecimal thresholdPercent) {

  /** The threshold if nothing else was chosen. */
  public static final BigDecimal DEFAULT_THRESHOLD_PERCENT = BigDecimal.valueOf(5);

  /** Why a base year might be recalculated. */
  public enum Cause {
    /** Merger, sale, outsourcing, insourcing. */
    STRUCTURE(true),
    /** Potentials, method, the edition of a factor, or a category that was not accounted. */
    METHOD(true),
    /** Data of the period that were wrong, missing or late, or a factor that had a wrong value. */
    ERROR(true),
    /** More or less output; opening or closing of plants that did not exist in the base year. */
    ORGANIC_GROWTH(false),
    /** The grid's factor of another year. */
    NEW_FACTOR_YEAR(false);

    private final boolean counts;

    /** The word in files and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Cause(boolean counts) {
      this.counts = counts;
    }

    /** Whether it may lead to a recalculation at all. */
    public boolean counts() {
      return counts;
    }
  }

  /**
   * Something that happened.
   *
   * @param effect on the base year's total, with sign
   */
  public record Trigger(Cause cause, String description, Carbon effect) {}

  /**
   * A judgement.
   *
   * @param effect cumulative, of what counts, without sign
   * @param counted what counts
   * @param ignored what does not
   */
  public record Judgement(
      boolean isRecalculated, Carbon effect, List<Trigger> counted, List<Trigger> ignored) {}

  /**
   * @throws IllegalArgumentException if the total or the threshold is not positive
   */
  public BaseYear {
    if (total.micrograms() <= 0 || thresholdPercent.signum() <= 0) {
      throw new IllegalArgumentException(
          "base year " + year + " needs a positive total and threshold");
    }
  }

  /**
   * Whether to recalculate: the sizes of what counts, added without regard to their sign so that
   * two large effects can't hide each other, are above the threshold.
   */
  public Judgement judge(List<Trigger> triggers) {
    List<Trigger> counted = new ArrayList<>();
    List<Trigger> ignored = new ArrayList<>();
    triggers.forEach(trigger -> (trigger.cause().counts() ? counted : ignored).add(trigger));
    long effect =
        counted.stream()
            .mapToLong(trigger -> Math.abs(trigger.effect().micrograms()))
            .reduce(0, Math::addExact);
    BigDecimal share = BigDecimal.valueOf(effect).multiply(BigDecimal.valueOf(100));
    BigDecimal limit = BigDecimal.valueOf(total.micrograms()).multiply(thresholdPercent);
    return new Judgement(
        share.compareTo(limit) > 0, new Carbon(effect), List.copyOf(counted), List.copyOf(ignored));
  }
}

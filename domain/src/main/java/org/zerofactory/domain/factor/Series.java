package org.zerofactory.domain.factor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The factors of one series: years, hours, and editions of the same time. Nothing is overwritten:
 * what a later publication corrects stays, and {@link #asOf} goes back to what was known.
 */
public final class Series {

  /** A factor in use at some time, and whether it only stands in for one not yet published. */
  public record Choice(Factor factor, boolean provisional) {}

  private static final Timeline.Reading<Factor> READING =
      new Timeline.Reading<>(Factor::id, Factor::validity, factor -> factor.source().published());

  private final String id;
  private final List<Factor> factors;
  private final Timeline<Factor> timeline;

  /**
   * @throws IllegalArgumentException if the series is empty, holds a foreign factor, the same id
   *     twice, factors of different units, or two validities of one publication overlap
   */
  public Series(String id, List<Factor> factors) {
    this.id = id;
    this.factors =
        factors.stream()
            .sorted(
                Comparator.comparing((Factor factor) -> factor.validity().start())
                    .thenComparing(factor -> factor.source().published()))
            .toList();
    requireOneKind();
    try {
      this.timeline = Timeline.of(this.factors, READING);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("series " + id + ": " + wrong.getMessage(), wrong);
    }
  }

  private void requireOneKind() {
    Set<String> ids = new HashSet<>();
    for (Factor factor : factors) {
      if (!factor.series().equals(id)) {
        throw new IllegalArgumentException(
            "factor " + factor.id() + " belongs to " + factor.series() + ", not to " + id);
      }
      if (factor.per() != factors.get(0).per()) {
        throw new IllegalArgumentException(
            "factor " + factor.id() + " is per " + factor.per().word() + ", series " + id + " not");
      }
      if (!ids.add(factor.id())) {
        throw new IllegalArgumentException(
            "series " + id + " has factor " + factor.id() + " twice");
      }
    }
  }

  public String id() {
    return id;
  }

  /** All editions, sorted by the start of their validity, then by publication. */
  public List<Factor> factors() {
    return factors;
  }

  /**
   * The factor for activity at an instant, by the newest publication.
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

  /**
   * As {@link #at}, by what an edition and those published before it say.
   *
   * @throws IllegalArgumentException if no factor of the series is of that edition
   */
  public Choice at(Instant instant, String asOfEdition) {
    String published =
        factors.stream()
            .filter(factor -> factor.key().edition().equals(asOfEdition))
            .map(factor -> factor.source().published())
            .max(Comparator.naturalOrder())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected an edition of series "
                            + id
                            + " out of "
                            + String.join(", ", editions())
                            + ", but was "
                            + asOfEdition));
    return publishedBy(published)
        .orElseThrow(() -> new MissingFactorException(id, instant))
        .at(instant);
  }

  /**
   * The series as it was known on a day; empty if nothing was published yet. A month or year of
   * publication counts from its first day.
   */
  public Optional<Series> asOf(LocalDate day) {
    return publishedBy(day.toString());
  }

  /** The editions in it, oldest first. */
  public List<String> editions() {
    return factors.stream()
        .sorted(Comparator.comparing(factor -> factor.source().published()))
        .map(factor -> factor.key().edition())
        .distinct()
        .toList();
  }

  private Optional<Series> publishedBy(String date) {
    List<Factor> known =
        factors.stream()
            .filter(factor -> factor.source().published().compareTo(date) <= 0)
            .toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(new Series(id, known));
  }
}

package org.zerofactory.domain.instrument;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.quantity.Energy;

/**
 * How instruments must match consumption. Rules are data, since the GHG Protocol's revision of the
 * Scope 2 Guidance (consulted 2025-10 to 2026-01, final text expected 2027) is not in force: its
 * thresholds are not known and therefore parameters.
 *
 * @param interval in which generation and consumption must meet
 * @param boundary within which they must lie
 * @param unmatched factor of what no instrument covers
 * @param legacyUntil before this date instruments marked as legacy still match by the month
 * @param loadProfileAllowed whether a longer volume may be spread over hours by a stated profile
 * @param exemptBelow sites that consume less a year match by the month
 * @param vintageMonths how long before the month of consumption the generation may have ended
 */
public record MatchingRule(
    Match interval,
    Market.Boundary boundary,
    Unmatched unmatched,
    Optional<LocalDate> legacyUntil,
    boolean loadProfileAllowed,
    OptionalLong exemptBelow,
    int vintageMonths) {

  /** In what generation and consumption meet. */
  public enum Match {
    YEAR,
    MONTH,
    HOUR;

    /** The word in files and exports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The factor of what no instrument covers. */
  public enum Unmatched {
    GRID_AVERAGE("grid-average"),
    RESIDUAL("residual"),
    FOSSIL("fossil");

    private final String word;

    Unmatched(String word) {
      this.word = word;
    }

    /** The word in files and exports. */
    public String word() {
      return word;
    }
  }

  /**
   * The guidance of 2015 as this platform applies it: by the month, which is stricter than the year
   * that the guidance asks for. It names no number for "as close as possible"; 12 months is our
   * choice.
   */
  public static final MatchingRule GUIDANCE_2015 =
      new MatchingRule(
          Match.MONTH,
          Market.Boundary.COUNTRY,
          Unmatched.RESIDUAL,
          Optional.empty(),
          true,
          OptionalLong.empty(),
          12);

  /** The draft revision in its strictest reading: by the hour, the rest fossil, no exemption. */
  public static final MatchingRule DRAFT_REVISION =
      new MatchingRule(
          Match.HOUR,
          Market.Boundary.GRID_REGION,
          Unmatched.FOSSIL,
          Optional.empty(),
          true,
          OptionalLong.empty(),
          0);

  /**
   * @throws IllegalArgumentException if a number is negative
   */
  public MatchingRule {
    if (vintageMonths < 0 || exemptBelow.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "expected 0 or more vintage months and exempt Wh, but were "
              + vintageMonths
              + " and "
              + exemptBelow.orElse(0));
    }
  }

  /** The interval that holds for a site of that yearly consumption. */
  public Match intervalFor(Energy yearlyLoad) {
    boolean isExempt = exemptBelow.isPresent() && yearlyLoad.wattHours() < exemptBelow.getAsLong();
    return isExempt && interval == Match.HOUR ? Match.MONTH : interval;
  }

  /** Whether the instrument may match a month's consumption by the old rule. */
  public boolean isLegacy(Instrument instrument, YearMonth consumption) {
    return instrument.terms().legacy()
        && legacyUntil.filter(until -> consumption.atEndOfMonth().isBefore(until)).isPresent();
  }

  /** The same rule with another interval. */
  public MatchingRule by(Match other) {
    return new MatchingRule(
        other, boundary, unmatched, legacyUntil, loadProfileAllowed, exemptBelow, vintageMonths);
  }
}

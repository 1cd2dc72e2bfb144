package org.zerofactory.domain.inventory;

import java.util.Locale;

/**
 * Why an input can't be accounted.
 *
 * @param place the entry, meter or cover
 * @param reason with the value that was found and what was expected
 */
public record Refusal(Kind kind, String place, String reason) {

  /** What is wrong, for programs. */
  public enum Kind {
    UNAPPROVED,
    NO_DOCUMENT,
    OUTSIDE_BOUNDARY,
    DOUBLE,
    MISSING_FACTOR,
    MISSING_POTENTIAL,
    WRONG_UNIT,
    WRONG_USE,
    COVER_BEYOND_CONSUMPTION,
    /** A site of the organisation of which nothing is held. */
    MISSING_SITE,
    /** A site's inventory of another period, method or set of potentials. */
    OTHER_TERMS,
    /** A site's inventory that nobody published, or that would be another today. */
    NOT_PUBLISHED;

    /** The word in files and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String toString() {
    return place + ": " + reason;
  }
}

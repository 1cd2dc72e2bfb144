package org.zerofactory.domain.offset;

/**
 * Carbon credits that a site registered, one run of serials.
 *
 * @param year for which the site means to use them
 * @param methodology of the crediting programme
 * @param vintage year in which the reduction or removal happened
 * @param kilograms CO2e, whole; at most what the serials stand for
 */
public record OffsetCredit(
    String site,
    int year,
    SerialRange serials,
    String project,
    String methodology,
    CreditKind kind,
    int vintage,
    long kilograms) {

  private static final int FIRST_VINTAGE = 1990;

  /**
   * @throws IllegalArgumentException naming the field that is wrong
   */
  public OffsetCredit {
    require(project, "project");
    require(methodology, "methodology");
    long most = serials.count() * SerialRange.KILOGRAMS_PER_SERIAL;
    if (kilograms < 1 || kilograms > most) {
      throw new IllegalArgumentException(
          "kilograms: expected 1 to "
              + most
              + " for "
              + serials.count()
              + " serials of a tonne, found "
              + kilograms);
    }
    if (vintage < FIRST_VINTAGE || vintage > year + 1) {
      throw new IllegalArgumentException(
          "vintage: expected a year from "
              + FIRST_VINTAGE
              + " to "
              + (year + 1)
              + ", found "
              + vintage);
    }
  }

  private static void require(String text, String field) {
    if (text.isBlank() || text.length() > 200) {
      throw new IllegalArgumentException(
          field + ": expected 1 to 200 characters, found \"" + text + "\"");
    }
  }
}

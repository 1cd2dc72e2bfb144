package org.zerofactory.domain.instrument;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;

/**
 * How many green certificates a month's generation gives, and what goes over to the next month.
 *
 * <p>Source: rules of China's green certificates: one stands for 1,000 kWh, the remainder is
 * carried to the next month, a certificate is valid for two years (one stored copy; that the two
 * years begin with the month of generation is from memory, unverified).
 *
 * @param certificates whole ones
 * @param carry below one certificate, for the next month
 */
public record CertificateIssue(long certificates, Energy carry) {

  /** Energy of one green certificate of China. */
  public static final Energy GEC = new Energy(1_000_000);

  private static final int VALID_MONTHS = 24;

  /**
   * @param carried from the month before, below one certificate
   * @param generation of the month
   * @throws IllegalArgumentException if an energy is negative or a whole certificate was carried
   */
  public static CertificateIssue of(Energy carried, Energy generation) {
    if (carried.wattHours() < 0 || carried.compareTo(GEC) >= 0 || generation.wattHours() < 0) {
      throw new IllegalArgumentException(
          "expected a carry of 0 to 999999 Wh and generation of 0 Wh or more, but were "
              + carried.wattHours()
              + " and "
              + generation.wattHours());
    }
    long energy = carried.plus(generation).wattHours();
    return new CertificateIssue(energy / GEC.wattHours(), new Energy(energy % GEC.wattHours()));
  }

  /** The first day on which a green certificate of China of that production is no longer valid. */
  public static LocalDate expiry(Interval production, ZoneId zone) {
    return YearMonth.from(production.start().atZone(zone)).plusMonths(VALID_MONTHS).atDay(1);
  }
}

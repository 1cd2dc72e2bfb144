package org.zerofactory.domain.account;

import java.time.YearMonth;
import java.util.List;

/**
 * Why a figure of a month is not stated, or rests on less than it should.
 *
 * @param code {@code missing-factor} (no emissions are stated), {@code missing-readings} (a
 *     measure's saving is not counted, or a fuel's volume is a part of the whole), {@code
 *     refused-baseline} (a measure's regression does not meet its criteria), {@code counted-twice}
 *     (another measure counts the same energy), {@code residual-missing} or {@code residual-zero}
 *     (the grid average takes the place of the residual mix)
 * @param month local month
 * @param detail what is missing, for people
 */
public record AccountFault(String code, YearMonth month, String detail) {

  static AccountFault missingFactor(YearMonth month, String detail) {
    return new AccountFault("missing-factor", month, detail);
  }

  static AccountFault refusedBaseline(YearMonth month, String measure, List<String> reasons) {
    return new AccountFault(
        "refused-baseline",
        month,
        "measure " + measure + " is not counted: " + String.join("; ", reasons));
  }

  static AccountFault countedTwice(YearMonth month, String measure, String reason) {
    return new AccountFault(
        "counted-twice", month, "measure " + measure + " is not counted: " + reason);
  }

  static AccountFault missingReadings(YearMonth month, String what, long quarterHours) {
    return new AccountFault(
        "missing-readings", month, what + ": " + quarterHours + " quarter-hour readings missing");
  }
}

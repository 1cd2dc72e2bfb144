package org.zerofactory.domain.account;

import java.time.YearMonth;

/**
 * Why a figure of a month is not stated, or rests on less than it should.
 *
 * @param code {@code missing-factor} (no emissions are stated) or {@code missing-readings} (a
 *     measure's saving is not counted, or a fuel's volume is a part of the whole), {@code
 *     residual-missing} or {@code residual-zero} (the grid average takes the place of the residual
 *     mix)
 * @param month local month
 * @param detail what is missing, for people
 */
public record AccountFault(String code, YearMonth month, String detail) {

  static AccountFault missingFactor(YearMonth month, String detail) {
    return new AccountFault("missing-factor", month, detail);
  }

  static AccountFault missingReadings(YearMonth month, String what, long quarterHours) {
    return new AccountFault(
        "missing-readings", month, what + ": " + quarterHours + " quarter-hour readings missing");
  }
}

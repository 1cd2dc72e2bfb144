package org.zerofactory.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import org.zerofactory.domain.metering.Interval;

/** Local days, {@code [from, to)}. */
public record DatePeriod(LocalDate from, LocalDate to) {

  /**
   * @throws IllegalArgumentException if {@code to} is not after {@code from}
   */
  public DatePeriod {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException(
          "a period must end after it begins, but was " + from + " to " + to);
    }
  }

  /** The same time as instants, cut at the zone's midnights. */
  public Interval in(ZoneId zone) {
    return new Interval(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
  }
}

package org.zerofactory.domain.ledger;

import java.math.BigDecimal;
import java.util.Map;
import org.zerofactory.domain.journal.Json;

/**
 * The base year that a site chose, and from when on a change recalculates it.
 *
 * @param thresholdPercent of the base year's total, more than 0 and at most 100
 * @param reason why this year
 */
public record BaseYearChoice(int year, BigDecimal thresholdPercent, String reason) {

  /**
   * @throws IllegalArgumentException if the threshold is no such percentage
   */
  public BaseYearChoice {
    if (thresholdPercent.signum() <= 0 || thresholdPercent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException(
          "expected more than 0 and at most 100 percent, but was " + thresholdPercent);
    }
  }

  /** As answers and the audit trail show it. */
  public Json json() {
    return new Json.Obj(
        Map.of(
            "year", Json.of(year),
            "thresholdPercent", Json.of(thresholdPercent.toPlainString()),
            "reason", Json.of(reason)));
  }
}

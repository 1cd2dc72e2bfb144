package org.zerofactory.rules.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.Interval;

/**
 * Prices by local month and hour.
 *
 * @param synthetic whether the prices are invented
 * @param hours 24 prices by month, in 10^-6 yuan/kWh, which is 10^-9 yuan/Wh
 */
public record Tariff(
    String id, boolean synthetic, Interval validity, ZoneId zone, Map<Integer, List<Long>> hours) {

  public Tariff {
    hours = Map.copyOf(hours);
  }

  /** Price at an instant in 10^-9 yuan for each Wh, exact; empty outside the validity. */
  public OptionalLong nanoYuanPerWattHour(Instant instant) {
    if (!validity.contains(instant)) {
      return OptionalLong.empty();
    }
    ZonedDateTime local = instant.atZone(zone);
    return OptionalLong.of(
        java.util.Objects.requireNonNull(hours.get(local.getMonthValue())).get(local.getHour()));
  }
}

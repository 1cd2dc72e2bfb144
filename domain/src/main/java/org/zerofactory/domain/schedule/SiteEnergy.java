package org.zerofactory.domain.schedule;

import java.time.Instant;
import java.util.List;

/**
 * What energy costs and how much carbon it carries in the quarter hours of a plan.
 *
 * @param currency ISO 4217 code of all money
 * @param start of the first quarter hour
 * @param quarterHours without gaps
 */
public record SiteEnergy(
    String currency, Instant start, List<QuarterHour> quarterHours, Connection connection) {

  public SiteEnergy {
    quarterHours = List.copyOf(quarterHours);
  }

  /**
   * One quarter hour.
   *
   * @param price money per kWh imported, 0 or more
   * @param feedIn money per kWh exported, 0 to {@code price}
   * @param gramsPerKwh CO2e of imported energy, location-based, 0 or more
   */
  public record QuarterHour(double price, double feedIn, double gramsPerKwh) {}
}

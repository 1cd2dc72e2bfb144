package org.zerofactory.domain.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.zerofactory.domain.metering.QuarterHours;

/**
 * Mean power of coming quarter hours with its spread, as it was known at one instant.
 *
 * @param subject what is forecast: the id of a PV array or a load, or {@code pv} and {@code load}
 *     for the whole site
 * @param madeAt the newest instant whose measurements were used; nothing later was known
 * @param start beginning of the first quarter hour, a whole quarter hour of UTC
 * @param quarterHours one after the other without gaps from {@code start}, 1 to 2,688 (four weeks)
 * @param source what it rests on, such as {@code own-history} or {@code weather-file}
 */
public record Forecast(
    String subject, Instant madeAt, Instant start, List<Quantiles> quarterHours, String source) {

  /** Length of one step. */
  public static final Duration STEP = Duration.ofSeconds(QuarterHours.SECONDS);

  /** The longest horizon: four weeks. */
  public static final int MAXIMUM_STEPS = 2_688;

  public Forecast {
    quarterHours = List.copyOf(quarterHours);
    if (subject.isBlank()) {
      throw new IllegalArgumentException("subject of a forecast: expected an id, got \"\"");
    }
    if (start.getEpochSecond() % STEP.toSeconds() != 0 || start.getNano() != 0) {
      throw new IllegalArgumentException(
          "start of the forecast of " + subject + ": expected a quarter hour of UTC, got " + start);
    }
    if (quarterHours.isEmpty() || quarterHours.size() > MAXIMUM_STEPS) {
      throw new IllegalArgumentException(
          "forecast of %s: expected 1 to %d quarter hours, got %d"
              .formatted(subject, MAXIMUM_STEPS, quarterHours.size()));
    }
  }

  /** Beginning of the quarter hour after the last one. */
  public Instant end() {
    return start.plus(STEP.multipliedBy(quarterHours.size()));
  }
}

package org.zerofactory.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.forecast.Quantiles;

class PvForecasterTest {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final int DAYS = 40;
  private static final Instant PRESENT = START.plusSeconds(35 * 86_400L + 9 * 3_600);

  @Test
  void theFutureChangesNothing() {
    double[] power = days(1);
    double[] changed = power.clone();
    Arrays.fill(changed, 35 * 96 + 36, changed.length, 7);

    Forecast one = PvForecaster.of(series(power), PRESENT, 672);
    Forecast other = PvForecaster.of(series(changed), PRESENT, 672);

    assertThat(other).isEqualTo(one);
  }

  @Test
  void cloudlessDaysAreForecastAsTheyWere() {
    Forecast forecast = PvForecaster.of(series(days(0)), PRESENT, 96);

    double noon = forecast.quarterHours().get(96 + 48 - 36 - 96).p50();
    assertThat(noon).isCloseTo(clear(48), within(0.05 * clear(48)));
    Quantiles night = forecast.quarterHours().get(60);
    assertThat(night).isEqualTo(Quantiles.certain(0));
  }

  @Test
  void aDarkMorningLowersTheNextHourMoreThanTheNextDay() {
    double[] power = days(1);
    for (int quarter = 35 * 96 + 24; quarter < 35 * 96 + 36; quarter++) {
      power[quarter] = 0.05 * clear(quarter % 96);
    }

    Forecast dark = PvForecaster.of(series(power), PRESENT, 192);
    Forecast usual = PvForecaster.of(series(days(1)), PRESENT, 192);

    double soon = ratio(dark, usual, 1);
    double tomorrow = ratio(dark, usual, 97);
    assertThat(soon).isLessThan(0.95);
    assertThat(tomorrow).isGreaterThan(soon);
  }

  @Test
  void twoThirdsAndMoreOfWhatComesLiesBetweenTheQuantiles() {
    PowerSeries all = series(days(3));
    int inside = 0;
    int pairs = 0;
    for (int day = 15; day < 38; day++) {
      for (int hour = 0; hour < 24; hour += 3) {
        Instant origin = START.plusSeconds(day * 86_400L + hour * 3_600);
        Forecast forecast = PvForecaster.of(all, origin, 96);
        for (int step = 0; step < 96; step++) {
          int quarter = day * 96 + hour * 4 + step;
          if (clear(quarter % 96) > 20) {
            double came = all.kilowatts()[quarter];
            Quantiles said = forecast.quarterHours().get(step);
            inside += came >= said.p10() && came <= said.p90() ? 1 : 0;
            pairs++;
          }
        }
      }
    }
    assertThat((double) inside / pairs).isBetween(0.68, 0.92);
  }

  @Test
  void gapsAndAnEmptyPastAreBorne() {
    double[] power = days(2);
    Arrays.fill(power, 20 * 96, 23 * 96 + 50, Double.NaN);

    assertThat(PvForecaster.of(series(power), PRESENT, 672).quarterHours()).hasSize(672);
    Forecast nothing = PvForecaster.of(series(new double[0]), PRESENT, 4);
    assertThat(nothing.quarterHours()).containsOnly(Quantiles.certain(0));
  }

  @Test
  void whatCannotBeIsRefusedWithItsTime() {
    double[] power = days(1);
    power[5] = -1;

    assertThatThrownBy(() -> series(power)).hasMessageContaining("2026-06-01T01:15:00Z");
    assertThatThrownBy(() -> PvForecaster.of(series(days(1)), PRESENT, 0))
        .hasMessageContaining("steps");
    assertThatThrownBy(() -> new Place(91, 0, 0)).hasMessageContaining("latitude");
  }

  /** Winter noon in Wuhan: 90 - 30.6 - 23.4 degrees high. */
  @Test
  void theSunStandsWhereItShould() {
    double zenith = new Place(30.6, 114.3, 20).sun(Instant.parse("2026-12-21T04:21:00Z")).zenith();

    assertThat(zenith).isCloseTo(54.0, within(0.1));
  }

  private static double ratio(Forecast one, Forecast other, int step) {
    return one.quarterHours().get(step).p50() / other.quarterHours().get(step).p50();
  }

  private static PowerSeries series(double[] power) {
    return new PowerSeries("plant", START, power);
  }

  private static double clear(int ofDay) {
    return Math.max(0, 100 * Math.sin(Math.PI * (ofDay - 20) / 56));
  }

  /** Days of clear sky for seed 0, otherwise each with clouds that change slowly. */
  private static double[] days(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] power = new double[DAYS * 96];
    double index = 0.8;
    for (int quarter = 0; quarter < power.length; quarter++) {
      index = quarter % 96 == 0 ? 0.4 + 0.6 * random.nextDouble() : index;
      double flicker = 0.15 * (random.nextDouble() - 0.5);
      double share = seed == 0 ? 1 : Math.max(0.05, Math.min(1, index + flicker));
      power[quarter] = share * clear(quarter % 96);
    }
    return power;
  }
}

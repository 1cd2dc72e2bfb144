package org.zerofactory.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The site's calendar year 2025, read from the registers as any client would. */
class PlantYearTest {

  private static final double MWH = 1e6;
  private static final long DECEMBER = Instant.parse("2024-11-30T16:00:00Z").getEpochSecond();
  private static final long START = Instant.parse("2024-12-31T16:00:00Z").getEpochSecond();
  private static final long END = Instant.parse("2025-12-31T16:00:00Z").getEpochSecond();
  private static final PlantReading PLANT = PlantReading.of(1, END + 86_400);

  @Test
  void theLoadIsAboutSixtyGigawattHours() {
    double load = rise("energy-import", "feeder-.*", START, END) / MWH;

    assertThat(load).isBetween(58_500.0, 61_500.0);
  }

  @Test
  void pvYieldsAboutOneThousandTwentyHoursAndIsNearlyAllUsedHere() {
    double produced = rise("energy-produced", "pv-.*", START, END) / MWH;
    double exported = rise("energy-export", "grid", START, END) / MWH;

    assertThat(produced).isBetween(8_000.0, 8_400.0);
    assertThat(1 - exported / produced).isBetween(0.95, 0.97);
  }

  // The saving is nowhere written down: December's efficiency before the retrofit, applied to the
  // air of the year after it, against what the compressors really drew.
  @Test
  void theCompressorsRetrofitSavesAboutFourHundredTwentyMegawattHours() {
    double specificBefore =
        rise("energy-import", "compressor-.*", DECEMBER, START)
            / (double) rise("air-volume", "compressed-air", DECEMBER, START);
    double drawn = rise("energy-import", "compressor-.*", START, END);
    double air = rise("air-volume", "compressed-air", START, END);

    assertThat(drawn / MWH).isBetween(6_350.0, 6_650.0);
    assertThat((specificBefore * air - drawn) / MWH).isBetween(410.0, 430.0);
  }

  @Test
  void burnInInTheSunAvoidsGridImportWithoutDrawingLess() {
    double avoided = 0;
    for (long quarter = START; quarter < END; quarter += 900) {
      double imported = rise("energy-import", "grid", quarter, quarter + 900);
      double net = imported - rise("energy-export", "grid", quarter, quarter + 900);
      double executed = rise("energy-import", "burn-in-\\d", quarter, quarter + 900);
      double planned = rise("planned-energy", "burn-in-plan", quarter, quarter + 900);
      avoided += Math.max(0, net - executed + planned) - imported;
    }
    double executed = rise("energy-import", "burn-in-\\d", START, END);
    double planned = rise("planned-energy", "burn-in-plan", START, END);

    assertThat(avoided / MWH).isBetween(250.0, 350.0);
    assertThat(executed).isCloseTo(planned, within(0.005 * planned));
  }

  // motors draw most reactive energy, ovens least; a meter sees them in this order
  @Test
  void eachFeederHasThePowerFactorOfItsKindOfLoad() {
    assertThat(powerFactor("feeder-burn-in")).isBetween(0.985, 0.995);
    assertThat(powerFactor("feeder-smt")).isBetween(0.965, 0.975);
    assertThat(powerFactor("feeder-building")).isBetween(0.945, 0.965);
    assertThat(powerFactor("feeder-assembly")).isBetween(0.94, 0.96);
    assertThat(powerFactor("feeder-utilities")).isBetween(0.85, 0.93);
    assertThat(powerFactor("grid")).isBetween(0.92, 0.96);
  }

  private static double powerFactor(String device) {
    double active = rise("energy-import", device, START, END);
    return active / Math.hypot(active, rise("reactive-energy", device, START, END));
  }

  @Test
  void theLoadRestsAtNationalDayAndPvAtNight() {
    long holidayNoon = Instant.parse("2025-10-02T04:00:00Z").getEpochSecond();
    long workdayNoon = Instant.parse("2025-09-25T04:00:00Z").getEpochSecond();
    long midnight = Instant.parse("2025-07-01T16:00:00Z").getEpochSecond();

    assertThat(load(holidayNoon)).isLessThan(0.5 * load(workdayNoon));
    assertThat(PLANT.gauge("pv-1.active-power", midnight)).isZero();
  }

  private static double load(long instant) {
    double pv = 0;
    for (int inverter = 1; inverter <= 8; inverter++) {
      pv += PLANT.gauge("pv-" + inverter + ".active-power", instant);
    }
    return PLANT.gauge("grid.active-power", instant) + pv;
  }

  private static long rise(String quantity, String devices, long from, long to) {
    return PLANT.sum(quantity, to, name -> name.matches(devices))
        - PLANT.sum(quantity, from, name -> name.matches(devices));
  }
}

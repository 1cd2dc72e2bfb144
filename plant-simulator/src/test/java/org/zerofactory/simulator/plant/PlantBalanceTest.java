package org.zerofactory.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.zerofactory.simulator.point.Kind;
import org.zerofactory.simulator.point.Point;

/** What holds at every instant of the plant: two years are drawn from, second by second. */
class PlantBalanceTest {

  private static final long FIRST = Plant.COMMISSIONED.getEpochSecond();
  private static final long LAST = FIRST + 735 * 86_400L;
  private static final PlantReading PLANT = PlantReading.of(1, LAST + 86_400);
  private static final Map<String, String> LEAVES =
      Map.of(
          "feeder-smt", "smt-.*",
          "feeder-assembly", "assembly-.*",
          "feeder-burn-in", "burn-in-\\d",
          "feeder-utilities", "compressor-.*|chiller-.*|nitrogen",
          "feeder-building", "hvac|lighting|office");

  @Property(tries = 400)
  void aFeederShowsTheSumOfItsLeaves(@ForAll @LongRange(min = 0, max = 735 * 86_400L) long offset) {
    long instant = FIRST + offset;

    LEAVES.forEach(
        (feeder, leaves) -> {
          long children = PLANT.sum("energy-import", instant, name -> name.matches(leaves));
          assertThat(PLANT.register(feeder + ".energy-import", instant)).isEqualTo(children);
        });
  }

  @Property(tries = 2000)
  void importPlusPvMinusExportIsTheLoadToTheWattHour(
      @ForAll @LongRange(min = 0, max = 735 * 86_400L) long offset) {
    long instant = FIRST + offset;

    long imported = PLANT.register("grid.energy-import", instant);
    long exported = PLANT.register("grid.energy-export", instant);
    long produced = PLANT.sum("energy-produced", instant, name -> true);
    long load = PLANT.sum("energy-import", instant, name -> name.startsWith("feeder-"));

    assertThat(imported + produced - exported).isEqualTo(load);
  }

  @Property(tries = 400)
  void theGridsReactiveEnergyIsTheSumOfTheFeeders(
      @ForAll @LongRange(min = 0, max = 735 * 86_400L) long offset) {
    long instant = FIRST + offset;

    assertThat(PLANT.register("grid.reactive-energy", instant))
        .isEqualTo(PLANT.sum("reactive-energy", instant, name -> name.startsWith("feeder-")));
  }

  @Property(tries = 300)
  void noRegisterEverFalls(
      @ForAll @LongRange(min = 0, max = 734 * 86_400L) long offset,
      @ForAll @IntRange(min = 0, max = 2_000) int later) {
    for (Point point : PLANT.points()) {
      if (point.kind() == Kind.REGISTER) {
        long before = PLANT.register(point.nodeName(), FIRST + offset);

        assertThat(PLANT.register(point.nodeName(), FIRST + offset + later))
            .as(point.nodeName())
            .isGreaterThanOrEqualTo(before);
      }
    }
  }

  @Property(tries = 300)
  void gridPowerIsTheFeedersPowerMinusPv(
      @ForAll @LongRange(min = 0, max = 735 * 86_400L) long offset) {
    long instant = FIRST + offset;
    double expected = 0;

    for (Point point : PLANT.points()) {
      if (point.quantity().equals("active-power") && point.device().startsWith("feeder-")) {
        expected += PLANT.gauge(point.nodeName(), instant);
      } else if (point.quantity().equals("active-power") && point.device().startsWith("pv-")) {
        expected -= PLANT.gauge(point.nodeName(), instant);
      }
    }

    assertThat(PLANT.gauge("grid.active-power", instant)).isCloseTo(expected, within(1e-6));
  }

  @Property(tries = 300)
  void aQuarterHoursPowerFitsItsRegister(@ForAll @IntRange(min = 0, max = 70_000) int quarter) {
    long start = FIRST + quarter * 900L;
    double mean = 0;

    for (int tick = 0; tick < 180; tick++) {
      mean += PLANT.gauge("feeder-utilities.active-power", start + tick * 5L) / 180;
    }

    double measured = PLANT.rise("feeder-utilities.energy-import", start, start + 900) / 250.0;
    assertThat(mean).isCloseTo(measured, within(1e-6 * measured));
  }
}

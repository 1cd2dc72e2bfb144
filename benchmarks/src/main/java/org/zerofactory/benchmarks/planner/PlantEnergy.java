package org.zerofactory.benchmarks.planner;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.zerofactory.rules.alert.Tariff;
import org.zerofactory.rules.alert.Tariffs;
import org.zerofactory.schedule.grid.SlotEnergy;

/**
 * Sun, remaining load and prices of a made-up week, CNY. Energy costs the packaged time-of-use
 * tariff plus 100 CNY for each tonne of the grid's carbon; feed-in earns 0.30 CNY/kWh; a kW of new
 * monthly peak costs 38 CNY. Powers are whole tenths of a kW and prices whole ten-thousandths, so
 * that a solver of whole numbers sees the same problem.
 *
 * @param loadKw what the rest of the plant draws per slot
 */
record PlantEnergy(SlotEnergy prices, double[] loadKw) {

  private static final Instant MONDAY = Instant.parse("2026-06-14T16:00:00Z"); // midnight, +08:00
  private static final String TARIFF = "synthetic-cn-time-of-use";
  private static final double FEED_IN = 0.30;
  private static final double CARBON_YUAN_PER_KG = 0.1;
  private static final double PEAK_YUAN_PER_KW = 38;
  private static final double SUNRISE = 5.4;
  private static final double SUNSET = 19.4;

  static PlantEnergy of(int slots, double ratedKw, SplittableRandom random) {
    double[] load = new double[slots];
    double[] middle = new double[slots];
    double[] low = new double[slots];
    double[] high = new double[slots];
    double[] cost = new double[slots];
    double[] revenue = new double[slots];
    Arrays.fill(revenue, FEED_IN);
    Tariff tariff = Tariffs.packaged().find(TARIFF).orElseThrow();
    double sunKw = 0.6 * ratedKw;
    for (int day = 0; day * PlantWeek.SLOTS_OF_DAY < slots; day++) {
      double clear = random.nextDouble(0.3, 1);
      double doubt = random.nextDouble(0.5, 0.8);
      for (int of = 0; of < PlantWeek.SLOTS_OF_DAY; of++) {
        int slot = day * PlantWeek.SLOTS_OF_DAY + of;
        double hour = (of + 0.5) / 4;
        double sun = sun(hour);
        double here = sun * clear * random.nextDouble(0.85, 1);
        boolean busy = day < 5 && hour >= 6 && hour < 22;
        load[slot] = tenths(ratedKw * (busy ? 0.2 : 0.12) * random.nextDouble(0.95, 1.05));
        middle[slot] = tenths(load[slot] - sunKw * here);
        low[slot] = tenths(load[slot] - sunKw * here * doubt);
        high[slot] = tenths(load[slot] - sunKw * Math.min(sun, here * 1.2));
        double kilograms = 0.62 - 0.16 * sun + random.nextDouble(-0.02, 0.02);
        cost[slot] = Math.rint(1e4 * (yuan(tariff, slot) + CARBON_YUAN_PER_KG * kilograms)) / 1e4;
      }
    }
    SlotEnergy prices =
        new SlotEnergy(
            List.of(
                new SlotEnergy.Scenario("P50", 0.5, middle),
                new SlotEnergy.Scenario("P10", 0.25, low),
                new SlotEnergy.Scenario("P90", 0.25, high)),
            cost,
            revenue,
            tenths(0.3 * sunKw),
            Double.POSITIVE_INFINITY,
            PEAK_YUAN_PER_KW,
            tenths(0.5 * ratedKw),
            List.of(),
            List.of());
    return new PlantEnergy(prices, load);
  }

  /** Share of the plant's best power that a clear June day gives at an hour. */
  private static double sun(double hour) {
    if (hour <= SUNRISE || hour >= SUNSET) {
      return 0;
    }
    double sine = StrictMath.sin(Math.PI * (hour - SUNRISE) / (SUNSET - SUNRISE));
    return StrictMath.pow(sine, 1.3);
  }

  private static double yuan(Tariff tariff, int slot) {
    return tariff.nanoYuanPerWattHour(MONDAY.plusSeconds(900L * slot)).orElseThrow() / 1e6;
  }

  static double tenths(double kilowatts) {
    return Math.rint(10 * kilowatts) / 10;
  }

  /**
   * The same prices after the sun has failed: from {@code from} to before {@code to} every scenario
   * has half of the sun of the cautious one (P10).
   */
  static SlotEnergy shortfall(SlotEnergy energy, double[] loadKw, int from, int to) {
    double[] cautious = energy.scenarios().get(1).baseKw();
    List<SlotEnergy.Scenario> scenarios =
        energy.scenarios().stream()
            .map(
                scenario -> {
                  double[] base = scenario.baseKw().clone();
                  for (int slot = from; slot < Math.min(to, base.length); slot++) {
                    base[slot] = tenths(loadKw[slot] - 0.5 * (loadKw[slot] - cautious[slot]));
                  }
                  return new SlotEnergy.Scenario(scenario.name(), scenario.weight(), base);
                })
            .toList();
    return new SlotEnergy(
        scenarios,
        energy.importCost(),
        energy.exportRevenue(),
        energy.exportLimitKw(),
        energy.importLimitKw(),
        energy.peakCost(),
        energy.freePeakKw(),
        energy.batteries(),
        energy.flexibleLoads());
  }
}

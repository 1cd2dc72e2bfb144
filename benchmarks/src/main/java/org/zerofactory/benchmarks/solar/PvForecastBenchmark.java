package org.zerofactory.benchmarks.solar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.zerofactory.benchmarks.Figures;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.forecast.Quantiles;
import org.zerofactory.forecast.PowerSeries;
import org.zerofactory.forecast.PvForecaster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The PV forecast with a rolling origin: made anew at every quarter hour from what was known then,
 * and judged against what came. Beside it the clear-sky index of the moment held on.
 */
@Command(
    name = "pv-forecast",
    mixinStandardHelpOptions = true,
    description = "Error of the PV forecast against persistence of the clear-sky index.")
public final class PvForecastBenchmark implements Callable<Integer> {

  private static final long STEP = Forecast.STEP.toSeconds();
  private static final int PER_DAY = 96;

  /** The peer holds on the index of the moment; averaged over more quarter hours it is stronger. */
  private static final int[] SPANS = {1, 4, 16, 48};

  @Parameters(index = "0", paramLabel = "DIR", description = "a folder with inverters.csv")
  private Path folder = Path.of(".");

  @Option(
      names = "--from-day",
      defaultValue = "8",
      description = "first day with an origin (${DEFAULT-VALUE})")
  private int fromDay = 8;

  @Option(names = "--inverters", description = "also each inverter by itself")
  private boolean inverters;

  /** For the command line. */
  public PvForecastBenchmark() {}

  @Override
  public Integer call() throws IOException {
    PlantPower plant = PlantPower.read(folder);
    System.out.println(judge(plant.sum()));
    if (inverters) {
      for (String inverter : plant.inverters()) {
        System.out.println(judge(plant.of(inverter)));
      }
    }
    return 0;
  }

  /** Sums over pairs of forecast and measurement. */
  private static final class Tally {
    private double own;
    private final double[] peers = new double[SPANS.length];
    private int pairs;
    private int daylight;
    private int inside;

    void add(Quantiles said, double[] peerSaid, double came, boolean isDay) {
      own += (said.p50() - came) * (said.p50() - came);
      for (int span = 0; span < SPANS.length; span++) {
        peers[span] += (peerSaid[span] - came) * (peerSaid[span] - came);
      }
      pairs++;
      if (isDay) {
        daylight++;
        inside += came >= said.p10() && came <= said.p90() ? 1 : 0;
      }
    }

    void put(Figures line, String name) {
      double rmse = Math.sqrt(own / pairs);
      double peerRmse = Math.sqrt(peers[0] / pairs);
      double strongest = Math.sqrt(Arrays.stream(peers).min().orElseThrow() / pairs);
      line.put(name + "RmseKw", rmse, 2)
          .put(name + "PersistenceRmseKw", peerRmse, 2)
          .put(name + "BelowPersistencePercent", 100 * (1 - rmse / peerRmse), 2)
          .put(name + "BelowStrongestAveragedPercent", 100 * (1 - rmse / strongest), 2)
          .put(name + "InsideP10P90Percent", 100.0 * inside / daylight, 2)
          .put(name + "Pairs", pairs, 0);
    }
  }

  private Figures judge(PowerSeries power) {
    long first = power.start().getEpochSecond() / STEP;
    long end = first + power.kilowatts().length;
    Tally dayAhead = new Tally();
    Tally all = new Tally();
    long begin = System.nanoTime();
    int forecasts = 0;
    for (long origin = first + (long) (fromDay - 1) * PER_DAY; origin + 1 < end; origin++) {
      Forecast forecast = PvForecaster.of(power, Instant.ofEpochSecond(origin * STEP), PER_DAY);
      forecasts++;
      Peer[] peers = new Peer[SPANS.length];
      for (int span = 0; span < SPANS.length; span++) {
        peers[span] = new Peer(power, origin, SPANS[span]);
      }
      for (int step = 0; step < PER_DAY && origin + step < end; step++) {
        double came = power.kilowatts()[(int) (origin + step - first)];
        if (!Double.isNaN(came)) {
          Quantiles said = forecast.quarterHours().get(step);
          long target = origin + step;
          double[] peerSaid = Arrays.stream(peers).mapToDouble(of -> of.power(target)).toArray();
          boolean isDay = peers[0].isDay(target);
          all.add(said, peerSaid, came, isDay);
          if (step == PER_DAY - 1) {
            dayAhead.add(said, peerSaid, came, isDay);
          }
        }
      }
    }
    Figures line =
        new Figures("pv-forecast")
            .put("instance", power.subject())
            .put("days", power.kilowatts().length / (double) PER_DAY, 1)
            .put("fromDay", fromDay, 0);
    dayAhead.put(line, "dayAhead");
    all.put(line, "upToDayAhead");
    return line.put("millisecondsPerForecast", (System.nanoTime() - begin) / 1e6 / forecasts, 2);
  }

  /**
   * The peer: the clear-sky index of the newest daylight, held on. Its clear day is the highest
   * power seen in each quarter hour of the day so far, smoothed with its neighbours.
   */
  private static final class Peer {

    private final double[] clear = new double[PER_DAY];
    private final double highest;
    private double index = 0.7;

    /**
     * @param span quarter hours whose index is averaged
     */
    Peer(PowerSeries power, long origin, int span) {
      long first = power.start().getEpochSecond() / STEP;
      double[] top = new double[PER_DAY];
      for (long quarter = first; quarter < origin; quarter++) {
        double came = power.kilowatts()[(int) (quarter - first)];
        int ofDay = (int) (quarter % PER_DAY);
        top[ofDay] = Double.isNaN(came) ? top[ofDay] : Math.max(top[ofDay], came);
      }
      for (int ofDay = 0; ofDay < PER_DAY; ofDay++) {
        double beside = top[(ofDay + PER_DAY - 1) % PER_DAY] + top[(ofDay + 1) % PER_DAY];
        clear[ofDay] = (beside + 2 * top[ofDay]) / 4;
      }
      highest = Arrays.stream(clear).max().orElse(0);
      index = newest(power, first, origin, span);
    }

    private double newest(PowerSeries power, long first, long origin, int span) {
      double came = 0;
      double possible = 0;
      int count = 0;
      long oldest = Math.max(first, origin - PER_DAY);
      for (long quarter = origin - 1; quarter >= oldest && count < span; quarter--) {
        double measured = power.kilowatts()[(int) (quarter - first)];
        if (isDay(quarter) && !Double.isNaN(measured)) {
          came += measured;
          possible += clear[(int) (quarter % PER_DAY)];
          count++;
        }
      }
      return count == 0 ? index : Math.min(1, came / possible);
    }

    boolean isDay(long quarter) {
      return clear[(int) (quarter % PER_DAY)] > 0.04 * highest;
    }

    double power(long quarter) {
      return index * clear[(int) (quarter % PER_DAY)];
    }
  }
}

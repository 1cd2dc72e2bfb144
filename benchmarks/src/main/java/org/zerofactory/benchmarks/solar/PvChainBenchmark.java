package org.zerofactory.benchmarks.solar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zerofactory.benchmarks.Figures;
import org.zerofactory.domain.solar.ArrayPower;
import org.zerofactory.domain.solar.Irradiance;
import org.zerofactory.domain.solar.PlaneOfArray;
import org.zerofactory.domain.solar.Sun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The PV chain over a year of weather, beside what PVWatts made of the same weather. */
@Command(
    name = "pv-chain",
    mixinStandardHelpOptions = true,
    description = "Energy of a year and hourly error against a PVWatts file.")
public final class PvChainBenchmark implements Callable<Integer> {

  /** Any year without a leap day: the file's months are of several years. */
  private static final int YEAR = 2001;

  private static final double ALBEDO = 0.2;
  private static final Duration STEP = Duration.ofMinutes(5);

  @Parameters(index = "0", paramLabel = "FILE", description = "hourly results of PVWatts")
  private Path file = Path.of(".");

  /** For the command line. */
  public PvChainBenchmark() {}

  @Override
  public Integer call() throws IOException {
    HourlyChain chain = HourlyChain.read(file);
    double plane = 0;
    double planeGiven = 0;
    double ac = 0;
    double acGiven = 0;
    double squares = 0;
    long begin = System.nanoTime();
    for (HourlyChain.Hour hour : chain.hours()) {
      double[] own = own(chain, hour);
      plane += own[0];
      planeGiven += hour.plane();
      ac += own[1];
      acGiven += hour.ac();
      squares += (own[1] - hour.ac()) * (own[1] - hour.ac());
    }
    double capacity = chain.array().inverterKilowatts() * 1000;
    System.out.println(
        new Figures("pv-chain")
            .put("instance", file.getFileName().toString())
            .put("planeEnergyErrorPercent", 100 * (plane / planeGiven - 1), 3)
            .put("acEnergyErrorPercent", 100 * (ac / acGiven - 1), 3)
            .put(
                "hourlyRmsePercentOfCapacity",
                100 * Math.sqrt(squares / chain.hours().size()) / capacity,
                3)
            .put("seconds", (System.nanoTime() - begin) / 1e9, 3));
    return 0;
  }

  /** Plane-of-array irradiance, W/m2, and AC power, W, of an hour. */
  private static double[] own(HourlyChain chain, HourlyChain.Hour hour) {
    if (hour.beam() <= 0 && hour.diffuse() <= 0) {
      return new double[2];
    }
    LocalDate date = LocalDate.of(YEAR, hour.month(), hour.day());
    LocalDateTime local = date.atTime(hour.hour(), 0);
    Instant start = local.toInstant(ZoneOffset.ofHours(chain.offsetHours()));
    Sun sun = middle(chain, start);
    Irradiance outside = Irradiance.of(hour.beam(), hour.diffuse(), sun);
    int day = date.getDayOfYear();
    double plane = PlaneOfArray.of(chain.array(), sun, outside, ALBEDO, day).total();
    ArrayPower power = ArrayPower.of(chain.array(), sun, outside, hour.air(), hour.wind(), day);
    return new double[] {plane, power.ac() * 1000};
  }

  /** The sun in the middle of the part of the hour in which it is up. */
  private static Sun middle(HourlyChain chain, Instant start) {
    List<Instant> up =
        Stream.iterate(start, at -> at.isBefore(start.plusSeconds(3600)), at -> at.plus(STEP))
            .filter(at -> chain.place().sun(at).isUp())
            .toList();
    if (up.isEmpty()) {
      return chain.place().sun(start.plusSeconds(1800));
    }
    Instant first = up.get(0);
    Instant end = up.get(up.size() - 1).plus(STEP);
    Instant middle = first.plus(Duration.between(first, end).dividedBy(2));
    return chain.place().sun(middle);
  }
}

package org.zerofactory.simulator.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.zerofactory.simulator.point.Kind;
import org.zerofactory.simulator.point.Point;
import org.zerofactory.simulator.point.Quality;
import org.zerofactory.simulator.point.Sample;
import org.zerofactory.simulator.point.Source;

/**
 * A CSV series as a device: its register begins at zero and rises by each row's amount, evenly
 * within the quarter hour; an energy register brings {@code active-power} with it. Before the
 * series, and after it, the first and the last value are shown as no longer measured.
 */
public final class ReplayedSeries implements Source {

  private static final int TICK_SECONDS = 5;

  private final List<Point> points;
  private final long start;
  private final long[] register;

  private ReplayedSeries(List<Point> points, SeriesFile.Series series) {
    this.points = points;
    this.start = series.start();
    this.register = series.register();
  }

  /**
   * Reads the whole file.
   *
   * @throws SeriesFileException naming each fault with file and line
   */
  public static ReplayedSeries of(ReplayOption option) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(option.device(), option.quantity(), Kind.REGISTER, option.baseUnit()));
    if (option.baseUnit().equals("Wh")) {
      points.add(new Point(option.device(), "active-power", Kind.GAUGE, "kW"));
    }
    return new ReplayedSeries(List.copyOf(points), SeriesFile.read(option));
  }

  public Instant begin() {
    return Instant.ofEpochSecond(start);
  }

  public Instant end() {
    return Instant.ofEpochSecond(endSecond());
  }

  @Override
  public List<Point> points() {
    return points;
  }

  @Override
  public Sample at(int point, long epochSecond) {
    long second = epochSecond - Math.floorMod(epochSecond, (long) TICK_SECONDS);
    long held = Math.min(Math.max(second, start), endSecond());
    boolean measured = held == second;
    if (point == 1) {
      return shown(held, kilowatts(held), measured);
    }
    return shown(held, counted(held), measured);
  }

  @Override
  public long[] recorded(int point, long from, long to) {
    if (point != 0) {
      return new long[0];
    }
    long first = Math.max(start, -Math.floorDiv(-from, QUARTER_HOUR) * QUARTER_HOUR);
    long last = Math.min(endSecond(), Math.floorDiv(to - 1, QUARTER_HOUR) * QUARTER_HOUR);
    long count = Math.max(0, (last - first) / QUARTER_HOUR + 1);
    return LongStream.range(0, count).map(step -> first + step * QUARTER_HOUR).toArray();
  }

  @Override
  public void extendTo(long epochSecond) {
    // the whole series is in memory from the start
  }

  private static Sample shown(long second, Object value, boolean measured) {
    Sample sample = Sample.good(second, value);
    return measured ? sample : sample.withQuality(Quality.LAST_KNOWN);
  }

  private long endSecond() {
    return start + (register.length - 1) * QUARTER_HOUR;
  }

  private Long counted(long second) {
    int quarter = (int) ((second - start) / QUARTER_HOUR);
    long into = (second - start) % QUARTER_HOUR;
    return into == 0
        ? register[quarter]
        : register[quarter] + amount(quarter) * into / QUARTER_HOUR;
  }

  /** Power of the running quarter hour; at the very end, of the last one. */
  private Double kilowatts(long second) {
    int quarter = (int) Math.min(register.length - 2, (second - start) / QUARTER_HOUR);
    return amount(quarter) / 250.0;
  }

  private long amount(int quarter) {
    return register[quarter + 1] - register[quarter];
  }
}

package org.zerofactory.simulator.plant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.zerofactory.simulator.plant.PlantLayout.Entry;
import org.zerofactory.simulator.point.Kind;
import org.zerofactory.simulator.point.Point;
import org.zerofactory.simulator.point.Sample;
import org.zerofactory.simulator.point.Source;

/**
 * The electronics plant. Its meters were started at {@link #COMMISSIONED}, whatever part of their
 * history is served, so that a register shows the same at the same instant in every run of a seed.
 */
public final class Plant implements Source {

  /** Midnight of 1 January 2024 in the plant's zone, when all registers stood at zero. */
  public static final Instant COMMISSIONED = Instant.parse("2023-12-31T16:00:00Z");

  /** Ten years; the plant stands still after its last day. */
  public static final int MAXIMUM_DAYS = 3_660;

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final long DAY_SECONDS = 86_400;
  private static final long FIRST_SECOND = COMMISSIONED.getEpochSecond();

  private final DayModel model;
  private final List<Entry> entries = PlantLayout.entries();
  private final List<Point> points = entries.stream().map(Entry::point).toList();
  private final long historyFrom;
  private List<PlantFault> faults;
  private volatile PlantDay[] days = {};

  /**
   * @param historyFrom first instant of history, epoch seconds, not before {@link #COMMISSIONED}
   */
  public Plant(long seed, long historyFrom, List<PlantFault> faults) {
    if (historyFrom < FIRST_SECOND) {
      throw new IllegalArgumentException(
          "history from "
              + Instant.ofEpochSecond(historyFrom)
              + ": expected "
              + COMMISSIONED
              + ", when the meters were started, or later");
    }
    this.model = new DayModel(seed);
    this.historyFrom = historyFrom;
    this.faults = List.copyOf(faults);
  }

  /** The first instant after the plant's last day. */
  public static Instant end() {
    return COMMISSIONED.plusSeconds(MAXIMUM_DAYS * DAY_SECONDS);
  }

  @Override
  public List<Point> points() {
    return points;
  }

  @Override
  public synchronized void extendTo(long epochSecond) {
    long needed = Math.floorDiv(epochSecond - FIRST_SECOND, DAY_SECONDS) + 1;
    int target = (int) Math.min(MAXIMUM_DAYS, Math.max(needed, 0));
    if (target > days.length) {
      days = computed(days, days.length, target);
    }
  }

  /** Adds a fault whose effect lies after all that was shown; computes the days it changes. */
  public synchronized void add(PlantFault fault) {
    List<PlantFault> changed = new ArrayList<>(faults);
    changed.add(fault);
    faults = List.copyOf(changed);
    long kept = Math.max(0, Math.floorDiv(fault.from() - FIRST_SECOND, DAY_SECONDS));
    if (kept < days.length) {
      days = computed(days, (int) kept, days.length);
    }
  }

  @Override
  public Sample at(int point, long epochSecond) {
    Entry entry = entries.get(point);
    long second = epochSecond - Math.floorMod(epochSecond, (long) Shapes.TICK_SECONDS);
    second = Math.min(second, end().getEpochSecond() - Shapes.TICK_SECONDS);
    second = Math.max(second, FIRST_SECOND);
    PlantDay day = days[(int) Math.floorDiv(second - FIRST_SECOND, DAY_SECONDS)];
    int ofDay = (int) (second - day.start());
    int quarter = ofDay / 900;
    int tick = ofDay % 900 / Shapes.TICK_SECONDS;
    Object value =
        switch (entry.reading()) {
          case REGISTER -> day.at(entry.index(), quarter, tick);
          case POWER, AIR_FLOW -> day.flow(entry.index(), quarter, tick);
          case GRID_POWER -> gridPower(day, quarter, tick);
          case STATE -> day.machine(entry.index()).at(ofDay).ordinal();
          case TEMPERATURE -> model.temperature(second);
          case IRRADIANCE -> day.irradiance(quarter);
        };
    return Sample.good(second, value);
  }

  @Override
  public long[] recorded(int point, long from, long to) {
    long begin = Math.max(from, historyFrom);
    Kind kind = entries.get(point).point().kind();
    if (kind == Kind.REGISTER) {
      return quarterHours(begin, Math.min(to, end().getEpochSecond()));
    }
    if (kind == Kind.GAUGE || begin >= to) {
      return new long[0];
    }
    long[] changes = changes(entries.get(point).index(), begin, to);
    boolean opens = begin == historyFrom && (changes.length == 0 || changes[0] > begin);
    return opens
        ? LongStream.concat(LongStream.of(begin), Arrays.stream(changes)).toArray()
        : changes;
  }

  private static double gridPower(PlantDay day, int quarter, int tick) {
    double load = 0;
    for (int feeder = 0; feeder < PlantLayout.FEEDERS; feeder++) {
      load += day.flow(PlantLayout.FEEDER + feeder, quarter, tick);
    }
    double produced = 0;
    for (int inverter = 0; inverter < PlantLayout.INVERTERS; inverter++) {
      produced += day.flow(PlantLayout.PV + inverter, quarter, tick);
    }
    return load - produced;
  }

  private static long[] quarterHours(long from, long to) {
    long first = -Math.floorDiv(-from, QUARTER_HOUR) * QUARTER_HOUR;
    int count = (int) Math.max(0, -Math.floorDiv(-(to - first), QUARTER_HOUR));
    return IntStream.range(0, count).mapToLong(step -> first + step * QUARTER_HOUR).toArray();
  }

  /** The ticks that show a change first: between two ticks a value is that of the earlier one. */
  private long[] changes(int machine, long from, long to) {
    PlantDay[] known = days;
    // a change in the last seconds of a day shows at the next midnight
    int first = (int) Math.max(0, Math.floorDiv(from - FIRST_SECOND, DAY_SECONDS) - 1);
    long[] found = new long[64];
    int count = 0;
    for (int index = first; index < known.length && known[index].start() < to; index++) {
      MachineDay day = known[index].machine(machine);
      MachineDay before = index == 0 ? null : known[index - 1].machine(machine);
      for (int change = 0; change < day.changes(); change++) {
        long second = Shapes.tickFrom(known[index].start() + day.secondOf(change));
        boolean isNew = change > 0 || before == null || before.last() != day.stateOf(0);
        boolean isSeen = count > 0 && found[count - 1] == second;
        if (isNew && !isSeen && second >= from && second < to) {
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = second;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private PlantDay[] computed(PlantDay[] known, int kept, int target) {
    List<PlantFault> active = faults;
    DayModel.Day[] models = new DayModel.Day[target];
    IntStream.range(kept, target)
        .parallel()
        .forEach(index -> models[index] = model.of(FIRST_DAY.plusDays(index), active));
    PlantDay[] extended = Arrays.copyOf(known, target);
    for (int index = kept; index < target; index++) {
      extended[index] = new PlantDay(models[index], index == 0 ? null : extended[index - 1]);
    }
    return extended;
  }
}

package org.zerofactory.simulator.plant;

import java.time.LocalDate;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.simulator.plant.WorkCalendar.DayKind;

/**
 * SMT lines (three shifts) and assembly lines (two shifts with breaks): orders with set-ups,
 * breakdowns, and short waits, planned for each day.
 */
final class ProductionLines {

  private static final double[] SMT_KW = {6, 175, 215, 417, 120};
  private static final double[] ASSEMBLY_KW = {5, 100, 120, 350, 60};
  private static final double SMT_PIECES_PER_HOUR = 1_150;
  private static final double ASSEMBLY_PIECES_PER_HOUR = 420;
  private static final double BREAKDOWN_PER_ORDER = 0.11;
  private static final int HOUR = 3600;
  private static final int MINUTE = 60;

  private final Noise noise;

  ProductionLines(Noise noise) {
    this.noise = noise;
  }

  /** Hears of each order of a day as it is planned, with the seconds in which it is produced. */
  @FunctionalInterface
  interface Orders {
    Orders NONE = (order, from, to) -> {};

    void planned(long order, int from, int to);
  }

  /** The day of one line; {@code line} counts SMT lines first, then assembly. */
  MachineDay plan(int line, LocalDate date) {
    return plan(line, date, Orders.NONE);
  }

  /** The same day, and what is ordered in it. */
  MachineDay plan(int line, LocalDate date, Orders orders) {
    MachineDay day = new MachineDay();
    DayKind kind = WorkCalendar.kindOf(date);
    if (line < PlantLayout.ASSEMBLY) {
      if (smtRuns(line, kind)) {
        work(day, line, date, orders, 0, 24 * HOUR);
      }
    } else if (kind == DayKind.WORKDAY) {
      work(day, line, date, orders, 7 * HOUR + 30 * MINUTE, 12 * HOUR);
      pause(day, 12 * HOUR);
      work(day, line, date, orders, 12 * HOUR + 30 * MINUTE, 18 * HOUR);
      pause(day, 18 * HOUR);
      work(day, line, date, orders, 18 * HOUR + 30 * MINUTE, 23 * HOUR + 30 * MINUTE);
    } else if (kind == DayKind.SATURDAY && line < PlantLayout.ASSEMBLY + 1) {
      work(day, line, date, orders, 8 * HOUR, 17 * HOUR);
    }
    return day;
  }

  /** Energy of one line for seconds per state, in Wh. */
  static double wattHours(int line, int[] seconds) {
    double[] kilowatts = line < PlantLayout.ASSEMBLY ? SMT_KW : ASSEMBLY_KW;
    double total = 0;
    for (int state = 0; state < seconds.length; state++) {
      total += kilowatts[state] * seconds[state] / 3.6;
    }
    return total;
  }

  static double pieces(int line, int[] seconds) {
    double perHour = line < PlantLayout.ASSEMBLY ? SMT_PIECES_PER_HOUR : ASSEMBLY_PIECES_PER_HOUR;
    return perHour * seconds[MachineState.RUNNING.ordinal()] / HOUR;
  }

  private static boolean smtRuns(int line, DayKind kind) {
    return switch (kind) {
      case WORKDAY -> true;
      case SATURDAY -> line < 2;
      case SUNDAY -> line < 1;
      case HOLIDAY -> line < 1;
    };
  }

  private static void pause(MachineDay day, int second) {
    day.enter(MachineState.IDLE, second);
  }

  private void work(MachineDay day, int line, LocalDate date, Orders orders, int from, int to) {
    long order = (date.toEpochDay() * 24 + from / HOUR) * 64;
    int second = from;
    while (second < to) {
      second = run(day, line, order, orders, second, to);
      order++;
    }
    day.enter(MachineState.STOPPED, to);
  }

  /** One order: set-up (not at midnight), running, a short wait. Returns its end. */
  private int run(MachineDay day, int line, long order, Orders orders, int from, int to) {
    int stream = 200 + 10 * line;
    boolean continues = from == 0;
    day.enter(continues ? MachineState.RUNNING : MachineState.SETUP, from);
    int start = continues ? from : limit(from + minutes(8, 32, stream, order), to);
    int end = limit(start + minutes(70, 330, stream + 1, order), to);
    day.enter(MachineState.RUNNING, start);
    if (noise.uniform(stream + 2, order) < BREAKDOWN_PER_ORDER) {
      int down = limit(start + minutes(5, 60, stream + 3, order), end);
      int repaired = limit(down + minutes(12, 75, stream + 4, order), end);
      day.enter(MachineState.DOWN, down);
      day.enter(MachineState.RUNNING, repaired);
    }
    day.enter(MachineState.IDLE, end);
    if (end > start) {
      orders.planned(order, start, end);
    }
    return limit(end + minutes(3, 14, stream + 5, order), to);
  }

  private int minutes(double low, double high, int stream, long order) {
    return (int) noise.between(low * MINUTE, high * MINUTE, stream, order);
  }

  private static int limit(int second, int to) {
    return Math.min(second, to);
  }
}

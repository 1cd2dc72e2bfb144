package org.zerofactory.simulator.plant;

import java.time.LocalDate;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.simulator.plant.WorkCalendar.DayKind;

/**
 * Burn-in ovens: batches of five hours. They run back to back around solar noon; the reference plan
 * runs the same batches of the same day as their orders come, spread over the day. Both draw the
 * same energy per batch.
 */
final class BurnIn {

  static final int BATCH_QUARTERS = 20;

  private static final int HEAT_UP_QUARTERS = 2;
  private static final double HEAT_UP_FACTOR = 1.6;
  private static final double HOLD_KW = 365;
  private static final double STANDBY_KW = 10;
  private static final int PIECES_PER_BATCH = 4_800;

  /** Quarter hour of the local day in which the sun is highest over the plant (about 12:23). */
  private static final int NOON_QUARTER = 49;

  private static final int DAY_QUARTERS = 96;
  private static final int POWER_STREAM = 700;
  private static final int START_STREAM = 720;
  private static final int COUNT_STREAM = 740;

  private final Noise noise;

  BurnIn(Noise noise) {
    this.noise = noise;
  }

  /** Energy of one oven in Wh by quarter hour, with the batches where {@code starts} has them. */
  double[] wattHours(int oven, LocalDate date, int[] starts) {
    double[] energy = new double[DAY_QUARTERS];
    for (int quarter = 0; quarter < DAY_QUARTERS; quarter++) {
      energy[quarter] = STANDBY_KW * 250;
    }
    for (int batch = 0; batch < starts.length; batch++) {
      long id = (date.toEpochDay() * 8 + oven) * 8 + batch;
      double hold = HOLD_KW * noise.between(0.96, 1.04, POWER_STREAM, id);
      for (int step = 0; step < BATCH_QUARTERS; step++) {
        double factor = step < HEAT_UP_QUARTERS ? HEAT_UP_FACTOR : 1;
        energy[starts[batch] + step] += StrictMath.round(hold * factor * 250);
      }
    }
    return energy;
  }

  /** As run: back to back around solar noon, the ovens one quarter hour apart. */
  int[] executedStarts(int oven, LocalDate date) {
    int[] starts = new int[batches(oven, date)];
    int first = NOON_QUARTER - starts.length * BATCH_QUARTERS / 2 + oven - 1;
    for (int batch = 0; batch < starts.length; batch++) {
      starts[batch] = Math.max(0, first) + batch * BATCH_QUARTERS;
    }
    return starts;
  }

  /** As the orders come, in due-date order: one batch begins in each part of the day. */
  int[] plannedStarts(int oven, LocalDate date) {
    int[] starts = new int[batches(oven, date)];
    for (int batch = 0; batch < starts.length; batch++) {
      int part = DAY_QUARTERS / starts.length;
      long id = (date.toEpochDay() * 8 + oven) * 8 + batch;
      double shift = (part - BATCH_QUARTERS) * noise.uniform(START_STREAM, id);
      starts[batch] = batch * part + (int) shift;
    }
    return starts;
  }

  /** States of an oven as run: loading for a quarter hour before the first batch, then running. */
  static MachineDay states(int[] starts) {
    MachineDay day = new MachineDay();
    if (starts.length > 0) {
      day.enter(MachineState.SETUP, Math.max(0, starts[0] - 1) * 900);
      day.enter(MachineState.RUNNING, starts[0] * 900);
      day.enter(MachineState.IDLE, (starts[starts.length - 1] + BATCH_QUARTERS) * 900);
    }
    return day;
  }

  static double pieces(int[] seconds) {
    int running = seconds[MachineState.RUNNING.ordinal()];
    return PIECES_PER_BATCH * running / (BATCH_QUARTERS * 900.0);
  }

  private int batches(int oven, LocalDate date) {
    DayKind kind = WorkCalendar.kindOf(date);
    boolean extra = noise.uniform(COUNT_STREAM + oven, date.toEpochDay()) < 0.35;
    return switch (kind) {
      case WORKDAY -> extra ? 4 : 3;
      case SATURDAY, SUNDAY -> 2;
      case HOLIDAY -> 1;
    };
  }
}

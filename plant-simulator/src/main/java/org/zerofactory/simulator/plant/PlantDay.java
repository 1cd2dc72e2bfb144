package org.zerofactory.simulator.plant;

import static org.zerofactory.simulator.plant.PlantLayout.FEEDER;
import static org.zerofactory.simulator.plant.PlantLayout.FEEDERS;
import static org.zerofactory.simulator.plant.PlantLayout.FEEDER_STARTS;
import static org.zerofactory.simulator.plant.PlantLayout.GRID_EXPORT;
import static org.zerofactory.simulator.plant.PlantLayout.GRID_IMPORT;
import static org.zerofactory.simulator.plant.PlantLayout.GRID_REACTIVE;
import static org.zerofactory.simulator.plant.PlantLayout.INVERTERS;
import static org.zerofactory.simulator.plant.PlantLayout.LEAVES;
import static org.zerofactory.simulator.plant.PlantLayout.PV;
import static org.zerofactory.simulator.plant.PlantLayout.REACTIVE;
import static org.zerofactory.simulator.plant.PlantLayout.REGISTERS;
import static org.zerofactory.simulator.plant.PlantLayout.SERIES;

import org.jspecify.annotations.Nullable;

/**
 * All registers of one day at its 97 quarter-hour edges, and between them by the rule of {@link
 * Shapes}: leaves and inverters flow, feeders are the sum of their leaves, and at every tick of
 * five seconds the difference of load and PV is counted as import or as export. Inverters deliver
 * at a power factor of one, so the grid's reactive energy is the sum of the feeders'.
 */
final class PlantDay {

  private final long start;
  private final MachineDay[] machines;
  private final double[] irradiance;
  private final long[][] registers = new long[REGISTERS][DayModel.QUARTERS + 1];

  /** Continues the registers of the day before; {@code null} starts all of them at zero. */
  PlantDay(DayModel.Day day, @Nullable PlantDay before) {
    this.start = day.start();
    this.machines = day.machines();
    this.irradiance = day.irradiance();
    for (int register = 0; register < REGISTERS; register++) {
      registers[register][0] = before == null ? 0 : before.registers[register][DayModel.QUARTERS];
    }
    for (int quarter = 0; quarter < DayModel.QUARTERS; quarter++) {
      close(quarter, day.amounts());
    }
  }

  /** Midnight in the plant's zone, epoch seconds. */
  long start() {
    return start;
  }

  MachineDay machine(int machine) {
    return machines[machine];
  }

  /** Mean of a quarter hour on level ground, W/m2. */
  double irradiance(int quarter) {
    return irradiance[quarter];
  }

  /** Value at a tick within a quarter hour. */
  long at(int register, int quarter, int tick) {
    if (tick == 0) {
      return registers[register][quarter];
    } else if (register < SERIES) {
      return registers[register][quarter] + spent(register, quarter, tick);
    } else if (register < FEEDER + FEEDERS) {
      int feeder = register - FEEDER;
      long flowed = spent(FEEDER_STARTS[feeder], FEEDER_STARTS[feeder + 1], quarter, tick);
      return registers[register][quarter] + flowed;
    }
    if (register == GRID_REACTIVE) {
      return registers[register][quarter] + spent(REACTIVE, REACTIVE + FEEDERS, quarter, tick);
    }
    long[] exchanged = exchanged(quarter, tick);
    return registers[register][quarter] + exchanged[register - GRID_IMPORT];
  }

  /** Mean power of a register's quarter hour shaped as it flows, in thousandths per hour. */
  double flow(int register, int quarter, int tick) {
    if (register < SERIES) {
      return seriesFlow(register, quarter, tick);
    }
    int feeder = register - FEEDER;
    double sum = 0;
    for (int leaf = FEEDER_STARTS[feeder]; leaf < FEEDER_STARTS[feeder + 1]; leaf++) {
      sum += seriesFlow(leaf, quarter, tick);
    }
    return sum;
  }

  private void close(int quarter, long[][] amounts) {
    for (int series = 0; series < SERIES; series++) {
      registers[series][quarter + 1] =
          Math.addExact(registers[series][quarter], amounts[series][quarter]);
    }
    for (int feeder = 0; feeder < FEEDERS; feeder++) {
      long flowed = spent(FEEDER_STARTS[feeder], FEEDER_STARTS[feeder + 1], quarter, Shapes.TICKS);
      registers[FEEDER + feeder][quarter + 1] =
          Math.addExact(registers[FEEDER + feeder][quarter], flowed);
    }
    long[] exchanged = exchanged(quarter, Shapes.TICKS);
    registers[GRID_IMPORT][quarter + 1] = registers[GRID_IMPORT][quarter] + exchanged[0];
    registers[GRID_EXPORT][quarter + 1] = registers[GRID_EXPORT][quarter] + exchanged[1];
    registers[GRID_REACTIVE][quarter + 1] =
        registers[GRID_REACTIVE][quarter]
            + spent(REACTIVE, REACTIVE + FEEDERS, quarter, Shapes.TICKS);
  }

  /** Import and export since the quarter hour began. */
  private long[] exchanged(int quarter, int tick) {
    long load = spent(0, LEAVES, quarter, Shapes.TICKS);
    long produced = spent(PV, PV + INVERTERS, quarter, Shapes.TICKS);
    if (flowsOneWay(load, produced)) {
      long net = net(quarter, tick);
      return net >= 0 ? new long[] {net, 0} : new long[] {0, -net};
    }
    long imported = 0;
    long exported = 0;
    long before = 0;
    for (int step = 1; step <= tick; step++) {
      long now = net(quarter, step);
      imported += Math.max(0, now - before);
      exported += Math.max(0, before - now);
      before = now;
    }
    return new long[] {imported, exported};
  }

  private long net(int quarter, int tick) {
    return spent(0, LEAVES, quarter, tick) - spent(PV, PV + INVERTERS, quarter, tick);
  }

  /** True if no tick can have the other direction than the quarter hour as a whole. */
  private static boolean flowsOneWay(long load, long produced) {
    double low = 1 - Shapes.AMPLITUDE;
    double high = 1 + Shapes.AMPLITUDE;
    double roundings = (LEAVES + INVERTERS + 2.0) * Shapes.TICKS;
    return load * low > produced * high + roundings || produced * low > load * high + roundings;
  }

  private long spent(int from, int to, int quarter, int tick) {
    long sum = 0;
    for (int series = from; series < to; series++) {
      sum += spent(series, quarter, tick);
    }
    return sum;
  }

  private long spent(int series, int quarter, int tick) {
    long amount = amount(series, quarter);
    if (tick == Shapes.TICKS || amount == 0) {
      return amount;
    }
    return Shapes.spent(amount, Shapes.of(series, start / 900 + quarter), tick);
  }

  private long amount(int series, int quarter) {
    return registers[series][quarter + 1] - registers[series][quarter];
  }

  private double seriesFlow(int series, int quarter, int tick) {
    int shape = Shapes.of(series, start / 900 + quarter);
    return amount(series, quarter) / 250.0 * Shapes.flow(shape, tick);
  }
}

package org.zerofactory.simulator.plant;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.simulator.plant.Photovoltaics.Sky;
import org.zerofactory.simulator.plant.Utilities.Drivers;
import org.zerofactory.simulator.plant.WorkCalendar.DayKind;

/**
 * Computes one local day of the plant from seed, date, and faults; days do not depend on others.
 */
final class DayModel {

  static final int QUARTERS = 96;
  static final long ZONE_OFFSET_SECONDS = 8 * 3600;

  private final Weather weather;
  private final Photovoltaics photovoltaics;
  private final ProductionLines lines;
  private final BurnIn burnIn;
  private final Utilities utilities;
  private final ReactiveLoad reactive;

  DayModel(long seed) {
    Noise noise = new Noise(seed);
    weather = new Weather(noise);
    photovoltaics = new Photovoltaics(noise);
    lines = new ProductionLines(noise);
    burnIn = new BurnIn(noise);
    utilities = new Utilities(noise);
    reactive = new ReactiveLoad(noise);
  }

  /**
   * What one day brings.
   *
   * @param amounts whole Wh, varh, L or pcs by series and quarter hour
   * @param machines states by machine
   * @param irradiance W/m2 on level ground by quarter hour
   */
  record Day(long start, long[][] amounts, MachineDay[] machines, double[] irradiance) {}

  double temperature(long epochSecond) {
    return weather.temperature(epochSecond);
  }

  Day of(LocalDate date, List<PlantFault> faults) {
    long start = date.toEpochDay() * 86_400 - ZONE_OFFSET_SECONDS;
    long[][] amounts = new long[PlantLayout.SERIES][QUARTERS];
    MachineDay[] machines = new MachineDay[PlantLayout.MACHINES];
    for (int line = 0; line < PlantLayout.BURN_IN; line++) {
      machines[line] = lines.plan(line, date);
      addLine(amounts, line, machines[line]);
    }
    for (int oven = 0; oven < PlantLayout.OVENS; oven++) {
      machines[PlantLayout.BURN_IN + oven] = addOven(amounts, oven, date);
    }
    double[] irradiance = new double[QUARTERS];
    DayKind kind = WorkCalendar.kindOf(date);
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      long quarterStart = start + quarter * 900L;
      irradiance[quarter] = addPhotovoltaics(amounts, quarter, quarterStart, faults);
      Drivers drivers = drivers(amounts, machines, quarter, quarterStart, kind);
      addUtilities(amounts, quarter, drivers, leak(faults, quarterStart));
      addReactive(amounts, quarter, quarterStart / 900);
    }
    return new Day(start, amounts, machines, irradiance);
  }

  private static void addLine(long[][] amounts, int line, MachineDay day) {
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      int[] seconds = day.seconds(quarter * 900, quarter * 900 + 900);
      amounts[line][quarter] = StrictMath.round(ProductionLines.wattHours(line, seconds));
    }
    amounts[PlantLayout.PIECES + line] =
        pieces(day, seconds -> ProductionLines.pieces(line, seconds));
  }

  private MachineDay addOven(long[][] amounts, int oven, LocalDate date) {
    int machine = PlantLayout.BURN_IN + oven;
    int[] starts = burnIn.executedStarts(oven, date);
    double[] executed = burnIn.wattHours(oven, date, starts);
    double[] planned = burnIn.wattHours(oven, date, burnIn.plannedStarts(oven, date));
    MachineDay states = BurnIn.states(starts);
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      amounts[machine][quarter] = StrictMath.round(executed[quarter]);
      amounts[PlantLayout.PLAN][quarter] += StrictMath.round(planned[quarter]);
    }
    amounts[PlantLayout.PIECES + machine] = pieces(states, BurnIn::pieces);
    return states;
  }

  /** Whole pieces by quarter hour; what is begun is carried on within the day. */
  static long[] pieces(MachineDay day, ToDoubleFunction<int[]> ofSeconds) {
    long[] pieces = new long[QUARTERS];
    double open = 0;
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      open += ofSeconds.applyAsDouble(day.seconds(quarter * 900, quarter * 900 + 900));
      pieces[quarter] = (long) open;
      open -= (long) open;
    }
    return pieces;
  }

  private double addPhotovoltaics(
      long[][] amounts, int quarter, long quarterStart, List<PlantFault> faults) {
    Sky sky = Photovoltaics.sky(quarterStart, weather.transmittance(quarterStart + 450));
    double temperature = weather.temperature(quarterStart + 450);
    for (int inverter = 0; inverter < PlantLayout.INVERTERS; inverter++) {
      double kilowatts = photovoltaics.power(inverter, sky, temperature, quarterStart / 900);
      for (PlantFault fault : faults) {
        if (fault.inverter() == inverter && fault.holdsIn(quarterStart)) {
          kilowatts *= 1 - fault.amount();
        }
      }
      amounts[PlantLayout.PV + inverter][quarter] = wattHours(kilowatts);
    }
    return sky.level();
  }

  private Drivers drivers(
      long[][] amounts, MachineDay[] machines, int quarter, long quarterStart, DayKind kind) {
    double process = 0;
    double smt = 0;
    double assembly = 0;
    for (int machine = 0; machine < PlantLayout.MACHINES; machine++) {
      process += amounts[machine][quarter] / 250.0;
      int[] seconds = machines[machine].seconds(quarter * 900, quarter * 900 + 900);
      double running = seconds[MachineState.RUNNING.ordinal()] / 900.0;
      if (machine < PlantLayout.ASSEMBLY) {
        smt += running;
      } else if (machine < PlantLayout.BURN_IN) {
        assembly += running;
      }
    }
    double temperature = weather.temperature(quarterStart + 450);
    return new Drivers(quarterStart, kind, quarter / 4.0, temperature, smt, assembly, process);
  }

  private void addUtilities(long[][] amounts, int quarter, Drivers now, double leak) {
    long litres = wattHours(utilities.airDemand(now) + leak);
    amounts[PlantLayout.AIR][quarter] = litres;
    double[] compressors = utilities.compressors(now, litres);
    for (int unit = 0; unit < compressors.length; unit++) {
      amounts[PlantLayout.COMPRESSOR + unit][quarter] = StrictMath.round(compressors[unit]);
    }
    double[] chillers = utilities.chillers(now);
    for (int unit = 0; unit < chillers.length; unit++) {
      amounts[PlantLayout.CHILLER + unit][quarter] = StrictMath.round(chillers[unit]);
    }
    amounts[PlantLayout.NITROGEN][quarter] = wattHours(utilities.nitrogenKw(now));
    amounts[PlantLayout.HVAC][quarter] = wattHours(utilities.hvacKw(now));
    amounts[PlantLayout.LIGHTING][quarter] = wattHours(utilities.lightingKw(now));
    amounts[PlantLayout.OFFICE][quarter] = wattHours(utilities.officeKw(now));
    amounts[PlantLayout.GAS][quarter] = wattHours(utilities.gasFlow(now));
  }

  private void addReactive(long[][] amounts, int quarter, long quarterOfTime) {
    for (int feeder = 0; feeder < PlantLayout.FEEDERS; feeder++) {
      double varHours = 0;
      for (int leaf = PlantLayout.FEEDER_STARTS[feeder];
          leaf < PlantLayout.FEEDER_STARTS[feeder + 1];
          leaf++) {
        varHours += reactive.varHours(leaf, amounts[leaf][quarter], quarterOfTime);
      }
      amounts[PlantLayout.REACTIVE + feeder][quarter] = StrictMath.round(varHours);
    }
  }

  private static double leak(List<PlantFault> faults, long quarterStart) {
    return faults.stream()
        .filter(fault -> fault.inverter() < 0 && fault.holdsIn(quarterStart))
        .mapToDouble(PlantFault::amount)
        .sum();
  }

  /** Thousandths of a quarter of an hourly rate: Wh of kW, or L of m3/h. */
  private static long wattHours(double perHour) {
    return StrictMath.round(perHour * 250);
  }
}

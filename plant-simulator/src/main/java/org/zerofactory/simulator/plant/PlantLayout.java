package org.zerofactory.simulator.plant;

import java.util.ArrayList;
import java.util.List;
import org.zerofactory.simulator.point.Kind;
import org.zerofactory.simulator.point.Point;

/**
 * The plant's devices. A <b>series</b> is a register that the model moves by itself (leaf loads,
 * PV, plan, air, gas, pieces, reactive energy); feeders and the grid meter follow from the series.
 */
final class PlantLayout {

  static final int SMT = 0;
  static final int SMT_LINES = 8;
  static final int ASSEMBLY = SMT + SMT_LINES;
  static final int ASSEMBLY_LINES = 6;
  static final int BURN_IN = ASSEMBLY + ASSEMBLY_LINES;
  static final int OVENS = 4;
  static final int MACHINES = BURN_IN + OVENS;
  static final int COMPRESSOR = BURN_IN + OVENS;
  static final int COMPRESSORS = 3;
  static final int CHILLER = COMPRESSOR + COMPRESSORS;
  static final int CHILLERS = 4;
  static final int NITROGEN = CHILLER + CHILLERS;
  static final int HVAC = NITROGEN + 1;
  static final int LIGHTING = HVAC + 1;
  static final int OFFICE = LIGHTING + 1;
  static final int LEAVES = OFFICE + 1;
  static final int PV = LEAVES;
  static final int INVERTERS = 8;
  static final int PLAN = PV + INVERTERS;
  static final int AIR = PLAN + 1;
  static final int GAS = AIR + 1;
  static final int PIECES = GAS + 1;
  static final int FEEDERS = 5;

  /** Reactive energy of each feeder, varh. */
  static final int REACTIVE = PIECES + MACHINES;

  static final int SERIES = REACTIVE + FEEDERS;

  /** Feeders after the series, then the grid meter's three registers. */
  static final int FEEDER = SERIES;

  static final int GRID_IMPORT = FEEDER + FEEDERS;
  static final int GRID_EXPORT = GRID_IMPORT + 1;
  static final int GRID_REACTIVE = GRID_EXPORT + 1;
  static final int REGISTERS = GRID_REACTIVE + 1;

  /** First leaf of each feeder, and the end of the last. */
  static final int[] FEEDER_STARTS = {SMT, ASSEMBLY, BURN_IN, COMPRESSOR, HVAC, LEAVES};

  private static final List<String> FEEDER_NAMES =
      List.of(
          "feeder-smt", "feeder-assembly", "feeder-burn-in", "feeder-utilities", "feeder-building");

  /** What a point of the plant reads: a register, a power, a state, or a process value. */
  enum Reading {
    REGISTER,
    POWER,
    GRID_POWER,
    STATE,
    AIR_FLOW,
    TEMPERATURE,
    IRRADIANCE
  }

  /** A point, what it reads, and of which register, machine or leaf. */
  record Entry(Point point, Reading reading, int index) {}

  private PlantLayout() {}

  static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    register(entries, "grid", "energy-import", "Wh", GRID_IMPORT);
    register(entries, "grid", "energy-export", "Wh", GRID_EXPORT);
    register(entries, "grid", "reactive-energy", "varh", GRID_REACTIVE);
    gauge(entries, "grid", "active-power", "kW", Reading.GRID_POWER, 0);
    for (int inverter = 0; inverter < INVERTERS; inverter++) {
      register(entries, "pv-" + (inverter + 1), "energy-produced", "Wh", PV + inverter);
      power(entries, "pv-" + (inverter + 1), PV + inverter);
    }
    for (int feeder = 0; feeder < FEEDERS; feeder++) {
      register(entries, FEEDER_NAMES.get(feeder), "energy-import", "Wh", FEEDER + feeder);
      register(entries, FEEDER_NAMES.get(feeder), "reactive-energy", "varh", REACTIVE + feeder);
      power(entries, FEEDER_NAMES.get(feeder), FEEDER + feeder);
    }
    for (int leaf = 0; leaf < LEAVES; leaf++) {
      addLeaf(entries, leaf);
    }
    register(entries, "burn-in-plan", "planned-energy", "Wh", PLAN);
    register(entries, "compressed-air", "air-volume", "L", AIR);
    gauge(entries, "compressed-air", "air-flow", "m3/h", Reading.AIR_FLOW, AIR);
    register(entries, "gas", "gas-volume", "L", GAS);
    gauge(entries, "weather", "temperature", "degC", Reading.TEMPERATURE, 0);
    gauge(entries, "weather", "irradiance", "W/m2", Reading.IRRADIANCE, 0);
    return List.copyOf(entries);
  }

  static String leafName(int leaf) {
    if (leaf < ASSEMBLY) {
      return "smt-" + (leaf - SMT + 1);
    } else if (leaf < BURN_IN) {
      return "assembly-" + (leaf - ASSEMBLY + 1);
    } else if (leaf < COMPRESSOR) {
      return "burn-in-" + (leaf - BURN_IN + 1);
    } else if (leaf < CHILLER) {
      return "compressor-" + (leaf - COMPRESSOR + 1);
    } else if (leaf < NITROGEN) {
      return "chiller-" + (leaf - CHILLER + 1);
    }
    return List.of("nitrogen", "hvac", "lighting", "office").get(leaf - NITROGEN);
  }

  private static void addLeaf(List<Entry> entries, int leaf) {
    String name = leafName(leaf);
    register(entries, name, "energy-import", "Wh", leaf);
    power(entries, name, leaf);
    if (leaf < MACHINES) {
      entries.add(new Entry(new Point(name, "state", Kind.STATE, ""), Reading.STATE, leaf));
      register(entries, name, "output-count", "pcs", PIECES + leaf);
    }
  }

  private static void register(
      List<Entry> entries, String device, String quantity, String unit, int index) {
    Point point = new Point(device, quantity, Kind.REGISTER, unit);
    entries.add(new Entry(point, Reading.REGISTER, index));
  }

  private static void power(List<Entry> entries, String device, int index) {
    gauge(entries, device, "active-power", "kW", Reading.POWER, index);
  }

  private static void gauge(
      List<Entry> entries,
      String device,
      String quantity,
      String unit,
      Reading reading,
      int index) {
    entries.add(new Entry(new Point(device, quantity, Kind.GAUGE, unit), reading, index));
  }
}

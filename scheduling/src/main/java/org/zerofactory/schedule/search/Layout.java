package org.zerofactory.schedule.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridProblem;

/** A problem as arrays: operations and modes are numbered through all jobs. */
final class Layout {

  final GridProblem problem;

  /** Slots of the problem; what ends later breaks a hard rule. */
  final int horizon;

  /** Slots of the search: the horizon and room behind it for what does not fit yet. */
  final int slots;

  final int machines;
  final int jobs;
  final int operations;

  // by operation
  final int[] jobOf;
  final int[][] before;
  final int[][] after;
  final int[] firstMode;
  final int[] modeCount;
  final int[] fixedMode;
  final int[] fixedStart;
  final int[] previousMode;
  final int[] previousStart;
  final double[] moveCost;
  final int[] maximumWait;
  final int[] waitsIn;
  final int[] lineOf;

  /** Slots of its shortest mode. */
  final int[] leastDuration;

  /** Whether its footprint depends on when its predecessors end. */
  final boolean[] waits;

  // by mode
  final int[] machineOf;
  final int[] duration;
  final double[][] kilowatts;
  final int[] family;
  final boolean[] pausable;
  final double[] modeCost;
  final int[][] resourcesUsed;
  final int[][] unitsUsed;
  final StartTable[] starts;

  // by job
  final int[] firstOperation;
  final int[] release;
  final int[] due;
  final boolean[] firm;
  final double[] tardinessCost;

  // by machine
  final GridMachine[] machine;
  final int[] line;

  // power counts from the machine's off power, which it draws in every slot
  final double[] offKw;
  final double[] setupKw;
  final double[] standbyKw;
  final double[] warmUpKw;

  /** Whether what an operation draws depends on the operation before it on the machine. */
  final boolean[] coupled;

  /** Closed slots before each slot. */
  private final int[][] closedBefore;

  private final boolean[][] open;

  /**
   * @param room slots behind the horizon, in which every machine is open and power costs nothing
   */
  Layout(GridProblem problem, int room) {
    this.problem = problem;
    this.horizon = problem.slots();
    this.slots = horizon + room;
    this.jobs = problem.jobs().size();
    this.operations = problem.operations();
    this.machine = problem.machines().toArray(GridMachine[]::new);
    this.machines = machine.length;
    this.coupled = new boolean[machines];
    this.closedBefore = new int[machines][slots + 1];
    this.open = new boolean[machines][slots];
    this.line = new int[machines];
    this.offKw = new double[machines];
    this.setupKw = new double[machines];
    this.standbyKw = new double[machines];
    this.warmUpKw = new double[machines];
    this.jobOf = new int[operations];
    this.before = new int[operations][];
    this.after = new int[operations][];
    this.firstMode = new int[operations];
    this.modeCount = new int[operations];
    this.fixedMode = filled(operations);
    this.fixedStart = filled(operations);
    this.previousMode = filled(operations);
    this.previousStart = filled(operations);
    this.moveCost = new double[operations];
    this.maximumWait = new int[operations];
    this.waitsIn = new int[operations];
    this.lineOf = filled(operations);
    this.leastDuration = new int[operations];
    this.waits = new boolean[operations];
    this.firstOperation = new int[jobs + 1];
    this.release = new int[jobs];
    this.due = new int[jobs];
    this.firm = new boolean[jobs];
    this.tardinessCost = new double[jobs];
    int modes =
        problem.jobs().stream()
            .flatMap(job -> job.operations().stream())
            .mapToInt(operation -> operation.modes().size())
            .sum();
    this.machineOf = new int[modes];
    this.duration = new int[modes];
    this.kilowatts = new double[modes][];
    this.family = new int[modes];
    this.pausable = new boolean[modes];
    this.modeCost = new double[modes];
    this.resourcesUsed = new int[modes][];
    this.unitsUsed = new int[modes][];
    this.starts = new StartTable[modes];
    fillMachines();
    fillJobs();
    fillSuccessors();
    fillLines();
  }

  /** Number of a mode in its operation's list. */
  int localMode(int operation, int mode) {
    return mode - firstMode[operation];
  }

  boolean isFixed(int operation) {
    return fixedStart[operation] >= 0;
  }

  /** Set-up slots of a mode behind a family of its machine; negative families need none. */
  int setup(int mode, int familyBefore) {
    return family[mode] < 0 || familyBefore < 0
        ? 0
        : machine[machineOf[mode]].setup()[familyBefore][family[mode]];
  }

  /** Money for a placement that is not the one of the plan in force. */
  double costOfMove(int operation, int mode, int start) {
    boolean stays = previousStart[operation] == start && previousMode[operation] == mode;
    return previousStart[operation] < 0 || stays ? 0 : moveCost[operation];
  }

  /** Whether the machine is open in all slots of {@code [from, to)}, which lies in the horizon. */
  boolean open(int ofMachine, int from, int to) {
    return from >= 0 && closedBefore[ofMachine][to] == closedBefore[ofMachine][from];
  }

  /** Closed slots in {@code [from, to)}. */
  int closed(int ofMachine, int from, int to) {
    return closedBefore[ofMachine][Math.max(0, to)] - closedBefore[ofMachine][Math.max(0, from)];
  }

  private static int[] filled(int length) {
    int[] filled = new int[length];
    Arrays.fill(filled, -1);
    return filled;
  }

  private void fillMachines() {
    Arrays.fill(line, -1);
    for (int number = 0; number < problem.flowLines().size(); number++) {
      for (int member : problem.flowLines().get(number)) {
        line[member] = number;
      }
    }
    for (int number = 0; number < machines; number++) {
      GridMachine of = machine[number];
      offKw[number] = of.offKw();
      setupKw[number] = of.setupKw() - of.offKw();
      standbyKw[number] = of.standbyKw() - of.offKw();
      warmUpKw[number] = of.warmUpKw() - of.offKw();
      coupled[number] =
          of.setup().length > 0
              || of.standbyKw() > 0
              || of.offKw() > 0
              || of.warmUpSlots() > 0 && of.warmUpKw() > 0;
      for (int slot = 0; slot < slots; slot++) {
        open[number][slot] = slot >= horizon || of.open()[slot];
        closedBefore[number][slot + 1] = closedBefore[number][slot] + (open[number][slot] ? 0 : 1);
      }
    }
  }

  private void fillJobs() {
    Map<List<Object>, StartTable> tables = new HashMap<>();
    int operation = 0;
    int mode = 0;
    for (int job = 0; job < jobs; job++) {
      GridJob of = problem.jobs().get(job);
      firstOperation[job] = operation;
      release[job] = of.releaseSlot();
      due[job] = of.dueSlot();
      firm[job] = of.firm();
      tardinessCost[job] = of.tardinessCost();
      for (GridOperation step : of.operations()) {
        fillOperation(operation, job, step, mode);
        leastDuration[operation] =
            step.modes().stream().mapToInt(GridMode::duration).min().orElseThrow();
        for (GridMode way : step.modes()) {
          fillMode(mode++, way, tables);
        }
        keepFixed(operation);
        operation++;
      }
    }
    firstOperation[jobs] = operation;
  }

  private void fillOperation(int operation, int job, GridOperation step, int mode) {
    int first = firstOperation[job];
    jobOf[operation] = job;
    before[operation] = step.predecessors().stream().mapToInt(number -> first + number).toArray();
    firstMode[operation] = mode;
    modeCount[operation] = step.modes().size();
    moveCost[operation] = step.moveCost();
    maximumWait[operation] = step.maximumWaitSlots();
    waitsIn[operation] = step.waitsIn();
    waits[operation] = step.waitsIn() >= 0 || step.maximumWaitSlots() != Integer.MAX_VALUE;
    GridOperation.Placement fixed = step.fixed();
    if (fixed != null) {
      fixedMode[operation] = mode + fixed.mode();
      fixedStart[operation] = fixed.start();
    }
    GridOperation.Placement previous = step.previous();
    if (previous != null) {
      previousMode[operation] = mode + previous.mode();
      previousStart[operation] = previous.start();
    }
  }

  /** What is fixed stays even where the calendar is against it. */
  private void keepFixed(int operation) {
    int mode = fixedMode[operation];
    if (mode >= 0 && !starts[mode].possible(fixedStart[operation])) {
      starts[mode] = starts[mode].with(fixedStart[operation]);
    }
  }

  private void fillMode(int mode, GridMode way, Map<List<Object>, StartTable> tables) {
    machineOf[mode] = way.machine();
    duration[mode] = way.duration();
    double off = machine[way.machine()].offKw();
    kilowatts[mode] = Arrays.stream(way.kilowatts()).map(kw -> kw - off).toArray();
    family[mode] = machine[way.machine()].setup().length == 0 ? -1 : way.family();
    pausable[mode] = way.pausable();
    modeCost[mode] = way.cost();
    resourcesUsed[mode] =
        way.uses().keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    unitsUsed[mode] = Arrays.stream(resourcesUsed[mode]).map(way.uses()::get).toArray();
    starts[mode] =
        tables.computeIfAbsent(
            List.of(way.machine(), way.duration(), way.pausable()),
            key -> new StartTable(open[way.machine()], way.duration(), way.pausable()));
  }

  private void fillSuccessors() {
    List<List<Integer>> successors = new ArrayList<>();
    for (int operation = 0; operation < operations; operation++) {
      successors.add(new ArrayList<>());
    }
    for (int operation = 0; operation < operations; operation++) {
      for (int earlier : before[operation]) {
        successors.get(earlier).add(operation);
      }
    }
    for (int operation = 0; operation < operations; operation++) {
      after[operation] = successors.get(operation).stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private void fillLines() {
    for (int operation = 0; operation < operations; operation++) {
      int from = firstMode[operation];
      int first = line[machineOf[from]];
      for (int mode = from; mode < from + modeCount[operation]; mode++) {
        if (line[machineOf[mode]] != first) {
          GridJob job = problem.jobs().get(jobOf[operation]);
          throw new IllegalArgumentException(
              "job %s operation %s: expected all modes on one flow line or none, got machine %s"
                  .formatted(
                      job.id(),
                      job.operations().get(operation - firstOperation[jobOf[operation]]).id(),
                      machine[machineOf[mode]].id()));
        }
      }
      lineOf[operation] = first;
    }
  }
}

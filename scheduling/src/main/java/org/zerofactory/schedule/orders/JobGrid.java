package org.zerofactory.schedule.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.schedule.OperationsDefinition;
import org.zerofactory.domain.schedule.PlannedOperation;
import org.zerofactory.domain.schedule.PlanningProfile;
import org.zerofactory.domain.schedule.ProcessSegment;
import org.zerofactory.domain.schedule.ProductionOrder;
import org.zerofactory.domain.schedule.SpeedMode;
import org.zerofactory.domain.schedule.WorkUnit;
import org.zerofactory.schedule.grid.GridJob;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;

/**
 * Lots as jobs and their segments as operations. Times are rounded up to whole quarter hours; the
 * last one of a run draws the mean of its worked share at the run's power and the rest at standby,
 * so that its energy is not rounded.
 */
final class JobGrid {

  private static final int HOUR_SECONDS = 3_600;

  /**
   * What an operation of the problem stands for.
   *
   * @param modes speeds by the problem's mode numbers
   * @param running the operation in force if it runs already
   */
  record Source(
      ProductionOrder order,
      int lot,
      ProcessSegment segment,
      long units,
      List<SpeedMode> modes,
      Optional<PlannedOperation> running) {}

  private final PlanningTask task;
  private final SlotGrid grid;
  private final PlantGrid plant;
  private final InForce inForce;
  private final List<GridJob> jobs = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();

  JobGrid(PlanningTask task, SlotGrid grid, PlantGrid plant, InForce inForce) {
    this.task = task;
    this.grid = grid;
    this.plant = plant;
    this.inForce = inForce;
  }

  List<GridJob> jobs() {
    return List.copyOf(jobs);
  }

  /** In the problem's numbering. */
  List<Source> sources() {
    return List.copyOf(sources);
  }

  /**
   * Adds an order.
   *
   * @param firm whether its due date is held as a hard rule
   */
  void add(ProductionOrder order, boolean firm) {
    add(order, firm, false);
  }

  /** Adds only what runs of an order, because the rest can't fit. */
  void addRunning(ProductionOrder order) {
    add(order, false, true);
  }

  private void add(ProductionOrder order, boolean firm, boolean onlyRunning) {
    OperationsDefinition definition = task.plant().definition(order.product()).orElseThrow();
    List<Long> lots = Lots.of(order.quantity(), definition);
    double perSlot =
        task.profile().tardinessPerHour(order.priority()) * SlotGrid.SLOT_HOURS / lots.size();
    for (int lot = 1; lot <= lots.size(); lot++) {
      List<GridOperation> operations =
          operations(order, definition, lot, lots.get(lot - 1), onlyRunning);
      if (!operations.isEmpty()) {
        jobs.add(
            new GridJob(
                lots.size() == 1 ? order.id() : order.id() + "#" + lot,
                Math.max(0, grid.from(order.release())),
                grid.at(order.due()),
                firm,
                perSlot,
                operations));
      }
    }
  }

  private List<GridOperation> operations(
      ProductionOrder order,
      OperationsDefinition definition,
      int lot,
      long units,
      boolean onlyRunning) {
    List<GridOperation> operations = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (ProcessSegment segment : inOrder(definition)) {
      InForce.Key key = new InForce.Key(order.id(), lot, segment.id());
      if (inForce.isDone(key) || onlyRunning && inForce.running(key).isEmpty()) {
        continue;
      }
      List<Integer> before =
          segment.after().stream().filter(numbers::containsKey).map(numbers::get).toList();
      Optional<PlannedOperation> running = inForce.running(key);
      numbers.put(segment.id(), operations.size());
      if (running.isPresent()) {
        operations.add(running(running.get(), segment));
        sources.add(new Source(order, lot, segment, units, List.of(), running));
      } else {
        List<SpeedMode> modes =
            order.modesOf(segment).stream()
                .filter(mode -> slots(mode, units) <= grid.slots())
                .toList();
        operations.add(free(key, segment, before, modes, units));
        sources.add(new Source(order, lot, segment, units, modes, Optional.empty()));
      }
    }
    return operations;
  }

  /** Segments such that those before stand before; there is no cycle. */
  static List<ProcessSegment> inOrder(OperationsDefinition definition) {
    Map<String, ProcessSegment> placed = new LinkedHashMap<>();
    while (placed.size() < definition.segments().size()) {
      for (ProcessSegment segment : definition.segments()) {
        if (!placed.containsKey(segment.id()) && placed.keySet().containsAll(segment.after())) {
          placed.put(segment.id(), segment);
        }
      }
    }
    return List.copyOf(placed.values());
  }

  static int slots(SpeedMode mode, long units) {
    return Math.max(1, SlotGrid.up(mode.minutes(units)));
  }

  private GridOperation free(
      InForce.Key key,
      ProcessSegment segment,
      List<Integer> before,
      List<SpeedMode> modes,
      long units) {
    Optional<PlannedOperation> toCome = inForce.toCome(key);
    PlanningProfile profile = task.profile();
    boolean inFence =
        toCome
            .filter(
                operation ->
                    operation
                        .start()
                        .isBefore(
                            grid.start()
                                .plusSeconds((long) (profile.frozenHours() * HOUR_SECONDS))))
            .isPresent();
    Placement previous =
        toCome.filter(of -> inFence).flatMap(of -> placement(of, modes)).orElse(null);
    return new GridOperation(
        segment.id(),
        before,
        modes.stream().map(mode -> mode(mode, segment, units)).toList(),
        segment.maximumWaitMinutes().isPresent() && !before.isEmpty()
            ? (int) (segment.maximumWaitMinutes().getAsInt() / SlotGrid.SLOT_MINUTES)
            : Integer.MAX_VALUE,
        before.isEmpty() ? -1 : segment.buffer().map(plant::buffer).orElse(-1),
        null,
        previous,
        previous == null ? 0 : profile.movePenalty());
  }

  /** Where an operation of the plan in force is on the grid; empty if its speed is gone. */
  Optional<Placement> placement(PlannedOperation operation, List<SpeedMode> modes) {
    for (int mode = 0; mode < modes.size(); mode++) {
      SpeedMode of = modes.get(mode);
      if (of.equipment().equals(operation.equipment()) && of.name().equals(operation.mode())) {
        return Optional.of(new Placement(mode, grid.at(operation.start())));
      }
    }
    return Optional.empty();
  }

  private GridMode mode(SpeedMode mode, ProcessSegment segment, long units) {
    int slots = slots(mode, units);
    double standby = task.plant().workUnit(mode.equipment()).orElseThrow().standbyKw();
    double[] kilowatts = new double[slots];
    Arrays.setAll(kilowatts, mode::kilowatts);
    double worked = mode.minutes(units) / SlotGrid.SLOT_MINUTES - (slots - 1);
    double share = Math.max(0, Math.min(1, worked));
    kilowatts[slots - 1] = kilowatts[slots - 1] * share + standby * (1 - share);
    Map<Integer, Integer> uses = new HashMap<>();
    mode.crews().forEach((crew, people) -> uses.put(plant.crew(crew), people));
    return new GridMode(
        plant.machine(mode.equipment()),
        kilowatts,
        plant.family(segment, mode.equipment()),
        mode.pausable(),
        mode.cost(),
        uses);
  }

  /** The rest of what runs, set-up included: it stays, and needs no further set-up. */
  private GridOperation running(PlannedOperation operation, ProcessSegment segment) {
    SpeedMode mode =
        segment.modes().stream()
            .filter(of -> of.equipment().equals(operation.equipment()))
            .filter(of -> of.name().equals(operation.mode()))
            .findFirst()
            .orElseThrow();
    WorkUnit unit = task.plant().workUnit(mode.equipment()).orElseThrow();
    int slots = Math.min(grid.slots(), Math.max(1, grid.from(operation.end())));
    double[] kilowatts = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      long into = grid.instant(slot).getEpochSecond() - operation.start().getEpochSecond();
      kilowatts[slot] =
          into < 0 ? unit.setupKw() : mode.kilowatts((int) (into / QuarterHours.SECONDS));
    }
    Map<Integer, Integer> uses = new HashMap<>();
    mode.crews().forEach((crew, people) -> uses.put(plant.crew(crew), people));
    GridMode rest = new GridMode(plant.machine(mode.equipment()), kilowatts, -1, false, 0, uses);
    return new GridOperation(
        segment.id(),
        List.of(),
        List.of(rest),
        Integer.MAX_VALUE,
        -1,
        new Placement(0, 0),
        null,
        0);
  }
}

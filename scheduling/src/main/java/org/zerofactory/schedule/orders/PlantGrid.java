package org.zerofactory.schedule.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.schedule.Buffer;
import org.zerofactory.domain.schedule.Crew;
import org.zerofactory.domain.schedule.PlannedOperation;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.ProcessSegment;
import org.zerofactory.domain.schedule.SetupMatrix;
import org.zerofactory.domain.schedule.SpeedMode;
import org.zerofactory.domain.schedule.WorkUnit;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridResource;

/** Machines, crews and buffers of a plant on the grid. */
final class PlantGrid {

  private final PlantModel plant;
  private final SlotGrid grid;
  private final Map<String, Integer> machines = new HashMap<>();
  private final Map<String, Integer> resources = new HashMap<>();
  private final Map<String, boolean[]> calendars = new HashMap<>();

  PlantGrid(PlantModel plant, SlotGrid grid) {
    this.plant = plant;
    this.grid = grid;
    plant.equipment().forEach(unit -> machines.put(unit.id(), machines.size()));
    plant.crews().forEach(crew -> resources.put("crew/" + crew.id(), resources.size()));
    plant.buffers().forEach(buffer -> resources.put("buffer/" + buffer.id(), resources.size()));
  }

  int machine(String equipment) {
    return number(machines, equipment);
  }

  int crew(String id) {
    return number(resources, "crew/" + id);
  }

  int buffer(String id) {
    return number(resources, "buffer/" + id);
  }

  private static int number(Map<String, Integer> numbers, String id) {
    return Objects.requireNonNull(numbers.get(id), id);
  }

  /** Number of a segment's family on a machine; -1 where no set-up is needed. */
  int family(ProcessSegment segment, String equipment) {
    Optional<SetupMatrix> setup =
        plant.workUnit(equipment).flatMap(WorkUnit::setup).flatMap(plant::setup);
    return setup.isPresent() && segment.family().isPresent()
        ? setup.get().families().indexOf(segment.family().get())
        : -1;
  }

  List<GridMachine> machines(InForce inForce) {
    return plant.equipment().stream().map(unit -> machine(unit, inForce)).toList();
  }

  private GridMachine machine(WorkUnit unit, InForce inForce) {
    Optional<SetupMatrix> setup = unit.setup().flatMap(plant::setup);
    int[][] slots =
        setup
            .map(
                of ->
                    of.minutes().stream()
                        .map(row -> row.stream().mapToInt(SlotGrid::up).toArray())
                        .toArray(int[][]::new))
            .orElse(new int[0][]);
    return new GridMachine(
        unit.id(),
        open(unit, grid.slots()),
        slots,
        unit.setupKw(),
        setup.isPresent() ? initialFamily(unit, setup.get(), inForce) : -1,
        unit.standbyKw(),
        unit.offKw(),
        SlotGrid.up(unit.warmUpMinutes()),
        unit.warmUpKw());
  }

  private int initialFamily(WorkUnit unit, SetupMatrix setup, InForce inForce) {
    for (PlannedOperation last : inForce.begunOn(unit.id())) {
      Optional<Integer> family =
          plant.definitions().stream()
              .flatMap(definition -> definition.segments().stream())
              .filter(segment -> segment.id().equals(last.segment()))
              .filter(segment -> makes(last, segment))
              .map(segment -> family(segment, unit.id()))
              .filter(number -> number >= 0)
              .findFirst();
      if (family.isPresent()) {
        return family.get();
      }
    }
    return unit.initialFamily().map(setup.families()::indexOf).orElse(-1);
  }

  private static boolean makes(PlannedOperation operation, ProcessSegment segment) {
    return segment.modes().stream()
        .anyMatch(
            mode ->
                mode.equipment().equals(operation.equipment())
                    && mode.name().equals(operation.mode()));
  }

  /** Whether each of the first slots is inside the machine's shifts and outside maintenance. */
  boolean[] open(WorkUnit unit, int slots) {
    boolean[] open = calendar(unit.calendar(), slots);
    for (WorkUnit.Maintenance window : unit.maintenance()) {
      int last = Math.min(slots, grid.from(window.to()));
      for (int slot = Math.max(0, grid.at(window.from())); slot < last; slot++) {
        open[slot] = false;
      }
    }
    return open;
  }

  /** Slots in which the machine is open and all people of the mode are there. */
  boolean[] open(SpeedMode mode, int slots) {
    boolean[] open = open(plant.workUnit(mode.equipment()).orElseThrow(), slots);
    for (Crew crew : plant.crews()) {
      if (mode.crews().containsKey(crew.id())) {
        boolean[] there = calendar(crew.calendar(), slots);
        for (int slot = 0; slot < slots; slot++) {
          open[slot] &= there[slot];
        }
      }
    }
    return open;
  }

  private boolean[] calendar(String id, int slots) {
    return calendars.computeIfAbsent(id + "/" + slots, key -> covered(id, slots)).clone();
  }

  private boolean[] covered(String id, int slots) {
    List<Interval> open = plant.calendar(id).orElseThrow().open(grid.first(slots), plant.zone());
    return grid.covered(open, slots);
  }

  List<GridResource> resources() {
    List<GridResource> all = new ArrayList<>();
    for (Crew crew : plant.crews()) {
      boolean[] there = calendar(crew.calendar(), grid.slots());
      int[] capacity = new int[grid.slots()];
      for (int slot = 0; slot < capacity.length; slot++) {
        capacity[slot] = there[slot] ? crew.headcount() : 0;
      }
      all.add(new GridResource(crew.id(), capacity));
    }
    for (Buffer buffer : plant.buffers()) {
      int[] capacity = new int[grid.slots()];
      Arrays.fill(capacity, buffer.capacity());
      all.add(new GridResource(buffer.id(), capacity));
    }
    return all;
  }

  List<List<Integer>> flowLines() {
    return plant.flowLines().stream()
        .map(line -> line.stream().map(this::machine).toList())
        .toList();
  }
}

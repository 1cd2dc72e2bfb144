package org.zerofactory.domain.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with the routings of a plant: cycles, unknown names, times and powers. */
final class DefinitionFaults {

  private static final String DEFINITION = "definition";

  private final PlantModel plant;
  private final FaultList faults;
  private final Map<String, Integer> crews;
  private final Set<String> buffers;

  private DefinitionFaults(PlantModel plant, FaultList faults) {
    this.plant = plant;
    this.faults = faults;
    this.crews =
        plant.crews().stream()
            .collect(Collectors.toMap(Crew::id, Crew::headcount, Math::max, HashMap::new));
    this.buffers = plant.buffers().stream().map(Buffer::id).collect(Collectors.toSet());
  }

  static void add(PlantModel plant, FaultList faults) {
    DefinitionFaults of = new DefinitionFaults(plant, faults);
    faults.ids(DEFINITION, plant.definitions().stream().map(OperationsDefinition::product));
    plant.definitions().forEach(of::definition);
  }

  private void definition(OperationsDefinition definition) {
    String id = definition.product();
    faults.atLeast(DEFINITION, id, "minimumLot", definition.minimumLot(), 1);
    faults.atLeast(DEFINITION, id, "maximumLot", definition.maximumLot(), definition.minimumLot());
    if (definition.segments().isEmpty()) {
      faults.add(DEFINITION, id, "segments", "", "at least one segment");
    }
    Set<String> seen = new HashSet<>();
    Set<String> all =
        definition.segments().stream().map(ProcessSegment::id).collect(Collectors.toSet());
    for (ProcessSegment segment : definition.segments()) {
      String field = "segments." + segment.id();
      if (!seen.add(segment.id())) {
        faults.add(DEFINITION, id, field, segment.id(), "each segment once");
      }
      for (String before : segment.after()) {
        faults.known(DEFINITION, id, field + ".after", before, all, "a segment of the product");
      }
      segment(id, field, segment);
    }
    cycle(definition)
        .ifPresent(
            found ->
                faults.add(
                    DEFINITION,
                    id,
                    "segments",
                    String.join(" after ", found),
                    "a routing without a cycle"));
  }

  private void segment(String id, String field, ProcessSegment segment) {
    segment
        .buffer()
        .ifPresent(
            buffer ->
                faults.known(
                    DEFINITION, id, field + ".buffer", buffer, buffers, "the id of a buffer"));
    segment
        .maximumWaitMinutes()
        .ifPresent(
            minutes -> faults.atLeast(DEFINITION, id, field + ".maximumWaitMinutes", minutes, 0));
    if (segment.modes().isEmpty()) {
      faults.add(DEFINITION, id, field + ".modes", "", "at least one machine");
    }
    Set<String> names = new HashSet<>();
    for (int number = 0; number < segment.modes().size(); number++) {
      SpeedMode mode = segment.modes().get(number);
      String at = field + ".modes[" + number + "]";
      if (!names.add(mode.equipment() + "/" + mode.name())) {
        String name = mode.equipment() + "/" + mode.name();
        faults.add(DEFINITION, id, at, name, "each machine and speed once");
      }
      mode(id, at, mode);
      equipment(id, at, mode, segment);
    }
  }

  private void mode(String id, String at, SpeedMode mode) {
    faults.amount(DEFINITION, id, at + ".minutesPerLot", mode.minutesPerLot());
    faults.amount(DEFINITION, id, at + ".minutesPerUnit", mode.minutesPerUnit());
    if (mode.minutesPerLot() == 0 && mode.minutesPerUnit() == 0) {
      faults.add(DEFINITION, id, at + ".minutesPerUnit", 0, "a duration of more than 0 minutes");
    }
    mode.leadKw().forEach(kw -> faults.amount(DEFINITION, id, at + ".leadKw", kw));
    faults.amount(DEFINITION, id, at + ".runKw", mode.runKw());
    faults.amount(DEFINITION, id, at + ".cost", mode.cost());
    mode.crews()
        .forEach(
            (crew, people) -> {
              String field = at + ".crews." + crew;
              faults.known(DEFINITION, id, field, crew, crews.keySet(), "the id of a crew");
              faults.atLeast(DEFINITION, id, field, people, 1);
              int there = crews.getOrDefault(crew, Integer.MAX_VALUE);
              if (people > there) {
                faults.add(DEFINITION, id, field, people, "at most the crew's " + there);
              }
            });
  }

  private void equipment(String id, String at, SpeedMode mode, ProcessSegment segment) {
    Optional<WorkUnit> unit = plant.workUnit(mode.equipment());
    if (unit.isEmpty()) {
      faults.add(DEFINITION, id, at + ".equipment", mode.equipment(), "the id of a machine");
      return;
    }
    Optional<SetupMatrix> setup = unit.get().setup().flatMap(plant::setup);
    if (setup.isPresent() && segment.family().isPresent()) {
      String family = segment.family().get();
      if (!setup.get().families().contains(family)) {
        faults.add(
            DEFINITION,
            id,
            "segments." + segment.id() + ".family",
            family,
            "a family of set-up matrix " + setup.get().id() + " of " + mode.equipment());
      }
    }
  }

  /** A cycle of segments, the first one again at the end; empty if there is none. */
  private static Optional<List<String>> cycle(OperationsDefinition definition) {
    Map<String, List<String>> after = new HashMap<>();
    definition.segments().forEach(segment -> after.putIfAbsent(segment.id(), segment.after()));
    Set<String> clear = new HashSet<>();
    for (ProcessSegment segment : definition.segments()) {
      Deque<String> path = new ArrayDeque<>();
      Optional<List<String>> found = cycle(segment.id(), after, path, clear);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<List<String>> cycle(
      String at, Map<String, List<String>> after, Deque<String> path, Set<String> clear) {
    if (path.contains(at)) {
      List<String> all = new ArrayList<>(path);
      List<String> cycle = new ArrayList<>(all.subList(all.indexOf(at), all.size()));
      cycle.add(at);
      return Optional.of(cycle);
    }
    if (clear.contains(at)) {
      return Optional.empty();
    }
    path.addLast(at);
    for (String before : after.getOrDefault(at, List.of())) {
      Optional<List<String>> found = cycle(before, after, path, clear);
      if (found.isPresent()) {
        return found;
      }
    }
    path.removeLast();
    clear.add(at);
    return Optional.empty();
  }
}

package org.zerofactory.domain.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks new runs against the site and the runs that are held already. */
public final class RunChecks {

  /** How the new runs stand to those held. */
  public record Result(List<ProductionRun> added, long unchanged, List<RunFault> faults) {
    public Result {
      added = List.copyOf(added);
      faults =
          faults.stream()
              .sorted(Comparator.comparing(RunFault::row).thenComparing(RunFault::column))
              .toList();
    }

    /** The same with faults that were found earlier. */
    public Result with(List<RunFault> earlier) {
      List<RunFault> all = new ArrayList<>(earlier);
      all.addAll(faults);
      return new Result(added, unchanged, all);
    }
  }

  private record Placed(long row, ProductionRun run) {}

  private static final Comparator<Placed> BY_TIME =
      Comparator.comparing((Placed placed) -> placed.run.from())
          .thenComparing(placed -> placed.run.id());

  private final Equipment equipment;
  private final List<RunFault> faults = new ArrayList<>();

  private RunChecks(Equipment equipment) {
    this.equipment = equipment;
  }

  /**
   * A run that is held word for word is no change; one of the same id that says something else is a
   * fault, and so are unknown equipment and two runs on one machine at the same time.
   *
   * @param held runs that touch the time of the new ones, and those with their ids
   */
  public static Result of(List<RunRow> rows, Equipment equipment, Collection<ProductionRun> held) {
    RunChecks checks = new RunChecks(equipment);
    List<RunRow> added = checks.added(rows, held);
    checks.known(rows);
    checks.overlaps(added, held);
    List<RunFault> faults =
        checks.faults.stream()
            .sorted(Comparator.comparing(RunFault::row).thenComparing(RunFault::column))
            .toList();
    return new Result(added.stream().map(RunRow::run).toList(), rows.size() - added.size(), faults);
  }

  private List<RunRow> added(List<RunRow> rows, Collection<ProductionRun> held) {
    Map<String, ProductionRun> known = new HashMap<>();
    held.forEach(run -> known.put(run.id(), run));
    List<RunRow> added = new ArrayList<>();
    for (RunRow row : rows) {
      ProductionRun before = known.putIfAbsent(row.run().id(), row.run());
      if (before == null) {
        added.add(row);
      } else if (!before.equals(row.run())) {
        faults.add(
            new RunFault(
                row.row(),
                "run",
                "expected a run with an id of its own, or the same run again; "
                    + row.run().id()
                    + " is "
                    + text(before)));
      }
    }
    return added;
  }

  private void known(List<RunRow> rows) {
    for (RunRow row : rows) {
      if (!equipment.isKnown(row.run().equipment())) {
        faults.add(
            new RunFault(
                row.row(),
                "machine",
                "expected a machine or line of the site out of "
                    + String.join(", ", equipment.names())
                    + ", found \""
                    + row.run().equipment()
                    + "\""));
      }
    }
  }

  private void overlaps(List<RunRow> added, Collection<ProductionRun> held) {
    Map<String, List<Placed>> byMachine = new TreeMap<>();
    added.forEach(row -> place(new Placed(row.row(), row.run()), byMachine));
    held.forEach(run -> place(new Placed(0, run), byMachine));
    byMachine.forEach(this::overlaps);
  }

  private void place(Placed placed, Map<String, List<Placed>> byMachine) {
    for (String machine : equipment.machinesOf(placed.run.equipment())) {
      byMachine.computeIfAbsent(machine, none -> new ArrayList<>()).add(placed);
    }
  }

  /** Goes through the runs in time, beside the one that ends last so far. */
  private void overlaps(String machine, List<Placed> runs) {
    Optional<Placed> longest = Optional.empty();
    for (Placed placed : runs.stream().sorted(BY_TIME).toList()) {
      if (longest.filter(before -> before.run.to().isAfter(placed.run.from())).isPresent()) {
        Placed before = longest.get();
        Placed late = placed.row >= before.row ? placed : before;
        if (late.row > 0) {
          faults.add(overlap(machine, late, late == placed ? before : placed));
        }
      }
      if (longest.filter(before -> !before.run.to().isBefore(placed.run.to())).isEmpty()) {
        longest = Optional.of(placed);
      }
    }
  }

  private static RunFault overlap(String machine, Placed late, Placed other) {
    String where = other.row > 0 ? " of row " + other.row : "";
    return new RunFault(
        late.row,
        "from",
        "expected a time in which "
            + machine
            + " runs nothing else, found "
            + late.run.from()
            + " to "
            + late.run.to()
            + " beside run "
            + other.run.id()
            + where
            + ", "
            + other.run.from()
            + " to "
            + other.run.to());
  }

  private static String text(ProductionRun run) {
    return "order %s, product %s on %s from %s to %s, %d good, %d scrap"
        .formatted(
            run.order(),
            run.product(),
            run.equipment(),
            run.from(),
            run.to(),
            run.good(),
            run.scrap());
  }
}

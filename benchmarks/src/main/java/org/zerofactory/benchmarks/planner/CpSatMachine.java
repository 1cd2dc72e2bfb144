package org.zerofactory.benchmarks.planner;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CircuitConstraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.schedule.grid.GridMachine;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridProblem;

/** One machine in the CP-SAT model: its operations in a circuit whose arcs know the set-ups. */
final class CpSatMachine {

  /** Above this many terms the per-slot capacity is left to the circuit. */
  private static final int MOST_TERMS = 150_000;

  private final CpModel model;
  private final CpSatStarts starts;
  private final int number;
  private final GridMachine machine;
  private final int slots;
  private final IntVar[] begin;
  private final IntVar[] end;
  private final List<Integer> members = new ArrayList<>();
  private final List<Integer> families = new ArrayList<>();

  CpSatMachine(
      GridProblem problem,
      CpModel model,
      CpSatStarts starts,
      int number,
      IntVar[] begin,
      IntVar[] end) {
    this.model = model;
    this.starts = starts;
    this.number = number;
    this.machine = problem.machines().get(number);
    this.slots = problem.slots();
    this.begin = begin;
    this.end = end;
    int operation = 0;
    for (var job : problem.jobs()) {
      for (GridOperation step : job.operations()) {
        for (GridMode mode : step.modes()) {
          if (mode.machine() == number && !members.contains(operation)) {
            members.add(operation);
            families.add(mode.family());
          }
        }
        operation++;
      }
    }
  }

  /**
   * @param hint a feasible plan, for the order of the arcs
   */
  void build(List<Placement> hint) {
    List<Integer> order = order(hint);
    CircuitConstraint circuit = model.addCircuit();
    arc(circuit, -1, -1, order, 0); // an idle machine
    for (int to = 0; to < members.size(); to++) {
      Map<Integer, LinearExprBuilder> arrivals = new HashMap<>();
      for (int from = -1; from < members.size(); from++) {
        if (from == to) {
          continue;
        }
        int family = from < 0 ? machine.initialFamily() : families.get(from);
        int setup = family < 0 ? 0 : machine.setup()[family][families.get(to)];
        BoolVar arc = arc(circuit, from, to, order, setup);
        arrivals.computeIfAbsent(setup, length -> LinearExpr.newBuilder()).add(arc);
      }
      arc(circuit, to, -1, order, 0);
      absent(circuit, to, order);
      tie(to, arrivals);
    }
    capacity();
  }

  private List<Integer> order(List<Placement> hint) {
    List<Integer> here = new ArrayList<>();
    for (int member = 0; member < members.size(); member++) {
      int operation = members.get(member);
      int mode = hint.get(operation).mode();
      boolean on =
          starts.of(operation).stream()
              .anyMatch(choice -> choice.mode() == mode && choice.way().machine() == number);
      if (on) {
        here.add(member);
      }
    }
    here.sort(Comparator.comparingInt(member -> hint.get(members.get(member)).start()));
    return here;
  }

  /** Member -1 is the beginning and the end of the day. */
  private BoolVar arc(CircuitConstraint circuit, int from, int to, List<Integer> order, int setup) {
    BoolVar arc = model.newBoolVar("");
    circuit.addArc(from + 1, to + 1, arc);
    int position = from < 0 ? -1 : order.indexOf(from);
    int next = position + 1 < order.size() ? order.get(position + 1) : -1;
    model.addHint(arc, (from < 0 || position >= 0) && next == to);
    if (from >= 0 && to >= 0) {
      model
          .addGreaterOrEqual(
              begin[members.get(to)],
              LinearExpr.newBuilder().add(end[members.get(from)]).add(setup))
          .onlyEnforceIf(arc);
    }
    return arc;
  }

  private void absent(CircuitConstraint circuit, int member, List<Integer> order) {
    BoolVar loop = model.newBoolVar("");
    circuit.addArc(member + 1, member + 1, loop);
    model.addHint(loop, !order.contains(member));
  }

  /** Arrivals by an arc with a set-up of some length are choices with that length. */
  private void tie(int member, Map<Integer, LinearExprBuilder> arrivals) {
    Map<Integer, LinearExprBuilder> chosen = new HashMap<>();
    for (CpSatStarts.Choice choice : starts.of(members.get(member))) {
      if (choice.way().machine() == number) {
        chosen
            .computeIfAbsent(choice.setup(), length -> LinearExpr.newBuilder())
            .add(choice.literal());
      }
    }
    arrivals.forEach(
        (setup, arcs) ->
            model.addEquality(arcs, chosen.getOrDefault(setup, LinearExpr.newBuilder())));
    chosen.forEach(
        (setup, literals) -> {
          if (!arrivals.containsKey(setup)) {
            model.addEquality(literals, 0);
          }
        });
  }

  /** Not needed for correctness: sharpens the relaxation. */
  private void capacity() {
    long terms = 0;
    List<List<BoolVar>> busy = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      busy.add(new ArrayList<>());
    }
    for (int operation : members) {
      for (CpSatStarts.Choice choice : starts.of(operation)) {
        if (choice.way().machine() == number) {
          terms += choice.end() - choice.from();
          for (int slot = choice.from(); slot < choice.end(); slot++) {
            busy.get(slot).add(choice.literal());
          }
        }
      }
    }
    if (terms <= MOST_TERMS) {
      busy.stream()
          .filter(literals -> literals.size() > 1)
          .forEach(literals -> model.addAtMostOne(literals.toArray(BoolVar[]::new)));
    }
  }
}

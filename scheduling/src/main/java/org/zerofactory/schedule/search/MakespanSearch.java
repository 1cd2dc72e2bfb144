package org.zerofactory.schedule.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Tabu search for problems in which only the last end counts: operations of a critical path go to
 * another place or machine, judged by head and tail at the new place before it is done. Where an
 * insertion cannot close a circle follows from heads and tails (Dauzere-Peres and Paulli, Annals of
 * Operations Research 70 (1997) 281; Mastrolilli and Gambardella, J. Scheduling 3 (2000) 3).
 */
final class MakespanSearch {

  private static final int GLANCE = 15;
  private static final int PATIENCE = 4_000;

  private final Disjunction graph;
  private final Layout at;
  private final RandomGenerator random;
  private final long[] tabuUntil;
  private final int[] path;
  private int pathLength;
  private long step;

  private int bestJudged;
  private int ties;
  private int chosen;
  private int chosenMode;
  private int chosenEarlier;

  MakespanSearch(Layout at, RandomGenerator random) {
    this.at = at;
    this.graph = new Disjunction(at);
    this.random = random;
    this.tabuUntil = new long[at.operations * at.machines];
    this.path = new int[at.operations];
  }

  /**
   * Improves {@code best}, from which it begins, until the budget is used up or it is proven best.
   */
  void run(Budget budget, Snapshot best) {
    graph.take(best.modes, best.starts);
    int least = Integer.MAX_VALUE;
    int bound = bound();
    long improved = 0;
    while (least > bound && ((step & GLANCE) != 0 || budget.share() < 1)) {
      if (graph.makespan < least) {
        least = graph.makespan;
        improved = step;
        keep(best);
      }
      if (step - improved > PATIENCE) {
        improved = step;
        scatter(best);
      }
      budget.step();
      step++;
      criticalPath();
      if (choose(least)) {
        move();
      } else {
        scatter(best);
      }
    }
    if (graph.makespan < least) {
      keep(best);
    }
  }

  private void keep(Snapshot best) {
    System.arraycopy(graph.mode, 0, best.modes, 0, graph.n);
    System.arraycopy(graph.head, 0, best.starts, 0, graph.n);
  }

  /** The longest job and the fullest machine, if every operation took its shortest mode. */
  private int bound() {
    int bound = 0;
    for (int job = 0; job < at.jobs; job++) {
      int sum = at.release[job];
      for (int member = at.firstOperation[job]; member < at.firstOperation[job + 1]; member++) {
        sum += at.leastDuration[member];
      }
      bound = Math.max(bound, sum);
    }
    return Math.max(bound, fullest());
  }

  private int fullest() {
    int[] only = new int[at.machines];
    int all = 0;
    for (int operation = 0; operation < at.operations; operation++) {
      int machine = at.machineOf[at.firstMode[operation]];
      boolean hasChoice = false;
      int end = at.firstMode[operation] + at.modeCount[operation];
      for (int mode = at.firstMode[operation]; mode < end; mode++) {
        hasChoice |= at.machineOf[mode] != machine;
      }
      only[machine] += hasChoice ? 0 : at.leastDuration[operation];
      all += at.leastDuration[operation];
    }
    int fullest = (all + at.machines - 1) / at.machines;
    return Math.max(fullest, Arrays.stream(only).max().orElse(0));
  }

  /** Begins anew from the best with some random moves of critical operations. */
  private void scatter(Snapshot best) {
    if (random.nextInt(3) > 0) {
      graph.take(best.modes, best.starts);
    }
    int moves = 3 + random.nextInt(8);
    for (int count = 0; count < moves; count++) {
      criticalPath();
      int from = random.nextInt(pathLength);
      bestJudged = Integer.MAX_VALUE;
      ties = 0;
      places(path[from], Integer.MAX_VALUE, true);
      if (bestJudged < Integer.MAX_VALUE) {
        move();
      }
    }
  }

  private void criticalPath() {
    pathLength = 0;
    int operation = lastCritical();
    while (operation != Disjunction.NONE) {
      path[pathLength++] = operation;
      int byJob = graph.before[operation];
      int byMachine = graph.previous[operation];
      boolean job = byJob != Disjunction.NONE && graph.endOf(byJob) == graph.head[operation];
      boolean machine =
          byMachine != Disjunction.NONE && graph.endOf(byMachine) == graph.head[operation];
      if (job && machine) {
        operation = random.nextBoolean() ? byJob : byMachine;
      } else {
        operation = job ? byJob : machine ? byMachine : Disjunction.NONE;
      }
    }
  }

  private int lastCritical() {
    int found = Disjunction.NONE;
    int count = 0;
    for (int operation = 0; operation < graph.n; operation++) {
      if (graph.endOf(operation) == graph.makespan && random.nextInt(++count) == 0) {
        found = operation;
      }
    }
    return found;
  }

  /** The best move that is not tabu; false if there is none. */
  private boolean choose(int least) {
    bestJudged = Integer.MAX_VALUE;
    ties = 0;
    for (int index = 0; index < pathLength; index++) {
      places(path[index], least, false);
    }
    return bestJudged < Integer.MAX_VALUE;
  }

  private void places(int operation, int least, boolean any) {
    int end = at.firstMode[operation] + at.modeCount[operation];
    for (int mode = at.firstMode[operation]; mode < end; mode++) {
      int machine = at.machineOf[mode];
      boolean isTabu = !any && tabuUntil[operation * at.machines + machine] > step;
      placesOn(operation, mode, isTabu ? least : Integer.MAX_VALUE, any);
    }
  }

  /**
   * Goes along the machine's sequence without the operation. Heads of those behind its old place
   * and tails of those before it are taken anew along the machine.
   */
  private void placesOn(int operation, int mode, int below, boolean any) {
    int job = graph.before[operation];
    int then = graph.after[operation];
    int release = Math.max(at.release[at.jobOf[operation]], graph.endOf(job));
    int rest = graph.wayFrom(then);
    boolean own = graph.machine[operation] == at.machineOf[mode];
    int earlier = Disjunction.NONE;
    int later = skip(graph.first[at.machineOf[mode]], operation);
    int end = 0;
    boolean passed = false;
    while (true) {
      boolean stays = own && earlier == graph.previous[operation] && graph.mode[operation] == mode;
      boolean circle =
          later != Disjunction.NONE
                  && job != Disjunction.NONE
                  && (later == job || graph.endOf(later) <= graph.head[job])
              || earlier != Disjunction.NONE
                  && then != Disjunction.NONE
                  && (earlier == then || graph.wayFrom(earlier) <= graph.tail[then]);
      if (!stays && !circle) {
        int way = later == Disjunction.NONE ? 0 : wayWithout(later, operation, own && !passed);
        int judged = Math.max(release, end) + at.duration[mode] + Math.max(rest, way);
        offer(operation, mode, earlier, any ? random.nextInt(1 << 20) : judged, below);
      }
      if (later == Disjunction.NONE) {
        return;
      }
      passed |= own && graph.previous[later] == operation;
      int begin = passed ? Math.max(graph.endOf(graph.before[later]), end) : graph.head[later];
      end = begin + graph.length[later];
      earlier = later;
      later = skip(graph.next[later], operation);
    }
  }

  private int skip(int operation, int skipped) {
    return operation == skipped ? graph.next[operation] : operation;
  }

  /** Length and tail of an operation as if the moved one were no longer behind it. */
  private int wayWithout(int operation, int moved, boolean isBefore) {
    if (!isBefore) {
      return graph.wayFrom(operation);
    }
    int sum = 0;
    int last = graph.previous[moved];
    int way = graph.wayFrom(graph.next[moved]);
    // backwards along the machine from the gap that the moved one leaves
    for (int member = last; member != Disjunction.NONE; member = graph.previous[member]) {
      way = graph.length[member] + Math.max(graph.wayFrom(graph.after[member]), way);
      if (member == operation) {
        sum = way;
        break;
      }
    }
    return sum == 0 ? graph.wayFrom(operation) : sum;
  }

  private void offer(int operation, int mode, int earlier, int judged, int below) {
    if (judged >= below || judged > bestJudged) {
      return;
    }
    ties = judged == bestJudged ? ties + 1 : 1;
    bestJudged = judged;
    if (ties == 1 || random.nextInt(ties) == 0) {
      chosen = operation;
      chosenMode = mode;
      chosenEarlier = earlier;
    }
  }

  private void move() {
    int tenure = 6 + random.nextInt(8 + pathLength / 3);
    tabuUntil[chosen * at.machines + graph.machine[chosen]] = step + tenure;
    graph.unlink(chosen);
    graph.set(chosen, chosenMode);
    graph.link(chosen, chosenEarlier);
    graph.compute();
  }
}

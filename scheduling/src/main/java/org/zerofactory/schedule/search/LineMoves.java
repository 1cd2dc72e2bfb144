package org.zerofactory.schedule.search;

import java.util.random.RandomGenerator;

/** Moves a job to another place in the order in which jobs pass a flow line. */
final class LineMoves {

  private final PlanState plan;
  private final Layout at;
  private final Pusher pusher;
  private final RandomGenerator random;

  LineMoves(PlanState plan, Pusher pusher, RandomGenerator random) {
    this.plan = plan;
    this.at = plan.at;
    this.pusher = pusher;
    this.random = random;
  }

  /**
   * Takes the job out and puts it some places later, pushing those in between into the hole it
   * left, or some places earlier.
   */
  boolean reinsert(int line, int job) {
    boolean later = random.nextBoolean();
    int old = plan.order.previous(line, job);
    int target = target(line, job, later);
    if (target == (later ? job : old)) {
      return false;
    }
    for (int member = first(job); member < end(job); member++) {
      if (at.lineOf[member] == line && at.isFixed(member)) {
        return false;
      }
    }
    unlink(line, job);
    plan.order.link(line, job, target);
    link(line, job, target);
    return later ? backwards(line, job) : forwards(line, job);
  }

  private int target(int line, int job, boolean later) {
    double chance = random.nextDouble();
    int steps = 1 + (int) (chance * chance * (at.jobs - 1));
    int reached = later ? job : plan.order.previous(line, job);
    for (int step = 0; step < steps; step++) {
      int further = later ? plan.order.next(line, reached) : reached;
      if (further == PlanState.NONE) {
        break;
      }
      reached = later ? further : plan.order.previous(line, reached);
    }
    return reached;
  }

  private void unlink(int line, int job) {
    for (int member = first(job); member < end(job); member++) {
      if (at.lineOf[member] == line) {
        plan.lift(member);
        plan.unlink(member);
      }
    }
    plan.order.unlink(line, job);
  }

  /** Links the job's operations on the machines behind those of the jobs before it. */
  void link(int line, int job, int target) {
    for (int member = first(job); member < end(job); member++) {
      if (at.lineOf[member] == line) {
        int mode = plan.mode(member);
        plan.link(member, mode, before(line, target, at.machineOf[mode]));
      }
    }
  }

  /**
   * Last operation on the machine of the jobs up to the given one, {@code NONE} if none has any.
   */
  int before(int line, int job, int machine) {
    for (int earlier = job; earlier != PlanState.NONE; ) {
      for (int member = first(earlier); member < end(earlier); member++) {
        if (at.lineOf[member] == line && plan.machine(member) == machine) {
          return member;
        }
      }
      earlier = plan.order.previous(line, earlier);
    }
    return PlanState.NONE;
  }

  /** From its last operation to its first, each as late as what follows lets it. */
  private boolean backwards(int line, int job) {
    for (int member = end(job) - 1; member >= first(job); member--) {
      if (at.lineOf[member] == line && !late(member)) {
        return false;
      }
    }
    for (int member = end(job) - 1; member >= first(job); member--) {
      if (!pusher.left(member)) {
        return false;
      }
    }
    return true;
  }

  private boolean late(int member) {
    int mode = plan.mode(member);
    int next = plan.next(member);
    int previous = plan.previous(member);
    int until = pusher.limit();
    if (next != PlanState.NONE) {
      until = plan.start(next) - plan.neededSetup(next, plan.mode(next));
    } else if (previous != PlanState.NONE) {
      until = plan.end(previous);
    }
    for (int successor : at.after[member]) {
      until = Math.min(until, plan.start(successor));
    }
    int setup = plan.neededSetup(member, mode);
    int start = pusher.latest(mode, until, setup);
    if (start - setup < 0 || start < at.release[at.jobOf[member]]) {
      return false;
    }
    plan.put(member, mode, start);
    return true;
  }

  /** From its first operation to its last, each as early as what precedes lets it. */
  private boolean forwards(int line, int job) {
    for (int member = first(job); member < end(job); member++) {
      if (at.lineOf[member] == line && !early(member)) {
        return false;
      }
    }
    for (int member = first(job); member < end(job); member++) {
      if (!pusher.right(member)) {
        return false;
      }
    }
    return true;
  }

  private boolean early(int member) {
    int mode = plan.mode(member);
    int previous = plan.previous(member);
    int next = plan.next(member);
    int setup = plan.neededSetup(member, mode);
    int from = at.release[at.jobOf[member]];
    if (previous != PlanState.NONE) {
      from = Math.max(from, plan.end(previous) + setup);
    } else if (next != PlanState.NONE) {
      from = Math.max(from, plan.ready(next));
    }
    from = Math.max(from, plan.predecessorsEnd(member));
    int start = pusher.earliest(mode, from, setup);
    if (start >= StartTable.NEVER || at.starts[mode].end(start) > pusher.limit()) {
      return false;
    }
    plan.put(member, mode, start);
    return true;
  }

  private int first(int job) {
    return at.firstOperation[job];
  }

  private int end(int job) {
    return at.firstOperation[job + 1];
  }
}

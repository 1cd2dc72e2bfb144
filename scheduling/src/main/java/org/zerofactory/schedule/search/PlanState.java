package org.zerofactory.schedule.search;

/**
 * A plan that is being changed. A move lifts what it changes, puts it elsewhere and settles; until
 * the next {@link #begin} all of it can be taken back.
 *
 * <p>An operation's footprint is its run and set-up, what its machine draws in the gap before it,
 * the resources it takes and the buffer in which it waits. It must be lifted before anything
 * changes that its footprint depends on; {@link #lift} also lifts those that depend on it.
 */
final class PlanState {

  static final int NONE = -1;

  final Layout at;
  final LoadProfile profile;
  final Order order;

  private final ResourceUse use;
  private final Cells cells;
  private final Footprint footprint;
  private final int n;
  private final int[] stamp;
  private int[] lifted = new int[64];
  private int liftedCount;
  private int move = 1;

  PlanState(Layout at, SlotCost price) {
    this.at = at;
    this.n = at.operations;
    this.cells = new Cells(6 * n + 2 * at.machines + at.jobs);
    this.profile = new LoadProfile(price, at.slots, java.util.Arrays.stream(at.offKw).sum());
    this.use = new ResourceUse(at.problem.resources(), at.slots);
    this.order = new Order(at);
    this.stamp = new int[n];
    this.footprint = new Footprint(this, use);
  }

  int mode(int operation) {
    return cells.get(operation);
  }

  int start(int operation) {
    return cells.get(n + operation);
  }

  int end(int operation) {
    return cells.get(2 * n + operation);
  }

  int setup(int operation) {
    return cells.get(3 * n + operation);
  }

  /** First slot in which it keeps its machine. */
  int ready(int operation) {
    return start(operation) - setup(operation);
  }

  /** The operation before it on its machine, or {@link #NONE}. */
  int previous(int operation) {
    return cells.get(4 * n + operation);
  }

  int next(int operation) {
    return cells.get(5 * n + operation);
  }

  int first(int machine) {
    return cells.get(6 * n + machine);
  }

  int last(int machine) {
    return cells.get(6 * n + at.machines + machine);
  }

  /** Slot after the last end of a job's operations. */
  int jobEnd(int job) {
    return cells.get(6 * n + 2 * at.machines + job);
  }

  int machine(int operation) {
    return at.machineOf[mode(operation)];
  }

  boolean isPlaced(int operation) {
    return start(operation) >= 0;
  }

  /** Money; what the hard rules are broken by is {@link #hard}. */
  double cost() {
    return profile.cost() + footprint.money();
  }

  /** Sum of slots, units and kW by which hard rules are broken; 0 if the plan is feasible. */
  double hard() {
    return footprint.slotsBroken() + use.over() + profile.excess();
  }

  /** Slots of operations beyond the horizon. */
  double overflow() {
    return footprint.overflow();
  }

  void begin() {
    cells.begin();
    profile.begin();
    use.begin();
    footprint.begin();
    order.begin();
    liftedCount = 0;
    move++;
  }

  void rollback() {
    cells.rollback();
    profile.rollback();
    use.rollback();
    footprint.rollback();
    order.rollback();
    liftedCount = 0;
    move++;
  }

  /** Takes the operation's footprint away, and that of those whose footprint depends on it. */
  void lift(int operation) {
    if (stamp[operation] == move) {
      return;
    }
    stamp[operation] = move;
    if (liftedCount == lifted.length) {
      lifted = java.util.Arrays.copyOf(lifted, 2 * liftedCount);
    }
    lifted[liftedCount++] = operation;
    // also before it is placed: a successor that stands already waits for it from then on
    for (int successor : at.after[operation]) {
      if (at.waits[successor]) {
        lift(successor);
      }
    }
    if (isPlaced(operation)) {
      liftFollowers(next(operation), machine(operation));
      footprint.remove(operation);
    }
  }

  private void liftFollowers(int follower, int machine) {
    if (!at.coupled[machine]) {
      return;
    }
    int reached = follower;
    while (reached != NONE) {
      lift(reached);
      // without a family it passes on the one before it
      boolean passes = at.machine[machine].setup().length > 0 && at.family[mode(reached)] < 0;
      reached = passes ? next(reached) : NONE;
    }
  }

  /** Puts a lifted operation into its slot; links stay as they are. */
  void put(int operation, int mode, int start) {
    cells.set(operation, mode);
    cells.set(n + operation, start);
    cells.set(2 * n + operation, at.starts[mode].end(start));
  }

  void setup(int operation, int setup) {
    if (setup(operation) != setup) {
      cells.set(3 * n + operation, setup);
    }
  }

  /** Takes a lifted operation off its machine. */
  void unlink(int operation) {
    int machine = machine(operation);
    int earlier = previous(operation);
    int later = next(operation);
    liftFollowers(later, machine);
    setNext(earlier, machine, later);
    setPrevious(later, machine, earlier);
  }

  /** Links a lifted, unlinked operation behind another one of the mode's machine. */
  void link(int operation, int mode, int earlier) {
    int machine = at.machineOf[mode];
    int later = earlier == NONE ? first(machine) : next(earlier);
    liftFollowers(later, machine);
    cells.set(4 * n + operation, earlier);
    cells.set(5 * n + operation, later);
    setNext(earlier, machine, operation);
    setPrevious(later, machine, operation);
    cells.set(operation, mode);
  }

  /** Marks a lifted, unlinked operation as nowhere. */
  void remove(int operation) {
    cells.set(n + operation, NONE);
  }

  private void setNext(int operation, int machine, int to) {
    cells.set(operation == NONE ? 6 * n + machine : 5 * n + operation, to);
  }

  private void setPrevious(int operation, int machine, int to) {
    cells.set(operation == NONE ? 6 * n + at.machines + machine : 4 * n + operation, to);
  }

  /** Set-up slots it needs where it is linked. */
  int neededSetup(int operation, int mode) {
    // the walk back along the machine is saved where no set-up can follow from it
    return at.family[mode] < 0
        ? 0
        : at.setup(mode, familyBefore(previous(operation), at.machineOf[mode]));
  }

  /** Family that the machine is set up for after an operation, -1 if it needs no set-up. */
  int familyBefore(int earlier, int machine) {
    int at1 = earlier;
    while (at1 != NONE) {
      int family = at.family[mode(at1)];
      if (family >= 0) {
        return family;
      }
      at1 = previous(at1);
    }
    return at.machine[machine].initialFamily();
  }

  /** Adds the footprints of all that was lifted and is placed. */
  void settle() {
    for (int index = 0; index < liftedCount; index++) {
      int operation = lifted[index];
      if (isPlaced(operation)) {
        setup(operation, neededSetup(operation, mode(operation)));
      }
    }
    for (int index = 0; index < liftedCount; index++) {
      int operation = lifted[index];
      if (isPlaced(operation)) {
        footprint.add(operation);
      }
      stamp[operation] = 0;
    }
    for (int index = 0; index < liftedCount; index++) {
      settleJob(at.jobOf[lifted[index]]);
    }
    footprint.settleMakespan();
    liftedCount = 0;
  }

  private void settleJob(int job) {
    int end = 0;
    for (int member = at.firstOperation[job]; member < at.firstOperation[job + 1]; member++) {
      end = Math.max(end, isPlaced(member) ? end(member) : 0);
    }
    int old = jobEnd(job);
    if (old != end) {
      cells.set(6 * n + 2 * at.machines + job, end);
      footprint.jobMoved(job, Math.max(0, old), end);
    }
  }

  /** Latest end of the predecessors, {@link #NONE} if it has none. */
  int predecessorsEnd(int operation) {
    int latest = NONE;
    for (int earlier : at.before[operation]) {
      latest = Math.max(latest, isPlaced(earlier) ? end(earlier) : NONE);
    }
    return latest;
  }

  boolean fitsResources(int mode, int start) {
    return footprint.fits(mode, start);
  }

  /** Takes everything away. */
  void clear() {
    cells.fill(NONE);
    profile.reset();
    use.reset();
    footprint.reset();
    order.reset();
    begin();
  }
}

package org.zerofactory.schedule.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * For problems in which all jobs are one operation on the same machine and nothing but the start of
 * each decides its cost: searches the sequence only, and times every sequence exactly by dynamic
 * programming over position and idle slots. Tables of the prefixes and suffixes let a change of the
 * positions {@code i..k} be judged in {@code (k - i) * idle} steps.
 */
final class SequenceSearch {

  private static final int GLANCE = 127;
  private static final long LARGEST_TABLE = 100_000;
  private static final double IMPOSSIBLE = 1e200;

  private final Layout at;
  private final RandomGenerator random;
  private final int n;
  private final int idle;
  private final int[] length;
  private final double[][] cost;
  private final double[][] prefix;
  private final double[][] suffix;
  private final int[] offset;
  private final int[] sequence;
  private final int[] changed;
  private double[] from;
  private double[] to;
  private int low;
  private int high;

  SequenceSearch(Layout at, SlotCost price, RandomGenerator random) {
    this.at = at;
    this.random = random;
    this.n = at.operations;
    this.length = Arrays.copyOf(at.duration, n);
    this.idle = at.horizon - Arrays.stream(length).sum();
    this.cost = new double[n][];
    for (int operation = 0; operation < n; operation++) {
      cost[operation] = costs(operation, price);
    }
    this.prefix = new double[n + 1][idle + 1];
    this.suffix = new double[n + 1][idle + 1];
    this.offset = new int[n + 1];
    this.sequence = new int[n];
    this.changed = new int[n];
    this.from = new double[idle + 1];
    this.to = new double[idle + 1];
  }

  /** Whether this search is exact for the problem and its tables stay small. */
  static boolean fits(Layout at) {
    boolean plain =
        at.problem.makespanCost() == 0
            && at.problem.energy().peakCost() == 0
            && Double.isInfinite(at.problem.energy().importLimitKw())
            && at.jobs == at.operations
            && at.operations > 1
            && at.machineOf.length == at.operations;
    long length = 0;
    for (int operation = 0; plain && operation < at.operations; operation++) {
      plain =
          at.machineOf[operation] == at.machineOf[0]
              && !at.coupled[at.machineOf[operation]]
              && !at.pausable[operation]
              && at.resourcesUsed[operation].length == 0;
      length += at.duration[operation];
    }
    long idle = at.horizon - length;
    return plain && idle >= 0 && (idle + 1) * at.operations <= LARGEST_TABLE;
  }

  /** Improves {@code best} where it finds better; its plan is the first sequence. */
  void run(Budget budget, Snapshot best, Annealing.Heat heat) {
    Integer[] order = new Integer[n];
    Arrays.setAll(order, Integer::valueOf);
    Arrays.sort(order, java.util.Comparator.comparingInt(operation -> best.starts[operation]));
    Arrays.setAll(sequence, index -> order[index]);
    forward(0);
    backward(n - 1);
    double current = prefix[n][idle];
    double least = current;
    int[] leastSequence = sequence.clone();
    double unit = Math.max(1e-12, current < IMPOSSIBLE ? current / n : 1);
    double temperature = 0;
    for (long step = 0; ; step++) {
      if ((step & GLANCE) == 0) {
        double share = budget.share();
        if (share >= 1) {
          break;
        }
        temperature = unit * heat.first() * Math.pow(heat.last() / heat.first(), share);
      }
      budget.step();
      if (!change()) {
        continue;
      }
      double now = judged();
      if (now <= current || random.nextDouble() < Math.exp((current - now) / temperature)) {
        System.arraycopy(changed, low, sequence, low, high - low + 1);
        forward(low);
        backward(high);
        current = prefix[n][idle];
        if (current < least) {
          least = current;
          System.arraycopy(sequence, 0, leastSequence, 0, n);
        }
      }
    }
    System.arraycopy(leastSequence, 0, sequence, 0, n);
    take(best);
  }

  private void take(Snapshot best) {
    forward(0);
    if (prefix[n][idle] >= IMPOSSIBLE) {
      return;
    }
    int spare = idle;
    for (int position = n - 1; position >= 0; position--) {
      int operation = sequence[position];
      double[] reached = prefix[position + 1];
      while (spare > 0 && reached[spare - 1] <= reached[spare]) {
        spare--;
      }
      best.modes[operation] = at.firstMode[operation];
      best.starts[operation] = offset[position] + spare;
    }
  }

  private double[] costs(int operation, SlotCost price) {
    double[] costs = new double[at.horizon];
    int job = at.jobOf[operation];
    for (int start = 0; start < at.horizon; start++) {
      int end = start + at.duration[operation];
      boolean possible =
          at.starts[operation].possible(start)
              && end <= at.horizon
              && start >= at.release[job]
              && !(at.firm[job] && end > at.due[job])
              && !(at.isFixed(operation) && start != at.fixedStart[operation]);
      costs[start] = possible ? cost(operation, start, end, price) : IMPOSSIBLE;
    }
    return costs;
  }

  private double cost(int operation, int start, int end, SlotCost price) {
    double sum =
        Math.max(0, end - at.due[at.jobOf[operation]]) * at.tardinessCost[at.jobOf[operation]];
    sum += at.costOfMove(operation, at.firstMode[operation], start);
    for (int slot = start; slot < end; slot++) {
      sum += price.of(slot, at.kilowatts[operation][slot - start]) - price.of(slot, 0);
    }
    return sum;
  }

  /**
   * Another order of the positions {@code low..high} in {@link #changed}; false if it is the same.
   */
  private boolean change() {
    int one = random.nextInt(n);
    int other = random.nextInt(n);
    if (one == other) {
      return false;
    }
    double kind = random.nextDouble();
    if (kind < 0.4) {
      low = Math.min(one, other);
      high = Math.max(one, other);
      System.arraycopy(sequence, low, changed, low, high - low + 1);
      changed[low] = sequence[high];
      changed[high] = sequence[low];
      return true;
    }
    return block(one, other, kind < 0.8 ? 1 : 2 + random.nextInt(3));
  }

  private boolean block(int one, int other, int size) {
    if (one + size > n || other + size > n) {
      return false;
    }
    low = Math.min(one, other);
    high = Math.max(one, other) + size - 1;
    if (other > one) {
      System.arraycopy(sequence, one + size, changed, one, other - one);
    } else {
      System.arraycopy(sequence, other, changed, other + size, one - other);
    }
    System.arraycopy(sequence, one, changed, other, size);
    return true;
  }

  private double judged() {
    double[] source = prefix[low];
    int begin = offset[low];
    for (int position = low; position <= high; position++) {
      int operation = changed[position];
      extend(source, to, cost[operation], begin);
      begin += length[operation];
      double[] kept = from;
      from = to;
      to = kept;
      source = from;
    }
    double least = Double.POSITIVE_INFINITY;
    double[] rest = suffix[high + 1];
    for (int spare = 0; spare <= idle; spare++) {
      least = Math.min(least, source[spare] + rest[spare]);
    }
    return least;
  }

  private void extend(double[] before, double[] after, double[] costs, int begin) {
    double least = Double.POSITIVE_INFINITY;
    for (int spare = 0; spare <= idle; spare++) {
      least = Math.min(least, before[spare] + costs[begin + spare]);
      after[spare] = least;
    }
  }

  private void forward(int position) {
    for (int index = position; index < n; index++) {
      int operation = sequence[index];
      extend(prefix[index], prefix[index + 1], cost[operation], offset[index]);
      offset[index + 1] = offset[index] + length[operation];
    }
  }

  private void backward(int position) {
    for (int index = position; index >= 0; index--) {
      double[] rest = suffix[index + 1];
      double[] now = suffix[index];
      double[] costs = cost[sequence[index]];
      double least = Double.POSITIVE_INFINITY;
      for (int spare = idle; spare >= 0; spare--) {
        least = Math.min(least, rest[spare] + costs[offset[index] + spare]);
        now[spare] = least;
      }
    }
  }
}

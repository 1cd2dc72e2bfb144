package org.zerofactory.simulator.plant;

import java.util.Arrays;
import org.zerofactory.domain.metering.MachineState;

/** States of one machine over one day, as changes at seconds of the day; the first is at 0. */
final class MachineDay {

  static final int DAY_SECONDS = 86_400;

  /** More changes than any plan makes in a day; a fuller day is a defect of the plan. */
  private static final int MAXIMUM_CHANGES = 400;

  private int[] starts = new int[16];
  private MachineState[] states = new MachineState[16];
  private int count;

  MachineDay() {
    starts[0] = 0;
    states[0] = MachineState.STOPPED;
    count = 1;
  }

  /** Appends a state that begins at a second of the day; seconds must not go back. */
  void enter(MachineState state, int second) {
    if (second < starts[count - 1] || second > DAY_SECONDS || count >= MAXIMUM_CHANGES) {
      throw new IllegalArgumentException(
          "state " + state + " at second " + second + " after change " + count);
    }
    if (second == DAY_SECONDS || states[count - 1] == state) {
      return;
    }
    if (starts[count - 1] == second) {
      count--;
      if (count > 0 && states[count - 1] == state) {
        return;
      }
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      states = Arrays.copyOf(states, 2 * count);
    }
    starts[count] = second;
    states[count] = state;
    count++;
  }

  int changes() {
    return count;
  }

  int secondOf(int change) {
    return starts[change];
  }

  MachineState stateOf(int change) {
    return states[change];
  }

  MachineState last() {
    return states[count - 1];
  }

  MachineState at(int second) {
    int found = Arrays.binarySearch(starts, 0, count, second);
    return states[found >= 0 ? found : -found - 2];
  }

  /** Seconds of each state within {@code [from, to)}, by the state's number. */
  int[] seconds(int from, int to) {
    int[] seconds = new int[MachineState.values().length];
    int found = Arrays.binarySearch(starts, 0, count, from);
    for (int change = found >= 0 ? found : -found - 2; change < count; change++) {
      int start = Math.max(from, starts[change]);
      int end = Math.min(to, change + 1 < count ? starts[change + 1] : DAY_SECONDS);
      if (start >= to) {
        break;
      }
      seconds[states[change].ordinal()] += end - start;
    }
    return seconds;
  }
}

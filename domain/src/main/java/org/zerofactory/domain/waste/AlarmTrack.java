package org.zerofactory.domain.waste;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hysteresis of one rule for one subject: raised after some quarter hours in which the
 * condition holds, cleared after some in which it does not. A quarter hour of which it is not known
 * counts for neither.
 */
public final class AlarmTrack {

  /** What a quarter hour changes. */
  public enum Step {
    NOTHING,
    RAISED,
    STILL_OPEN,
    CLEARED
  }

  /** Energy wasted in one quarter hour, Wh. */
  public record Waste(Instant start, long wattHours) {}

  private final int raiseAfter;
  private final int clearAfter;
  private boolean open;
  private int streak;
  private final List<Waste> waiting = new ArrayList<>();
  private List<Waste> wasted = List.of();

  /**
   * @param raiseAfter quarter hours, 1 or more
   * @param clearAfter quarter hours, 1 or more
   * @param open whether the alarm is open already
   */
  public AlarmTrack(int raiseAfter, int clearAfter, boolean open) {
    this.raiseAfter = raiseAfter;
    this.clearAfter = clearAfter;
    this.open = open;
  }

  /**
   * The next quarter hour.
   *
   * @param holds whether the condition holds; empty if it is not known
   * @param wattHours wasted in it if it holds
   */
  public Step next(Optional<Boolean> holds, Instant start, long wattHours) {
    wasted = List.of();
    if (holds.isEmpty()) {
      return open ? Step.STILL_OPEN : Step.NOTHING;
    }
    if (open) {
      return goOn(holds.get(), start, wattHours);
    }
    if (!holds.get()) {
      streak = 0;
      waiting.clear();
      return Step.NOTHING;
    }
    streak++;
    waiting.add(new Waste(start, wattHours));
    if (streak < raiseAfter) {
      return Step.NOTHING;
    }
    open = true;
    streak = 0;
    wasted = List.copyOf(waiting);
    waiting.clear();
    return Step.RAISED;
  }

  private Step goOn(boolean holds, Instant start, long wattHours) {
    if (holds) {
      streak = 0;
      wasted = List.of(new Waste(start, wattHours));
      return Step.STILL_OPEN;
    }
    streak++;
    if (streak < clearAfter) {
      return Step.STILL_OPEN;
    }
    open = false;
    streak = 0;
    return Step.CLEARED;
  }

  public boolean isOpen() {
    return open;
  }

  /** What the last quarter hour added to the waste; on raising also those that led to it. */
  public List<Waste> wasted() {
    return wasted;
  }
}

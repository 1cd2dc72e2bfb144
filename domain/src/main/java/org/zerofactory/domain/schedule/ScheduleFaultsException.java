package org.zerofactory.domain.schedule;

import java.util.List;
import java.util.stream.Collectors;

/** Orders, plant model or inputs are wrong; the message has one line for each fault. */
public final class ScheduleFaultsException extends RuntimeException {

  private final transient List<ScheduleFault> faults;

  public ScheduleFaultsException(List<ScheduleFault> faults) {
    super(faults.stream().map(ScheduleFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /**
   * Does nothing without a fault.
   *
   * @throws ScheduleFaultsException with all faults if there is at least one
   */
  public static void throwIfAny(List<ScheduleFault> faults) {
    if (!faults.isEmpty()) {
      throw new ScheduleFaultsException(faults);
    }
  }

  /** At least one. */
  public List<ScheduleFault> faults() {
    return faults;
  }
}

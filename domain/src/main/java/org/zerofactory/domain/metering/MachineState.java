package org.zerofactory.domain.metering;

import java.util.Optional;

/** What a machine does. A state sample's value is the {@link #code} of one of these. */
public enum MachineState {
  STOPPED,
  IDLE,
  SETUP,
  RUNNING,
  DOWN;

  /** The number that stands for the state in samples, 0 to 4. */
  public int code() {
    return ordinal();
  }

  /** The state of a sample's value; empty unless it is exactly one of the codes. */
  public static Optional<MachineState> ofCode(double code) {
    int index = (int) code;
    boolean known = index == code && index >= 0 && index < values().length;
    return known ? Optional.of(values()[index]) : Optional.empty();
  }
}

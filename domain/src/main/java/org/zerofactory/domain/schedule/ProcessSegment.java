package org.zerofactory.domain.schedule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A step of making a product (ISA-95: process segment).
 *
 * @param after ids of the steps that must have ended
 * @param modes where and how it may be done, at least one
 * @param family set-up family; empty for one that needs no change-over
 * @param buffer where a lot waits for it after the steps before; empty for anywhere
 * @param maximumWaitMinutes longest wait after the steps before; empty for any
 */
public record ProcessSegment(
    String id,
    List<String> after,
    List<SpeedMode> modes,
    Optional<String> family,
    Optional<String> buffer,
    OptionalInt maximumWaitMinutes) {

  public ProcessSegment {
    after = List.copyOf(after);
    modes = List.copyOf(modes);
  }
}

package org.zerofactory.schedule;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/**
 * An operation as the solver sees it: what it chooses is mode and start. Never leaves this package.
 */
@PlanningEntity
final class PlacedOperation {

  @PlanningId private int number;
  private int modes;

  @PlanningVariable(valueRangeProviderRefs = "modes")
  private @Nullable Integer mode;

  @PlanningVariable(valueRangeProviderRefs = "starts")
  private @Nullable Integer start;

  /** For the solver, which clones solutions. */
  PlacedOperation() {}

  PlacedOperation(int number, int modes) {
    this.number = number;
    this.modes = modes;
  }

  int number() {
    return number;
  }

  @Nullable Integer mode() {
    return mode;
  }

  void mode(@Nullable Integer chosen) {
    this.mode = chosen;
  }

  @Nullable Integer start() {
    return start;
  }

  void start(@Nullable Integer chosen) {
    this.start = chosen;
  }

  @ValueRangeProvider(id = "modes")
  CountableValueRange<Integer> getModes() {
    return ValueRangeFactory.createIntValueRange(0, modes);
  }
}

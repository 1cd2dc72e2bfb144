package org.zerofactory.domain.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.metering.Interval;

/**
 * Which order is made when, where and how, and what that is expected to take (ISA-95: operations
 * schedule).
 *
 * @param madeAt when it was made
 * @param profile name of the weights
 * @param currency of all money
 * @param sun what it knew of the sun; empty if there is none
 * @param load what it knew of what it can't move; empty if nothing
 * @param expected with the sun's P50
 * @param littleSun the same plan if the sun gives only its P10
 * @param late orders that end after they are due
 * @param unplaceable orders that are not in the plan, and why
 * @param dispatches of batteries and flexible loads
 * @param roundedUpSeconds by how much all runs together are longer than their minutes, because a
 *     run takes whole quarter hours
 */
public record ProductionPlan(
    String site,
    Instant madeAt,
    Interval horizon,
    String profile,
    String currency,
    Optional<Origin> sun,
    Optional<Origin> load,
    List<PlannedOperation> operations,
    PlanFigures expected,
    PlanFigures littleSun,
    List<Late> late,
    List<Unplaceable> unplaceable,
    List<Dispatch> dispatches,
    long roundedUpSeconds) {

  public ProductionPlan {
    operations = List.copyOf(operations);
    late = List.copyOf(late);
    unplaceable = List.copyOf(unplaceable);
    dispatches = List.copyOf(dispatches);
  }

  /** The forecast that a plan rests on. */
  public record Origin(String subject, Instant madeAt, String source) {}

  /** An order that ends after it is due; {@code firm} ones break a hard rule. */
  public record Late(String order, Instant due, Instant end, boolean firm) {
    public long seconds() {
      return end.getEpochSecond() - due.getEpochSecond();
    }
  }

  /**
   * An order that can't be made as it is asked for, whatever the others do.
   *
   * @param limit {@code firm-due}, {@code horizon}, {@code minimum-lot}, {@code import-limit} or
   *     {@code calendar}
   * @param excess by how much it exceeds the limit, more than 0
   * @param unit of the excess: {@code min}, {@code units} or {@code W}
   * @param text what is wrong, with names
   */
  public record Unplaceable(String order, String limit, long excess, String unit, String text) {}

  /**
   * What a battery or flexible load does.
   *
   * @param watts mean power of each quarter hour of the horizon; charging positive, giving negative
   */
  public record Dispatch(String id, List<Long> watts) {
    public Dispatch {
      watts = List.copyOf(watts);
    }
  }
}

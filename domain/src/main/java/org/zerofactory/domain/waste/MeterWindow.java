package org.zerofactory.domain.waste;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.Quantity;

/** One register: whether it moves as its kind does, and whether it reports. */
final class MeterWindow {

  private static final int DAYS = 7;
  private static final int LEAST_DAYS = 2;
  private static final long CLOCK_FAULT_SECONDS = 90 * 60;

  private final MeterDescription meter;
  private final Quantity quantity;
  private final boolean isMachine;
  private final String point;
  private final Peers.Group group;
  private final Trail dailyMoving = new Trail(DAYS);
  private Instant clockFault = Instant.MIN;
  private double still;
  private double missing;
  private int dayMoved;
  private int daySeen;
  private @Nullable LocalDate day;

  MeterWindow(MeterDescription meter, Quantity quantity, boolean isMachine) {
    this.meter = meter;
    this.quantity = quantity;
    this.isMachine = isMachine;
    this.point = meter.pointId(quantity);
    this.group = Peers.Group.of(meter, quantity);
  }

  MeterDescription meter() {
    return meter;
  }

  String point() {
    return point;
  }

  void clockFault(Instant at) {
    clockFault = at.isAfter(clockFault) ? at : clockFault;
  }

  Peers.Group group() {
    return group;
  }

  Values next(Quarter quarter, double othersMissing, Peers peers) {
    turnDay(quarter.date());
    Optional<IntervalReading> reading = quarter.reading(point());
    boolean isMissing = reading.map(IntervalReading::isMissing).orElse(true);
    missing = isMissing ? missing + 15 : 0;
    var values =
        new Values()
            .put("quantity", quantity.word())
            .put("role", meter.role().word())
            .put("missing_minutes", missing)
            .put("others_missing_share", othersMissing)
            .put("clock_faulty", !quarter.start().isAfter(later(clockFault, CLOCK_FAULT_SECONDS)));
    if (isMachine && quarter.statesKnown(meter.id())) {
      values.put("running_minutes", quarter.minutes(meter.id(), "RUNNING"));
    }
    if (!isMissing) {
      boolean moved = reading.orElseThrow().amount().getAsLong() != 0;
      // what was spread over a gap says nothing about whether the register moved now
      boolean isRead = reading.orElseThrow().flag() == Flag.MEASURED;
      still = moved || !isRead ? 0 : still + 15;
      dayMoved += moved ? 1 : 0;
      daySeen++;
      values.put("still_minutes", still);
    }
    return values
        .put("usual_moving_share", dailyMoving.mean(LEAST_DAYS))
        .put("siblings_moving_share", peers.movingShare(group, quarter.amount(point)))
        .put("other_direction_moves", otherDirectionMoves(quarter));
  }

  /** Import stands still while power is exported, and the other way round. */
  private boolean otherDirectionMoves(Quarter quarter) {
    Quantity opposite =
        switch (quantity) {
          case ENERGY_IMPORT -> Quantity.ENERGY_EXPORT;
          case ENERGY_EXPORT -> Quantity.ENERGY_IMPORT;
          default -> quantity;
        };
    return opposite != quantity && quarter.amount(meter.pointId(opposite)).orElse(0) != 0;
  }

  /** A day in which it stood still for hours says nothing about what is usual. */
  private void turnDay(LocalDate date) {
    if (day != null && !date.equals(day)) {
      if (daySeen >= 48 && still < 60) {
        dailyMoving.add((double) dayMoved / daySeen);
      }
      dayMoved = 0;
      daySeen = 0;
    }
    day = date;
  }

  private static Instant later(Instant instant, long seconds) {
    return instant.equals(Instant.MIN) ? instant : instant.plusSeconds(seconds);
  }
}

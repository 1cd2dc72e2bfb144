package org.zerofactory.domain.waste;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.Quantity;

/** A machine that has states and a meter of its own. */
final class MachineWindow {

  private static final int DAYS = 28;
  private static final int QUARTERS_OF_A_DAY = 100;

  private final MachineDescription machine;
  private final MeterDescription meter;
  private final Trail running = new Trail(QUARTERS_OF_A_DAY);
  private final Trail runningDays = new Trail(DAYS);
  private double waiting;
  private @Nullable LocalDate day;

  MachineWindow(MachineDescription machine, MeterDescription meter) {
    this.machine = machine;
    this.meter = meter;
  }

  SubjectFeatures next(Quarter quarter) {
    turnDay(quarter.date());
    String id = machine.id();
    OptionalDouble energy = quarter.energy(meter, Quantity.ENERGY_IMPORT);
    var values = new Values().put("energy_wh", energy);
    energy.ifPresent(wattHours -> values.put("power_kw", Quarter.kilowatts(wattHours)));
    if (quarter.statesKnown(id)) {
      double idle = quarter.minutes(id, "IDLE") + quarter.minutes(id, "STOPPED");
      waiting = idle == 15 ? waiting + 15 : 0;
      values
          .put("running_minutes", quarter.minutes(id, "RUNNING"))
          .put("setup_minutes", quarter.minutes(id, "SETUP"))
          .put("down_minutes", quarter.minutes(id, "DOWN"))
          .put("waiting_minutes", waiting);
      if (quarter.minutes(id, "RUNNING") == 15) {
        energy.ifPresent(wattHours -> running.add(Quarter.kilowatts(wattHours)));
      }
    } else {
      waiting = 0;
    }
    OptionalDouble usual = runningDays.median(1);
    values.put("running_kw", usual.isPresent() ? usual : running.median(8));
    return values.of(WasteScope.MACHINE, id);
  }

  private void turnDay(LocalDate date) {
    if (day != null && !date.equals(day)) {
      running.median(4).ifPresent(runningDays::add);
      running.clear();
    }
    day = date;
  }
}

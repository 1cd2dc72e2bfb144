package org.zerofactory.domain.waste;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.Quantity;

/** The machines of a line that count pieces, together. */
final class LineWindow {

  private static final int DAYS = 28;
  private static final int LEAST_DAYS = 7;
  private static final int QUARTERS = 96;

  private final String line;
  private final List<MeterDescription> machines;
  private final Trail energy = new Trail(QUARTERS);
  private final Trail pieces = new Trail(QUARTERS);
  private final Trail dailyIntensity = new Trail(DAYS);
  private final Trail dailyPieces = new Trail(DAYS);
  private @Nullable LocalDate day;

  LineWindow(String line, List<MeterDescription> machines) {
    this.line = line;
    this.machines = machines;
  }

  SubjectFeatures next(Quarter quarter, boolean frozen) {
    if (day != null && !quarter.date().equals(day)) {
      closeDay(frozen);
    }
    day = quarter.date();
    OptionalDouble wattHours = sum(quarter, Quantity.ENERGY_IMPORT);
    OptionalDouble counted = sum(quarter, Quantity.OUTPUT_COUNT);
    if (wattHours.isEmpty() || counted.isEmpty()) {
      energy.clear();
      pieces.clear();
      return new Values().of(WasteScope.LINE, line);
    }
    energy.add(wattHours.getAsDouble());
    pieces.add(counted.getAsDouble());
    var values = new Values().put("pieces", counted);
    if (energy.isFull()) {
      values.put("day_pieces", pieces.sum());
      values.put("intensity_wh_per_piece", energy.sum() / pieces.sum());
    }
    return values
        .put("usual_day_pieces", dailyPieces.median(LEAST_DAYS))
        .put("usual_intensity_wh_per_piece", dailyIntensity.median(LEAST_DAYS))
        .of(WasteScope.LINE, line);
  }

  private void closeDay(boolean frozen) {
    if (energy.isFull() && pieces.sum() > 0 && !frozen) {
      dailyIntensity.add(energy.sum() / pieces.sum());
      dailyPieces.add(pieces.sum());
    }
  }

  private OptionalDouble sum(Quarter quarter, Quantity quantity) {
    double sum = 0;
    for (MeterDescription machine : machines) {
      OptionalDouble amount = quarter.amount(machine.pointId(quantity));
      if (amount.isEmpty()) {
        return amount;
      }
      sum += amount.getAsDouble();
    }
    return OptionalDouble.of(sum);
  }
}

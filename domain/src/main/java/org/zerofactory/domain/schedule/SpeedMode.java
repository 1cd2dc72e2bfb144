package org.zerofactory.domain.schedule;

import java.util.List;
import java.util.Map;

/**
 * One way to do a segment: a machine at a speed, with its time and power (ISA-95: equipment and
 * personnel segment specification).
 *
 * @param equipment id of the work unit
 * @param name of the speed, such as {@code normal} or {@code eco}
 * @param minutesPerLot time that a lot takes whatever its size, 0 or more
 * @param minutesPerUnit time for each unit, 0 or more; one of the two is more than 0
 * @param leadKw power of the first quarter hours, such as heating up; may be empty
 * @param runKw power after that
 * @param crews people by crew that it needs all the time
 * @param pausable whether it may rest outside the shifts and go on after
 * @param cost money for each lot, such as wear or wages, 0 or more
 */
public record SpeedMode(
    String equipment,
    String name,
    double minutesPerLot,
    double minutesPerUnit,
    List<Double> leadKw,
    double runKw,
    Map<String, Integer> crews,
    boolean pausable,
    double cost) {

  public SpeedMode {
    leadKw = List.copyOf(leadKw);
    crews = Map.copyOf(crews);
  }

  /** Minutes for a lot of so many units. */
  public double minutes(long units) {
    return minutesPerLot + minutesPerUnit * units;
  }

  /** Power in the quarter hour of the run with this number, from 0. */
  public double kilowatts(int quarterHour) {
    return quarterHour < leadKw.size() ? leadKw.get(quarterHour) : runKw;
  }

  /** Highest power of the run. */
  public double highestKw() {
    return leadKw.stream().mapToDouble(Double::doubleValue).reduce(runKw, Math::max);
  }
}

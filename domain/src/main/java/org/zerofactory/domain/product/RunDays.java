package org.zerofactory.domain.product;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.Spread;

/** Spreads what a run yielded over the local days that it touches, by seconds, exactly. */
final class RunDays {

  private RunDays() {}

  static Map<LocalDate, Output> of(ProductionRun run, ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(run.from(), zone);
    LocalDate last = LocalDate.ofInstant(run.to().minusSeconds(1), zone);
    List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
    long[] seconds = days.stream().mapToLong(day -> seconds(run, day, zone)).toArray();
    long[] good = Spread.of(run.good(), seconds);
    long[] scrap = Spread.of(run.scrap(), seconds);
    Map<LocalDate, Output> outputs = new LinkedHashMap<>();
    for (int index = 0; index < seconds.length; index++) {
      outputs.put(days.get(index), new Output(good[index], scrap[index]));
    }
    return outputs;
  }

  private static long seconds(ProductionRun run, LocalDate day, ZoneId zone) {
    Interval interval = QuarterHours.day(day, zone);
    return run.secondsWithin(interval.start().getEpochSecond(), interval.end().getEpochSecond());
  }
}

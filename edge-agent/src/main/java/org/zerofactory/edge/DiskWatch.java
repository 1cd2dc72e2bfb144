package org.zerofactory.edge;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.alarm.Wording;

/** Tells that space runs low while there is still time to act. */
final class DiskWatch {

  static final String KIND = "disk-low";
  private static final String SUBJECT = "data";

  private final LongSupplier freeBytes;
  private final long threshold;
  private final Alarms alarms;

  /**
   * @param freeBytes bytes that may be written where the data folder is
   * @param threshold bytes; below it there is an alarm, until a tenth more is free again
   */
  DiskWatch(LongSupplier freeBytes, long threshold, Alarms alarms) {
    this.freeBytes = freeBytes;
    this.threshold = threshold;
    this.alarms = alarms;
  }

  void look() {
    long free = freeBytes.getAsLong();
    if (free < threshold) {
      String found = megabytes(free);
      String wanted = megabytes(threshold);
      alarms.raise(
          KIND,
          Alarm.Severity.WARNING,
          SUBJECT,
          new Wording(
              "Only "
                  + found
                  + " are free on the data folder's disk, expected "
                  + wanted
                  + " or more. Free some space, or lower raw-retention-days; when nothing is left,"
                  + " the oldest raw samples are given up.",
              "数据目录所在磁盘仅剩 "
                  + found
                  + "，应不少于 "
                  + wanted
                  + "。请释放磁盘空间或减小 raw-retention-days；空间耗尽后将删除最早的原始采样。"));
    } else if (free >= threshold + threshold / 10) {
      alarms.clear(KIND, SUBJECT);
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%d MB", bytes / 1_000_000);
  }
}

package org.zerofactory.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.alarm.Wording;
import org.zerofactory.edge.store.SampleStore;
import org.zerofactory.edge.store.StoreException;

/**
 * The raw samples with what happens when there is no room or the file is damaged: the ring gives
 * way, acquisition goes on. Its marks say up to when a start may rely on it; after a hole they
 * stand still until the journal has passed the hole. For one thread.
 */
final class RawRing implements AutoCloseable {

  private final SampleStore store;
  private final Path file;
  private final Alarms alarms;
  private final Duration retention;
  private Instant holeUntil = Instant.MIN;
  private Instant sealedUntil = Instant.MIN;
  private Instant newest = Instant.MIN;

  RawRing(Path file, Alarms alarms, Duration retention) {
    this.file = file;
    this.alarms = alarms;
    this.retention = retention;
    this.store = SampleStore.open(file, damaged -> raiseDamaged(file, damaged));
  }

  private void raiseDamaged(Path original, Path damaged) {
    alarms.raise(
        "samples-damaged",
        Alarm.Severity.WARNING,
        original.getFileName().toString(),
        new Wording(
            "The raw samples were damaged; they are set aside as "
                + damaged
                + " and a new file was begun. The journal is not affected. Check the disk or card; the"
                + " file may be deleted.",
            "原始采样文件损坏，已另存为 " + damaged + " 并新建文件。账本不受影响。请检查磁盘或存储卡。"));
  }

  /** Stores samples within the retention; older ones, of a first start's history, are not kept. */
  void add(List<Sample> samples, Instant now) {
    Instant oldest = now.minus(retention);
    List<Sample> kept = new ArrayList<>(samples.size());
    for (Sample sample : samples) {
      if (sample.sourceTime().isBefore(oldest)) {
        holeUntil = sample.sourceTime().isAfter(holeUntil) ? sample.sourceTime() : holeUntil;
      } else {
        kept.add(sample);
        newest = sample.sourceTime().isAfter(newest) ? sample.sourceTime() : newest;
      }
    }
    attempt(() -> store.add(kept), kept.isEmpty());
  }

  void complete(String source, Instant until) {
    if (holeUntil.isBefore(sealedUntil) || holeUntil.equals(Instant.MIN)) {
      attempt(() -> store.complete(source, until), true);
    }
  }

  /** The journal holds what sealing needs up to this instant. */
  void sealedUntil(Instant instant) {
    sealedUntil = instant;
  }

  void commit() {
    attempt(store::commit, true);
  }

  void prune(Instant now) {
    attempt(() -> store.pruneBefore(now.minus(retention)), true);
  }

  /** Gives space to the journal. */
  void shrink() {
    store.shrink();
  }

  /** Up to when each source's samples are all here; nothing if the file turns out damaged. */
  Map<String, Instant> completeness() {
    try {
      return store.completeness();
    } catch (StoreException e) {
      giveWay(e);
      return Map.of();
    }
  }

  /** False if not everything could be read: what is missing then has to come from the sources. */
  boolean replay(Instant from, Consumer<Sample> consumer) {
    try {
      store.replay(from, consumer);
      return true;
    } catch (StoreException e) {
      giveWay(e);
      return false;
    }
  }

  long stored() {
    return store.stored();
  }

  @Override
  public void close() {
    store.close();
  }

  private void attempt(Runnable action, boolean quiet) {
    try {
      action.run();
      if (!quiet) {
        alarms.clear("disk-full", file.getFileName().toString());
      }
    } catch (StoreException e) {
      // whatever was not committed yet is gone with the failed transaction
      holeUntil = newest.isAfter(holeUntil) ? newest : holeUntil;
      giveWay(e);
    }
  }

  private void giveWay(StoreException fault) {
    String subject = file.getFileName().toString();
    if (fault.reason() == StoreException.Cause.DISK_FULL) {
      alarms.raise(
          "disk-full",
          Alarm.Severity.ERROR,
          subject,
          new Wording(
              "No space for raw samples: the oldest are given up. The journal goes on. Free some space"
                  + " on the disk or lower raw-retention-days. ("
                  + fault.getMessage()
                  + ")",
              "磁盘已满：最早的原始采样已被删除，账本继续。请释放磁盘空间或减小 raw-retention-days。"));
      store.shrink();
    } else if (fault.reason() == StoreException.Cause.OTHER) {
      alarms.raise(
          "samples-not-stored",
          Alarm.Severity.ERROR,
          subject,
          new Wording(
              "Raw samples cannot be stored: "
                  + fault.getMessage()
                  + ". The journal goes on. Check"
                  + " the disk and the rights on the data folder.",
              "原始采样无法写入 " + subject + "（" + fault.code() + "）。账本继续。请检查磁盘和数据目录权限。"));
    }
  }
}

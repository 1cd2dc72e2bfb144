package org.zerofactory.edge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.alarm.Wording;
import org.zerofactory.edge.seal.ClockSense;
import org.zerofactory.edge.seal.QuarterHourSealer;
import org.zerofactory.edge.seal.SealedBlock;
import org.zerofactory.edge.store.JournalStore;
import org.zerofactory.edge.store.StoreException;
import org.zerofactory.edge.store.StoredBlock;

/**
 * Moves what the sealer seals into the journal, as long as the clock can be believed. Blocks that
 * find no room wait; nothing else is sealed before they are stored. For one thread.
 */
final class JournalKeeper {

  /** Intervals in one transaction: live it is one, a first start's history has many. */
  private static final int INTERVALS_AT_ONCE = 96;

  private final QuarterHourSealer sealer;
  private final JournalStore journal;
  private final Optional<ClockSense> clockSense;
  private final Alarms alarms;
  private final Runnable appended;
  private List<StoredBlock> waiting = List.of();
  private volatile Optional<Instant> frontier;

  /**
   * @param clockSense watches the system's clock; empty where the site keeps its source's time
   * @param appended told after blocks were stored
   */
  JournalKeeper(
      QuarterHourSealer sealer,
      JournalStore journal,
      Optional<ClockSense> clockSense,
      Alarms alarms,
      Runnable appended) {
    this.sealer = sealer;
    this.journal = journal;
    this.clockSense = clockSense;
    this.alarms = alarms;
    this.appended = appended;
    this.frontier = sealer.frontier();
  }

  void accept(Sample sample) {
    sealer.accept(sample);
  }

  void completeUntil(String source, Instant until, Instant now) {
    sealer.completeUntil(source, until, now);
  }

  void event(Payload.Event event) {
    sealer.event(event);
  }

  /** Notes steps of the system's clock. */
  void watchClock() {
    clockSense.flatMap(ClockSense::step).ifPresent(step -> sealer.event(step));
  }

  /** The start of the next interval to be sealed. */
  Optional<Instant> frontier() {
    return frontier;
  }

  /** Seals and stores what can be; true if there may be more at once. */
  boolean seal(Instant now, RawRing ring) {
    if (now.isBefore(QuarterHourSealer.CLOCK_KNOWN_FROM) && clockSense.isEmpty()
        || !clockIsSane(now)) {
      return false;
    }
    if (waiting.isEmpty()) {
      waiting = sealer.seal(now, INTERVALS_AT_ONCE).stream().map(JournalKeeper::stored).toList();
    }
    if (waiting.isEmpty()) {
      return false;
    }
    ring.commit();
    if (!append(ring)) {
      return false;
    }
    waiting = List.of();
    frontier = sealer.frontier();
    frontier.ifPresent(ring::sealedUntil);
    appended.run();
    return true;
  }

  private boolean append(RawRing ring) {
    try {
      journal.append(waiting, sealer.tip(), sealer.state());
      alarms.clear("journal-not-stored", "journal.db");
      return true;
    } catch (StoreException e) {
      if (e.reason() == StoreException.Cause.DISK_FULL) {
        ring.shrink();
      }
      alarms.raise(
          "journal-not-stored",
          Alarm.Severity.ERROR,
          "journal.db",
          new Wording(
              "Sealed blocks cannot be stored: "
                  + e.getMessage()
                  + ". Acquisition goes on and the blocks wait. Free space on the disk.",
              "账本无法写入 journal.db（" + e.code() + "）。采集继续，数据块等待写入。请释放磁盘空间。"));
      return false;
    }
  }

  private boolean clockIsSane(Instant now) {
    Instant lastSealed = sealer.lastSealed();
    Optional<Wording> fault =
        clockSense.isPresent()
            ? clockSense.get().fault(now, lastSealed)
            : now.isBefore(lastSealed.minusSeconds(60))
                ? Optional.of(
                    Wording.of(
                        "the source's clock shows %s, but the newest block was sealed at %s",
                        "数据源时钟为 %s，而最新数据块封存于 %s", now, lastSealed))
                : Optional.empty();
    if (fault.isEmpty()) {
      alarms.clear("clock-insane", "system");
      return true;
    }
    alarms.raise(
        "clock-insane",
        Alarm.Severity.ERROR,
        "system",
        new Wording(
            "Nothing is sealed: "
                + fault.get().english()
                + ". Acquisition goes on. Set the clock (for example \"timedatectl set-ntp true\", or a"
                + " clock chip on a Raspberry Pi); sealing then goes on by itself.",
            "时钟不可信，暂停封存（"
                + fault.get().chinese()
                + "）。采集继续。请校准系统时钟（如 timedatectl set-ntp true），之后自动恢复。"));
    return false;
  }

  private static StoredBlock stored(SealedBlock sealed) {
    Block block = sealed.block();
    return new StoredBlock(block.sequence(), block.payload().kind(), sealed.hash(), sealed.line());
  }
}

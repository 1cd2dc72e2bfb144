package org.zerofactory.edge.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.journal.Checkpoint;
import org.zerofactory.domain.journal.MerkleFrontier;
import org.zerofactory.domain.journal.SigningKey;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.alarm.Wording;

/** Sends blocks in a thread of its own: one batch at a time, each until the centre confirms it. */
public final class Uploader implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Uploader.class.getName());
  private static final int LOADED_AT_ONCE = 100;
  private static final int FAILURES_BEFORE_ALARM = 3;

  private static final Wording APPROVE_KEY =
      new Wording(
          "Acquisition goes on. Approve this device's key at the centre (\"zerofactory server"
              + " approve-key\") if it is a legitimate replacement, then restart the agent.",
          "采集继续进行。如果是正常更换设备，请在中心批准本设备的密钥（\"zerofactory server approve-key\"），" + "然后重启代理。");

  private static final Wording COMPARE_JOURNALS =
      new Wording(
          "Acquisition goes on. This journal and the centre's differ, for example after restoring"
              + " an old backup. Compare both; to take the centre's journal, set the local"
              + " journal.db aside and run \"zerofactory edge restore\".",
          "采集继续进行。本地账本与中心账本不一致（例如恢复了旧备份）。请核对两者；如需采用中心账本，"
              + "请移开本地 journal.db 并执行 \"zerofactory edge restore\"。");

  /**
   * Who sends.
   *
   * @param epoch of the newest site block
   */
  public record Sender(String site, long epoch, SigningKey key) {}

  private final Sender sender;
  private final SyncedJournal journal;
  private final Centre centre;
  private final SyncProtocol protocol;
  private final Alarms alarms;
  private final InstantSource clock;
  private final URI url;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private MerkleFrontier frontier = MerkleFrontier.EMPTY;
  private volatile @Nullable Instant lastConfirmed;
  private volatile @Nullable Instant failingSince;
  private volatile boolean stopped;

  public Uploader(
      URI url,
      Sender sender,
      SyncedJournal journal,
      Alarms alarms,
      InstantSource clock,
      RandomGenerator random) {
    this.url = url;
    this.sender = sender;
    this.journal = journal;
    this.alarms = alarms;
    this.clock = clock;
    this.centre = new Centre(url, sender.site());
    this.protocol = new SyncProtocol(journal.acknowledged(), journal::hash, random);
    this.thread = new Thread(this::run, "sync");
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** New blocks are stored. */
  public void wake() {
    lock.lock();
    try {
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** When the centre last confirmed anything. */
  public Optional<Instant> lastConfirmed() {
    return Optional.ofNullable(lastConfirmed);
  }

  /** Since when the centre has not answered; empty while it answers. */
  public Optional<Instant> failingSince() {
    return Optional.ofNullable(failingSince);
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        step();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "sync goes on after a fault: " + e.getMessage(), e);
        if (!waitQuietly(Duration.ofSeconds(10))) {
          return;
        }
      }
    }
  }

  private void step() throws InterruptedException {
    SyncProtocol.Step step = protocol.next(journal.newest());
    if (step instanceof SyncProtocol.Ask) {
      settle(centre.state(), 0);
    } else if (step instanceof SyncProtocol.Send send) {
      send(send);
    } else if (step instanceof SyncProtocol.Stop stop) {
      raise(stop);
      await(Duration.ofMinutes(1));
    } else {
      await(Duration.ofSeconds(30));
    }
  }

  private void send(SyncProtocol.Send send) throws InterruptedException {
    List<String> lines = load(send);
    long to = send.from() + lines.size() - 1;
    MerkleFrontier after = frontierBefore(send.from());
    for (String line : lines) {
      after = after.append(MerkleFrontier.leaf(line));
    }
    String note = new Checkpoint(sender.site(), to, after.root()).signed(sender.key());
    Batch batch =
        Batch.of(sender.site(), sender.epoch(), journal.storeId(), note, send.from(), to, lines);
    Answer answer = centre.send(batch.bytes());
    if (answer instanceof Answer.Mark mark && mark.sequence() == to) {
      frontier = after;
    }
    settle(answer, to);
  }

  private List<String> load(SyncProtocol.Send send) {
    List<String> lines = new ArrayList<>();
    int bytes = 0;
    while (lines.size() < send.most() && bytes < Batch.TARGET_BYTES) {
      int limit = Math.min(LOADED_AT_ONCE, send.most() - lines.size());
      List<String> more = journal.lines(send.from() + lines.size(), limit);
      for (String line : more) {
        bytes += 3 * line.length(); // UTF-8 needs at most 3 bytes for one char
        if (!lines.isEmpty() && bytes > Batch.TARGET_BYTES) {
          return lines;
        }
        lines.add(line);
      }
      if (more.size() < limit) {
        return lines;
      }
    }
    return lines;
  }

  private MerkleFrontier frontierBefore(long from) {
    if (frontier.size() != from - 1) {
      frontier = journal.frontier(from - 1);
    }
    return frontier;
  }

  private void settle(Answer answer, long sentUntil) throws InterruptedException {
    long before = protocol.mark();
    Duration wait = protocol.answered(answer, sentUntil);
    if (protocol.mark() != before) {
      journal.acknowledge(protocol.mark());
    }
    if (protocol.failures() == 0) {
      lastConfirmed = clock.instant();
      failingSince = null;
      alarms.clear("centre-not-reachable", url.toString());
      alarms.clear("centre-refuses", url.toString());
    } else {
      failing(answer);
    }
    if (!wait.isZero()) {
      TimeUnit.MILLISECONDS.sleep(wait.toMillis());
    }
  }

  private void failing(Answer answer) {
    if (failingSince == null) {
      failingSince = clock.instant();
    }
    if (answer instanceof Answer.Refused refused) {
      alarms.raise(
          "centre-refuses",
          Alarm.Severity.ERROR,
          url.toString(),
          new Wording(
              "The central server refuses blocks: "
                  + refused.detail()
                  + ". Nothing is lost here. Report this to the people who run the central server.",
              "中心服务器拒收数据块：" + refused.detail() + "。本地数据未丢失，请联系中心服务器的管理人员。"));
    } else if (protocol.failures() >= FAILURES_BEFORE_ALARM
        && answer instanceof Answer.Failure failure) {
      alarms.raise(
          "centre-not-reachable",
          Alarm.Severity.WARNING,
          url.toString(),
          new Wording(
              "The central server does not answer ("
                  + failure.detail()
                  + "). Nothing is lost: blocks are kept and sent when it is back. Check the network"
                  + " and \"centre: url\" in the site file.",
              "中心服务器无应答（" + failure.detail() + "）。数据不会丢失，恢复后自动补传。请检查网络和站点文件中的 centre: url。"));
    }
  }

  private void raise(SyncProtocol.Stop stop) {
    Wording what = Wording.of("Sync stopped (%s): %s", "同步已停止（%s）：%s", stop.kind(), stop.detail());
    alarms.raise(
        "sync-stopped",
        Alarm.Severity.ERROR,
        url.toString(),
        what.then(stop.kind().equals("unknown-key") ? APPROVE_KEY : COMPARE_JOURNALS));
  }

  private void await(Duration longest) throws InterruptedException {
    lock.lock();
    try {
      if (protocol.next(journal.newest()) instanceof SyncProtocol.Send) {
        return;
      }
      boolean woken = news.await(longest.toMillis(), TimeUnit.MILLISECONDS);
      LOG.finest(() -> woken ? "woken" : "waited");
    } finally {
      lock.unlock();
    }
  }

  private static boolean waitQuietly(Duration duration) {
    try {
      TimeUnit.MILLISECONDS.sleep(duration.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}

package org.zerofactory.edge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.acquire.SourceEvent;
import org.zerofactory.edge.acquire.SourceListener;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.alarm.Wording;

/**
 * Takes what the sources give through a bounded queue and does everything with it in one thread:
 * store, seal, append. A full queue holds the sources back.
 */
final class Pipeline implements SourceListener, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Pipeline.class.getName());

  private static final int QUEUE_LIMIT = 32;
  private static final long BEAT_MS = 1_000;

  private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(QUEUE_LIMIT);
  private final LatestValues latest;
  private final RawRing ring;
  private final JournalKeeper keeper;
  private final ResumeMarks marks;
  private final Alarms alarms;
  private final DiskWatch disk;
  private final FutureSamples future;
  private final Thread thread;
  private InstantSource clock = InstantSource.system();
  private boolean began;
  private volatile boolean stopped;

  /** What a source said. */
  private sealed interface Message {}

  private record Samples(List<Sample> samples) implements Message {}

  private record Complete(String source, Instant until) implements Message {}

  private record Happened(SourceEvent event) implements Message {}

  Pipeline(
      LatestValues latest,
      RawRing ring,
      JournalKeeper keeper,
      ResumeMarks marks,
      Alarms alarms,
      DiskWatch disk) {
    this.disk = disk;
    this.marks = marks;
    this.latest = latest;
    this.ring = ring;
    this.keeper = keeper;
    this.alarms = alarms;
    this.future = new FutureSamples(alarms);
    this.thread = new Thread(this::run, "pipeline");
    thread.setDaemon(true);
  }

  /**
   * @param siteClock the site's clock, as the sources give it
   */
  void start(InstantSource siteClock) {
    this.clock = siteClock;
    thread.start();
  }

  @Override
  public void samples(List<Sample> samples) {
    put(new Samples(samples));
  }

  @Override
  public void completeUntil(String source, Instant until) {
    put(new Complete(source, until));
  }

  @Override
  public void event(SourceEvent event) {
    put(new Happened(event));
  }

  /** Works off what is queued, then ends. */
  @Override
  public void close() {
    stopped = true;
    try {
      thread.join(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Message message) {
    try {
      while (!stopped && !queue.offer(message, 200, TimeUnit.MILLISECONDS)) {
        LOG.finest("the queue is full: the source waits");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long lastBeat = System.nanoTime();
    while (!stopped || !queue.isEmpty()) {
      try {
        Message message = queue.poll(200, TimeUnit.MILLISECONDS);
        if (message != null) {
          handle(message);
        }
        if (System.nanoTime() - lastBeat >= BEAT_MS * 1_000_000) {
          lastBeat = System.nanoTime();
          beat();
        }
      } catch (InterruptedException e) {
        stopped = true;
      } catch (RuntimeException e) {
        failed(e);
      }
    }
    ring.commit();
  }

  private void failed(RuntimeException fault) {
    LOG.log(Level.SEVERE, "a message of a source could not be handled", fault);
    alarms.raise(
        "program-fault",
        Alarm.Severity.ERROR,
        "pipeline",
        new Wording(
            "A part of the program failed: "
                + fault
                + ". The log has the details; please report them.",
            "程序内部错误：" + fault + "。详情见日志，请反馈。"));
  }

  private void handle(Message message) {
    Instant now = clock.instant();
    if (message instanceof Samples samples) {
      ring.add(samples.samples(), now);
      if (!began) {
        began = true;
        ring.commit(); // whoever watches a start sees it work at once, not a beat later
      }
      for (Sample sample : samples.samples()) {
        accept(sample, now);
      }
    } else if (message instanceof Complete complete) {
      ring.complete(complete.source(), complete.until());
      marks.note(complete.source(), complete.until());
      keeper.completeUntil(complete.source(), complete.until(), now);
      seal(now);
    } else if (message instanceof Happened happened) {
      note(happened.event());
    }
  }

  private void accept(Sample sample, Instant now) {
    if (future.refuses(sample, now)) {
      future.event(sample, now).ifPresent(keeper::event);
      return;
    }
    keeper.accept(latest.note(sample));
  }

  private void beat() {
    Instant now = clock.instant();
    ring.commit();
    ring.prune(now);
    disk.look();
    keeper.watchClock();
    seal(now);
  }

  private void seal(Instant now) {
    boolean more = true;
    while (more) {
      more = keeper.seal(now, ring);
    }
  }

  private void note(SourceEvent event) {
    SourceAlarms.note(event, alarms);
    Map<String, Json> detail = new TreeMap<>();
    detail.put("source", Json.of(event.source()));
    event.detail().forEach((name, value) -> detail.put(name, Json.of(value)));
    keeper.event(new Payload.Event(event.kind().word(), event.at(), event.subject(), detail));
  }
}

package org.zerofactory.edge.sync;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends the live picture about once a second; what does not arrive is not sent again. */
public final class LivePusher implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(LivePusher.class.getName());
  private static final long PERIOD_MS = 1_000;
  private static final long LONGEST_PAUSE_MS = 60_000;

  private final Centre centre;
  private final Supplier<LivePicture> picture;
  private final Thread thread;
  private volatile boolean stopped;

  public LivePusher(URI url, String site, Supplier<LivePicture> picture) {
    this.centre = new Centre(url, site);
    this.picture = picture;
    this.thread = new Thread(this::run, "live");
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
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
    long pause = PERIOD_MS;
    while (!stopped) {
      try {
        TimeUnit.MILLISECONDS.sleep(pause);
        boolean arrived = push() / 100 == 2;
        pause = arrived ? PERIOD_MS : Math.min(LONGEST_PAUSE_MS, pause * 2);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private int push() throws InterruptedException {
    try {
      return centre.live(picture.get().json().getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "no live picture this time", e);
      return 0;
    }
  }
}

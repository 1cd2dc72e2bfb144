package org.zerofactory.central.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many bodies are taken in at once, and for how long. Without it a hundred slow senders would
 * hold a hundred bodies of 4 MiB in memory.
 */
final class Uploads implements PlatformHandler {

  /** Bodies at once: 64 MiB at the cap of the wire. */
  static final int LIMIT = 16;

  private static final int RETRY_AFTER_SECONDS = 2;

  private final Vertx vertx;
  private final int limit;
  private final long patienceMilliseconds;
  private final AtomicInteger active = new AtomicInteger();

  /**
   * @param patienceMilliseconds time for the whole body
   */
  Uploads(Vertx vertx, int limit, long patienceMilliseconds) {
    this.vertx = vertx;
    this.limit = limit;
    this.patienceMilliseconds = patienceMilliseconds;
  }

  /** Lets the request in, or tells its sender to come again. Stands before the body's reader. */
  @Override
  public void handle(RoutingContext context) {
    long timer = vertx.setTimer(patienceMilliseconds, late -> cutOff(context.request()));
    boolean isAdmitted = active.incrementAndGet() <= limit;
    if (!isAdmitted) {
      active.decrementAndGet();
      // the rest of the body is read and dropped, so that its sender gets to read the answer
      context.response().putHeader("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
      new Problem(503, "busy", "expected at most " + limit + " bodies at once; come again later")
          .send(context, "urn:zerofactory:sync:busy", new JsonObject());
      return;
    }
    context.addEndHandler(
        ended -> {
          vertx.cancelTimer(timer);
          active.decrementAndGet();
        });
    context.next();
  }

  private static void cutOff(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.connection().close();
    }
  }
}

package org.zerofactory.central.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Live events (server-sent events): one picture for all who watch a site. A reader that is too slow
 * misses pictures instead of filling the memory.
 */
final class LiveRoutes {

  /** Readers at once; a browser shows one stream for all its tabs. */
  static final int READER_LIMIT = 200;

  /** Without news the last picture is sent again, so that readers know the connection lives. */
  private static final long REPEAT_MILLISECONDS = 5_000;

  private static final long SHORTEST_MILLISECONDS = 500;

  private final Doors doors;
  private final Blocking blocking;
  private final Vertx vertx;
  private final Map<String, Set<HttpServerResponse>> readers = new ConcurrentHashMap<>();
  private final Set<String> pending = ConcurrentHashMap.newKeySet();
  private int count;

  LiveRoutes(Vertx vertx, Doors doors, Blocking blocking) {
    this.vertx = vertx;
    this.doors = doors;
    this.blocking = blocking;
  }

  void mount(Router router) {
    router.get("/api/v1/sites/:site/live").handler(this::open);
    vertx.setPeriodic(REPEAT_MILLISECONDS, timer -> readers.keySet().forEach(this::changed));
  }

  /** A site has a new picture; may be called from any thread. */
  void changed(String site) {
    if (readers.containsKey(site) && pending.add(site)) {
      vertx.setTimer(SHORTEST_MILLISECONDS, timer -> publish(site));
    }
  }

  private void open(RoutingContext context) {
    String site = Parameters.site(context);
    blocking.answer(
        context,
        () -> doors.now().apply(site).orElseThrow(() -> Problem.unknownSite(site)),
        now -> start(context, site, now));
  }

  private synchronized void start(RoutingContext context, String site, String now) {
    if (count >= READER_LIMIT) {
      context.response().putHeader("Retry-After", "30");
      context.fail(
          new Problem(503, "too-many-readers", "expected at most " + READER_LIMIT + " readers"));
      return;
    }
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return; // left while the first picture was made; nothing would ever tell that it is gone
    }
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Content-Encoding", "identity")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no");
    count++;
    readers.computeIfAbsent(site, same -> new HashSet<>()).add(response);
    response.closeHandler(closed -> leave(site, response));
    response.exceptionHandler(failed -> leave(site, response));
    send(response, now);
  }

  private synchronized void leave(String site, HttpServerResponse response) {
    Set<HttpServerResponse> ofSite = readers.get(site);
    if (ofSite != null && ofSite.remove(response)) {
      count--;
      if (ofSite.isEmpty()) {
        readers.remove(site);
      }
    }
  }

  private void publish(String site) {
    pending.remove(site);
    blocking
        .workers()
        .executeBlocking(() -> doors.now().apply(site), false)
        .onSuccess(now -> sendAll(site, now));
  }

  private synchronized void sendAll(String site, Optional<String> now) {
    now.ifPresent(
        text ->
            readers
                .getOrDefault(site, Set.of())
                .forEach(
                    response -> {
                      if (!response.writeQueueFull()) {
                        send(response, text);
                      }
                    }));
  }

  private static void send(HttpServerResponse response, String now) {
    response.write("event: power\ndata: " + now + "\n\n");
  }
}

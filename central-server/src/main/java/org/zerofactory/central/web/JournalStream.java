package org.zerofactory.central.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Sends a whole journal page by page, as fast as the reader takes it. */
final class JournalStream {

  /** Lines in memory at once; long ones are fewer (see the store). */
  private static final int PAGE = 200;

  private final Doors doors;
  private final Blocking blocking;

  JournalStream(Doors doors, Blocking blocking) {
    this.doors = doors;
    this.blocking = blocking;
  }

  void send(RoutingContext context) {
    String site = Parameters.site(context);
    blocking.answer(
        context,
        () -> doors.site().apply(site).orElseThrow(() -> Problem.unknownSite(site)).sequence(),
        last -> {
          context
              .response()
              .setChunked(true)
              .putHeader("Content-Type", "application/jsonl")
              .putHeader("Cache-Control", "no-cache");
          page(context, site, 1, last);
        });
  }

  private void page(RoutingContext context, String site, long from, long last) {
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return;
    }
    if (from > last) {
      response.end();
      return;
    }
    int limit = (int) Math.min(PAGE, last - from + 1);
    blocking.answer(
        context,
        () -> doors.lines().of(site, from, limit),
        lines -> {
          if (lines.isEmpty()) {
            throw new IllegalStateException(
                "site " + site + ": expected block " + from + " of " + last + ", found none");
          }
          write(context, site, lines, from + lines.size(), last);
        });
  }

  private void write(
      RoutingContext context, String site, List<String> lines, long next, long last) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    // the write completes when the page left for the reader, so memory holds one page
    context
        .response()
        .write(text.toString())
        .onSuccess(written -> page(context, site, next, last))
        .onFailure(gone -> context.response().reset());
  }
}

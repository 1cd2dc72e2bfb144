package org.zerofactory.central.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.zerofactory.domain.journal.Hash;

/** How answers are sent: with a tag of their content, so that what is known is not sent again. */
final class TaggedAnswers {

  private static final int ETAG_LENGTH = 32;

  private TaggedAnswers() {}

  static void send(RoutingContext context, String text, String type) {
    Buffer body = Buffer.buffer(text);
    String tag = '"' + Hash.of(body.getBytes()).hex().substring(0, ETAG_LENGTH) + '"';
    var response = context.response().putHeader("ETag", tag).putHeader("Cache-Control", "no-cache");
    if (EntityTags.matches(context.request().getHeader("If-None-Match"), tag)) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader("Content-Type", type).end(body);
    }
  }

  /** Tells an unknown site from a known one that has nothing for the request. */
  static Problem none(RoutingContext context, Doors doors) {
    String site = String.valueOf(context.pathParam("site"));
    return doors.site().apply(site).isEmpty()
        ? Problem.unknownSite(site)
        : new Problem(
            404,
            "no-data",
            "expected a time of which data is held, found " + context.request().path());
  }
}

package org.zerofactory.central.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** An error as RFC 9457 problem details; the code is what pages translate. */
final class Problem extends RuntimeException {

  static final String CONTENT_TYPE = "application/problem+json";

  private final int status;
  private final String code;

  Problem(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** A parameter with a value that is not what is expected. */
  static Problem parameter(String name, String value, String expected) {
    return new Problem(
        400,
        "invalid-parameter",
        "parameter " + name + ": expected " + expected + ", found \"" + shortened(value) + "\"");
  }

  static Problem unknownSite(String site) {
    return new Problem(
        404, "unknown-site", "expected a site with a journal, found \"" + shortened(site) + "\"");
  }

  static Problem unknownOrganisation(String organisation) {
    return new Problem(
        404,
        "unknown-organisation",
        "expected an organisation of the accounts folder, found \""
            + shortened(organisation)
            + "\"");
  }

  /** A value as messages show it: in quotes, and shortened. */
  static String quoted(String value) {
    return '"' + shortened(value) + '"';
  }

  void send(RoutingContext context) {
    send(context, "urn:zerofactory:error:" + code, new JsonObject());
  }

  /**
   * @param more fields beside the usual ones
   */
  void send(RoutingContext context, String type, JsonObject more) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    if (context.response().headWritten()) {
      context.response().reset(); // half an answer must not look like a whole one
      return;
    }
    JsonObject body =
        new JsonObject()
            .put("type", type)
            .put("title", code)
            .put("status", status)
            .put("code", code)
            .put("detail", getMessage())
            .mergeIn(more);
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", CONTENT_TYPE)
        .putHeader("Cache-Control", "no-store")
        .end(body.toBuffer());
  }

  private static String shortened(String value) {
    return value.length() > 80 ? value.substring(0, 80) + "..." : value;
  }
}

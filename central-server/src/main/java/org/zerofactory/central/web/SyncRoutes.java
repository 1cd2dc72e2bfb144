package org.zerofactory.central.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.JsonFormatException;

/** The agents' side: state, blocks and live pictures (docs/formats.md, section 3). */
final class SyncRoutes {

  /** Cap of a batch on the wire, bytes. */
  static final int WIRE_LIMIT = 4 << 20;

  private static final int LIVE_LIMIT = 1 << 20;
  private static final int LINES_LIMIT = 500;
  private static final String PATH = "/sync/v1/sites/:site";

  private final Doors doors;
  private final Blocking blocking;
  private final Uploads uploads;

  SyncRoutes(Doors doors, Blocking blocking, Uploads uploads) {
    this.doors = doors;
    this.blocking = blocking;
    this.uploads = uploads;
  }

  void mount(Router router) {
    router.get(PATH + "/state").handler(this::state);
    router.get(PATH + "/blocks").handler(this::lines);
    router
        .post(PATH + "/blocks")
        .handler(uploads)
        .handler(BodyHandler.create(false).setBodyLimit(WIRE_LIMIT))
        .handler(this::blocks);
    router
        .post(PATH + "/live")
        .handler(BodyHandler.create(false).setBodyLimit(LIVE_LIMIT))
        .handler(this::live);
  }

  private void state(RoutingContext context) {
    String site = Parameters.site(context);
    blocking.answer(
        context,
        () -> doors.site().apply(site),
        found -> json(context, 200, stateJson(site, found)));
  }

  private JsonObject stateJson(String site, Optional<SiteOverview> found) {
    return new JsonObject()
        .put("site", site)
        .put("epoch", found.map(SiteOverview::epoch).orElse(1L))
        .put("sequence", found.map(SiteOverview::sequence).orElse(0L))
        .put("hash", found.map(SiteOverview::hash).orElse(Hash.ZERO).hex())
        .put("checkpoint", found.map(SiteOverview::checkpoint).orElse(null))
        .put("serverTime", doors.time().get());
  }

  private void lines(RoutingContext context) {
    String site = Parameters.site(context);
    long from = Parameters.whole(context, "from", 1, 1, Long.MAX_VALUE >> 24);
    int limit = (int) Parameters.whole(context, "limit", LINES_LIMIT, 1, LINES_LIMIT);
    blocking.answer(
        context, () -> doors.lines().of(site, from, limit), lines -> jsonLines(context, lines));
  }

  private static void jsonLines(RoutingContext context, List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    context.response().putHeader("Content-Type", "application/jsonl").end(text.toString());
  }

  private void blocks(RoutingContext context) {
    String site = Parameters.site(context);
    Writes.expectType(context, "application/jsonl");
    String encoding = context.request().getHeader("Content-Encoding");
    if (encoding != null && !encoding.equals("gzip")) {
      throw new Problem(
          415, "unsupported-encoding", "expected Content-Encoding gzip, found " + encoding);
    }
    Future.fromCompletionStage(
            doors.receive().batch(site, context.body().buffer().getBytes(), encoding != null),
            context.vertx().getOrCreateContext())
        .onSuccess(verdict -> answer(context, verdict))
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context, BatchVerdict verdict) {
    if (verdict instanceof BatchVerdict.Accepted accepted) {
      json(context, 200, mark(accepted.tip()));
    } else if (verdict instanceof BatchVerdict.Repeated repeated) {
      json(context, 200, mark(repeated.tip()));
    } else {
      refuse(context, verdict);
    }
  }

  private JsonObject mark(JournalTip tip) {
    return new JsonObject()
        .put("sequence", tip.sequence())
        .put("hash", tip.hash().hex())
        .put("serverTime", doors.time().get());
  }

  private static void refuse(RoutingContext context, BatchVerdict verdict) {
    JsonObject more = new JsonObject();
    int status = 409;
    String detail;
    if (verdict instanceof BatchVerdict.Gap gap) {
      more.put("expected", gap.expected());
      detail = "expected the batch to start at block " + gap.expected();
    } else if (verdict instanceof BatchVerdict.Overlap overlap) {
      more.put("expected", overlap.expected());
      detail = "expected the batch to start at block " + overlap.expected();
    } else if (verdict instanceof BatchVerdict.Fork fork) {
      more.put("sequence", fork.sequence());
      detail = "block " + fork.sequence() + " is held with another hash, " + fork.held();
    } else if (verdict instanceof BatchVerdict.UnknownKey key) {
      more.put("fingerprint", key.fingerprint());
      detail = "expected a checkpoint signed with the site's key, found key " + key.fingerprint();
    } else if (verdict instanceof BatchVerdict.Invalid invalid) {
      status = 422;
      more.put("sequence", invalid.sequence());
      detail = invalid.expected();
    } else if (verdict instanceof BatchVerdict.TooLarge large) {
      status = 413;
      detail = "expected at most " + large.limit() + " bytes inflated";
    } else {
      long seconds = ((BatchVerdict.Busy) verdict).retryAfterSeconds();
      status = 503;
      context.response().putHeader("Retry-After", String.valueOf(seconds));
      detail = "the queue of batches is full; expected to have room in " + seconds + " s";
    }
    new Problem(status, verdict.word(), detail)
        .send(context, "urn:zerofactory:sync:" + verdict.word(), more);
  }

  private void live(RoutingContext context) {
    String site = Parameters.site(context);
    byte[] body = Writes.bytes(context);
    blocking.answer(
        context,
        () -> {
          try {
            return doors.live().apply(site, body);
          } catch (JsonFormatException malformed) {
            throw new Problem(400, "invalid-picture", String.valueOf(malformed.getMessage()));
          }
        },
        isKnown -> {
          if (isKnown) {
            context.response().setStatusCode(204).end();
          } else {
            context.fail(Problem.unknownSite(site));
          }
        });
  }

  private static void json(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body.toBuffer());
  }
}

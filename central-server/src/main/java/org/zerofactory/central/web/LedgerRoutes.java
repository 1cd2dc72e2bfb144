package org.zerofactory.central.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.ledger.Document;
import org.zerofactory.domain.ledger.EntryFilter;
import org.zerofactory.domain.ledger.EntryStatus;
import org.zerofactory.domain.ledger.Person;

/** Entries, their documents and approvals, and the audit trail (docs/formats.md, section 8). */
final class LedgerRoutes {

  private static final String ENTRIES = "/api/v1/sites/:site/entries";
  private static final int TABLE_LIMIT = 8 << 20;
  private static final int PAGE_LIMIT = 1_000;
  private static final int PAGE = 200;

  private final Doors doors;
  private final LedgerDoors ledger;
  private final Writes writes;

  LedgerRoutes(Doors doors, LedgerDoors ledger, Writes writes) {
    this.doors = doors;
    this.ledger = ledger;
    this.writes = writes;
  }

  void mount(Router router) {
    writes.body(router.post("/api/v1/documents"), Document.LIMIT).handler(this::keep);
    router.get("/api/v1/documents/:hash").handler(this::document);
    writes.body(router.post(ENTRIES), Writes.OBJECT_LIMIT).handler(this::enter);
    writes.body(router.post(ENTRIES + "/import"), TABLE_LIMIT).handler(this::importTable);
    router.get(ENTRIES).handler(this::entries);
    router.get(ENTRIES + "/:id").handler(this::entry);
    writes.body(router.post(ENTRIES + "/:id/approval"), Writes.OBJECT_LIMIT).handler(this::approve);
    writes.body(router.post(ENTRIES + "/:id/rejection"), Writes.OBJECT_LIMIT).handler(this::reject);
    router.get("/api/v1/audit").handler(this::audit);
  }

  private void keep(RoutingContext context) {
    Person person = Writes.person(context);
    byte[] bytes = Writes.bytes(context);
    String type = Writes.mediaType(context);
    writes.json(context, 201, () -> ledger.keep().of(person, type, bytes));
  }

  private void document(RoutingContext context) {
    String hash = String.valueOf(context.pathParam("hash"));
    if (!hash.matches("[0-9a-f]{64}")) {
      throw Problem.parameter("sha256", hash, "64 hex digits");
    }
    writes.answer(
        context,
        () ->
            ledger
                .document()
                .of(hash)
                .orElseThrow(
                    () ->
                        new Problem(
                            404, "unknown-document", "expected a kept document, found " + hash)),
        // as a download: what somebody sent must never run as a page of ours
        kept ->
            context
                .response()
                .putHeader("Content-Type", kept.mediaType())
                .putHeader("Content-Disposition", "attachment")
                .putHeader("ETag", '"' + hash + '"')
                .end(Buffer.buffer(kept.bytes())));
  }

  private void enter(RoutingContext context) {
    Person person = Writes.person(context);
    byte[] body = Writes.bytes(context);
    String site = Parameters.site(context);
    writes.json(context, 201, () -> ledger.enter().of(known(site), person, body));
  }

  private void importTable(RoutingContext context) {
    Person person = Writes.person(context);
    byte[] body = Writes.bytes(context);
    String site = Parameters.site(context);
    String type = Writes.mediaType(context);
    writes.json(context, 201, () -> ledger.importTable().of(known(site), person, type, body));
  }

  private void entries(RoutingContext context) {
    String site = Parameters.site(context);
    int limit = (int) Parameters.whole(context, "limit", PAGE, 1, PAGE_LIMIT);
    EntryFilter filter =
        new EntryFilter(
            Parameters.whole(context, "after", 0, 0, Long.MAX_VALUE >> 24),
            Parameters.word(
                context,
                "status",
                EntryStatus::ofWord,
                Arrays.stream(EntryStatus.values()).map(EntryStatus::word).toList()),
            Parameters.word(
                context,
                "category",
                SourceCategory::ofWord,
                Arrays.stream(SourceCategory.values()).map(SourceCategory::word).toList()),
            Parameters.day(context, "from"),
            Parameters.day(context, "to"));
    writes.json(context, 200, () -> ledger.entries().of(known(site), filter, limit));
  }

  private void entry(RoutingContext context) {
    String site = Parameters.site(context);
    String id = Parameters.id(context);
    writes.json(context, 200, () -> ledger.entry().of(known(site), id));
  }

  private void approve(RoutingContext context) {
    Person person = Writes.person(context);
    String site = Parameters.site(context);
    String id = Parameters.id(context);
    writes.json(context, 200, () -> ledger.approve().of(known(site), id, person));
  }

  private void reject(RoutingContext context) {
    Person person = Writes.person(context);
    String site = Parameters.site(context);
    String id = Parameters.id(context);
    byte[] body = Writes.bytes(context);
    writes.json(context, 200, () -> ledger.reject().of(known(site), id, person, body));
  }

  private void audit(RoutingContext context) {
    Optional<String> site = Optional.ofNullable(context.request().getParam("site"));
    long after = Parameters.whole(context, "after", 0, 0, Long.MAX_VALUE >> 24);
    int limit = (int) Parameters.whole(context, "limit", PAGE, 1, PAGE_LIMIT);
    writes.json(context, 200, () -> ledger.audit().of(site, after, limit));
  }

  private String known(String site) {
    if (doors.site().apply(site).isEmpty()) {
      throw Problem.unknownSite(site);
    }
    return site;
  }
}

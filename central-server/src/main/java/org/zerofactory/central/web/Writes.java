package org.zerofactory.central.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.zerofactory.domain.inventory.InventoryRefusedException;
import org.zerofactory.domain.inventory.RefusedTransitionException;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.Person;

/** Requests that people write with: who they are, how large a body is, how refusals look. */
final class Writes {

  /** Names who writes; without logins the name is not proven. */
  static final String PERSON = "Zerofactory-Person";

  /** Most bytes of a body that is one JSON object. */
  static final int OBJECT_LIMIT = 64 << 10;

  /** Larger bodies that are taken in at once: 40 MiB at the cap of a document. */
  static final int UPLOAD_LIMIT = 4;

  /** Objects that are taken in at once: 4 MiB, more than people send in the same moment. */
  static final int FORM_LIMIT = 64;

  private static final String LIMIT_KEY = "body-limit";

  private final Blocking blocking;
  private final Uploads forms;
  private final Uploads uploads;

  /**
   * @param forms lets in bodies of at most {@link #OBJECT_LIMIT} bytes
   * @param uploads lets in larger ones
   */
  Writes(Blocking blocking, Uploads forms, Uploads uploads) {
    this.blocking = blocking;
    this.forms = forms;
    this.uploads = uploads;
  }

  /** Reads a body of at most so many bytes before the route's own handler. */
  Route body(Route route, int limit) {
    return route
        .handler(limit <= OBJECT_LIMIT ? forms : uploads)
        .handler((PlatformHandler) context -> context.put(LIMIT_KEY, limit).next())
        .handler(BodyHandler.create(false).setBodyLimit(limit));
  }

  /** The limit that a body broke. */
  static int limit(RoutingContext context) {
    Integer limit = context.get(LIMIT_KEY);
    return limit == null ? SyncRoutes.WIRE_LIMIT : limit;
  }

  static Person person(RoutingContext context) {
    String name = context.request().getHeader(PERSON);
    return Optional.ofNullable(name)
        .flatMap(Person::of)
        .orElseThrow(
            () ->
                new Problem(
                    400,
                    "person-missing",
                    "header "
                        + PERSON
                        + ": expected "
                        + Person.EXPECTED
                        + ", found "
                        + (name == null ? "no such header" : Problem.quoted(name))));
  }

  static byte[] bytes(RoutingContext context) {
    Buffer buffer = context.body().buffer();
    return buffer == null ? new byte[0] : buffer.getBytes();
  }

  /** Refuses a body of another type than the route reads. */
  static void expectType(RoutingContext context, String type) {
    String found = String.valueOf(context.request().getHeader("Content-Type"));
    if (!found.startsWith(type)) {
      throw new Problem(
          415, "unsupported-type", "expected Content-Type " + type + ", found " + found);
    }
  }

  static String mediaType(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader("Content-Type")).orElse("");
  }

  /** Answers with a JSON text, or with the problem that the work met. */
  void json(RoutingContext context, int status, Callable<String> work) {
    answer(context, work, json -> send(context, status, json));
  }

  /** Answers with what the work gives, or with the problem that it met. */
  <T> void answer(RoutingContext context, Callable<T> work, Consumer<T> then) {
    blocking.answer(
        context,
        () -> {
          try {
            return work.call();
          } catch (LedgerRefusedException refused) {
            throw problem(refused);
          } catch (RefusedTransitionException refused) {
            throw new Problem(409, "inventory-state", String.valueOf(refused.getMessage()));
          } catch (InventoryRefusedException refused) {
            throw new Problem(409, "inventory-refused", String.valueOf(refused.getMessage()));
          } catch (JsonFormatException malformed) {
            throw new Problem(400, "invalid-json", String.valueOf(malformed.getMessage()));
          }
        },
        then);
  }

  private static Problem problem(LedgerRefusedException refused) {
    int status =
        switch (refused.kind()) {
          case UNKNOWN -> 404;
          case CONFLICT -> 409;
          case INVALID -> 422;
        };
    return new Problem(status, refused.code(), String.valueOf(refused.getMessage()));
  }

  /** Faults with their places, for those who show them beside the cells. */
  static void refuse(RoutingContext context, EntryFaultsException refused) {
    JsonArray faults = new JsonArray();
    for (EntryFault fault : refused.faults()) {
      faults.add(
          new JsonObject()
              .put("row", fault.row())
              .put("column", fault.column())
              .put("value", fault.value())
              .put("expected", fault.expected()));
    }
    new Problem(422, "invalid-entry", String.valueOf(refused.getMessage()))
        .send(
            context, "urn:zerofactory:error:invalid-entry", new JsonObject().put("faults", faults));
  }

  private static void send(RoutingContext context, int status, String json) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(json);
  }
}

package org.zerofactory.central.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.ledger.InventoryForm;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.Person;

/** Inventories in their life (docs/formats.md, section 9). */
final class InventoryRoutes {

  private static final String SITE = "/api/v1/sites/:site";
  private static final String ONE = SITE + "/inventories/:id";
  private static final String SCHEMA = "/schema/inventory.schema.json";

  private final Doors doors;
  private final InventoryDoors inventories;
  private final Writes writes;

  InventoryRoutes(Doors doors, InventoryDoors inventories, Writes writes) {
    this.doors = doors;
    this.inventories = inventories;
    this.writes = writes;
  }

  void mount(Router router) {
    router.get("/api/v1/schemas/inventory.json").handler(InventoryRoutes::schema);
    router.get(SITE + "/inventory").handler(this::compile);
    router.get(SITE + "/inventories").handler(context -> ofSite(context, inventories.list()));
    post(router, SITE + "/inventories", context -> write(context, 201, inventories.create()));
    router.get(ONE).handler(context -> one(context, inventories.one()));
    router.get(ONE + "/content").handler(context -> one(context, inventories.content()));
    router.get(ONE + "/diff").handler(this::diff);
    post(router, ONE + "/review", context -> step(context, inventories.review()));
    post(router, ONE + "/publish", context -> step(context, inventories.publish()));
    post(router, ONE + "/draft", context -> step(context, 200, inventories.sendBack()));
    post(router, ONE + "/restate", context -> step(context, 201, inventories.restate()));
    router.get(SITE + "/base-year").handler(context -> ofSite(context, inventories.baseYear()));
    writes
        .body(router.put(SITE + "/base-year"), Writes.OBJECT_LIMIT)
        .handler(context -> write(context, 200, inventories.chooseBaseYear()));
  }

  private void post(Router router, String path, io.vertx.core.Handler<RoutingContext> handler) {
    writes.body(router.post(path), Writes.OBJECT_LIMIT).handler(handler);
  }

  private void compile(RoutingContext context) {
    String site = Parameters.site(context);
    Map<String, String> fields = new HashMap<>();
    for (String name : InventoryForm.FIELDS) {
      Optional.ofNullable(context.request().getParam(name))
          .ifPresent(text -> fields.put(name, text));
    }
    InventorySettings settings = InventoryForm.read(fields);
    writes.json(context, 200, () -> inventories.compile().of(known(site), settings));
  }

  private void ofSite(RoutingContext context, InventoryDoors.OfSite door) {
    String site = Parameters.site(context);
    writes.json(context, 200, () -> door.of(known(site)));
  }

  private void one(RoutingContext context, InventoryDoors.One door) {
    String site = Parameters.site(context);
    String id = Parameters.id(context);
    writes.json(context, 200, () -> door.of(known(site), id));
  }

  private void diff(RoutingContext context) {
    String site = Parameters.site(context);
    String id = Parameters.id(context);
    String with = Parameters.id(context.request().getParam("with"), "with");
    writes.json(context, 200, () -> inventories.diff().of(known(site), id, with));
  }

  private void write(RoutingContext context, int status, InventoryDoors.Write door) {
    Person person = Writes.person(context);
    String site = Parameters.site(context);
    byte[] body = Writes.bytes(context);
    writes.json(context, status, () -> door.of(known(site), person, body));
  }

  private void step(RoutingContext context, InventoryDoors.Step door) {
    Person person = Writes.person(context);
    String site = Parameters.site(context);
    String id = Parameters.id(context);
    writes.json(context, 200, () -> door.of(known(site), id, person));
  }

  private void step(RoutingContext context, int status, InventoryDoors.StepWithBody door) {
    Person person = Writes.person(context);
    String site = Parameters.site(context);
    String id = Parameters.id(context);
    byte[] body = Writes.bytes(context);
    writes.json(context, status, () -> door.of(known(site), id, person, body));
  }

  private String known(String site) {
    if (doors.site().apply(site).isEmpty()) {
      throw Problem.unknownSite(site);
    }
    return site;
  }

  private static void schema(RoutingContext context) {
    try (InputStream stream = InventoryRoutes.class.getResourceAsStream(SCHEMA)) {
      if (stream == null) {
        throw new IllegalStateException(SCHEMA + " is not packaged");
      }
      context
          .response()
          .putHeader("Content-Type", "application/schema+json")
          .end(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(SCHEMA, unreadable);
    }
  }
}

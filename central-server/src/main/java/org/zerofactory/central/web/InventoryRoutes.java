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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.zerofactory.domain.ledger.InventoryForm;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.Person;

/** Inventories in their life (docs/formats.md, section 9). */
final class InventoryRoutes {

  private static final String SITES = "/api/v1/sites/:site";
  private static final String ORGANISATIONS = "/api/v1/organisations";
  private static final String SCHEMA = "/schema/inventory.schema.json";

  private final String owners;
  private final Function<RoutingContext, String> ownerOf;
  private final UnaryOperator<String> known;
  private final InventoryDoors inventories;
  private final Writes writes;
  private final Consumer<Router> more;

  private InventoryRoutes(
      String owners,
      Function<RoutingContext, String> ownerOf,
      UnaryOperator<String> known,
      InventoryDoors inventories,
      Writes writes,
      Consumer<Router> more) {
    this.owners = owners;
    this.ownerOf = ownerOf;
    this.known = known;
    this.inventories = inventories;
    this.writes = writes;
    this.more = more;
  }

  /** Inventories of sites, and the schema of all. */
  static InventoryRoutes ofSites(Doors doors, Writes writes) {
    return new InventoryRoutes(
        SITES,
        Parameters::site,
        site -> {
          if (doors.site().apply(site).isEmpty()) {
            throw Problem.unknownSite(site);
          }
          return site;
        },
        doors.inventories(),
        writes,
        router -> router.get("/api/v1/schemas/inventory.json").handler(InventoryRoutes::schema));
  }

  /** Inventories of organisations, and which there are. */
  static InventoryRoutes ofOrganisations(OrganisationDoors doors, Writes writes) {
    return new InventoryRoutes(
        ORGANISATIONS + "/:organisation",
        Parameters::organisation,
        organisation -> {
          if (!doors.isKnown().test(organisation)) {
            throw Problem.unknownOrganisation(organisation);
          }
          return organisation;
        },
        doors.inventories(),
        writes,
        router ->
            router
                .get(ORGANISATIONS)
                .handler(context -> writes.json(context, 200, () -> doors.list().get())));
  }

  void mount(Router router) {
    more.accept(router);
    String all = owners + "/inventories";
    String one = all + "/:id";
    router.get(owners + "/inventory").handler(this::compile);
    router.get(all).handler(context -> ofOwner(context, inventories.list()));
    post(router, all, context -> write(context, 201, inventories.create()));
    router.get(one).handler(context -> one(context, inventories.one()));
    router.get(one + "/content").handler(context -> one(context, inventories.content()));
    router.get(one + "/diff").handler(this::diff);
    post(router, one + "/review", context -> step(context, inventories.review()));
    post(router, one + "/publish", context -> step(context, inventories.publish()));
    post(router, one + "/draft", context -> step(context, 200, inventories.sendBack()));
    post(router, one + "/restate", context -> step(context, 201, inventories.restate()));
    router.get(owners + "/base-year").handler(context -> ofOwner(context, inventories.baseYear()));
    writes
        .body(router.put(owners + "/base-year"), Writes.OBJECT_LIMIT)
        .handler(context -> write(context, 200, inventories.chooseBaseYear()));
  }

  private void post(Router router, String path, io.vertx.core.Handler<RoutingContext> handler) {
    writes.body(router.post(path), Writes.OBJECT_LIMIT).handler(handler);
  }

  private void compile(RoutingContext context) {
    String owner = ownerOf.apply(context);
    Map<String, String> fields = new HashMap<>();
    for (String name : InventoryForm.FIELDS) {
      Optional.ofNullable(context.request().getParam(name))
          .ifPresent(text -> fields.put(name, text));
    }
    InventorySettings settings = InventoryForm.read(fields);
    writes.json(context, 200, () -> inventories.compile().of(known.apply(owner), settings));
  }

  private void ofOwner(RoutingContext context, InventoryDoors.OfSite door) {
    String owner = ownerOf.apply(context);
    writes.json(context, 200, () -> door.of(known.apply(owner)));
  }

  private void one(RoutingContext context, InventoryDoors.One door) {
    String owner = ownerOf.apply(context);
    String id = Parameters.id(context);
    writes.json(context, 200, () -> door.of(known.apply(owner), id));
  }

  private void diff(RoutingContext context) {
    String owner = ownerOf.apply(context);
    String id = Parameters.id(context);
    String with = Parameters.id(context.request().getParam("with"), "with");
    writes.json(context, 200, () -> inventories.diff().of(known.apply(owner), id, with));
  }

  private void write(RoutingContext context, int status, InventoryDoors.Write door) {
    Person person = Writes.person(context);
    String owner = ownerOf.apply(context);
    byte[] body = Writes.bytes(context);
    writes.json(context, status, () -> door.of(known.apply(owner), person, body));
  }

  private void step(RoutingContext context, InventoryDoors.Step door) {
    Person person = Writes.person(context);
    String owner = ownerOf.apply(context);
    String id = Parameters.id(context);
    writes.json(context, 200, () -> door.of(known.apply(owner), id, person));
  }

  private void step(RoutingContext context, int status, InventoryDoors.StepWithBody door) {
    Person person = Writes.person(context);
    String owner = ownerOf.apply(context);
    String id = Parameters.id(context);
    byte[] body = Writes.bytes(context);
    writes.json(context, status, () -> door.of(known.apply(owner), id, person, body));
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

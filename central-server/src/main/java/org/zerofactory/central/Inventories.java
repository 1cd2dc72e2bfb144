package org.zerofactory.central;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.central.receive.EntryReader;
import org.zerofactory.central.report.DiffReport;
import org.zerofactory.central.report.InventoryReport;
import org.zerofactory.central.report.RestatementReport;
import org.zerofactory.central.store.InventoryBooks;
import org.zerofactory.central.web.InventoryDoors;
import org.zerofactory.domain.inventory.InventoryRefusedException;
import org.zerofactory.domain.inventory.InventoryStatus;
import org.zerofactory.domain.inventory.InventoryVersion;
import org.zerofactory.domain.inventory.Refusal;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.ledger.InventoryForm;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.ledger.StoredInventory;

/**
 * Brings together what is compiled, what is kept, and what people do with it, of one kind of owner.
 */
final class Inventories {

  private static final int LIST_LIMIT = 200;
  private static final String PREVIEW = "preview";

  private final InventoryMaker maker;
  private final InventoryBooks books;
  private final BaseYears baseYears;

  Inventories(InventoryMaker maker, InventoryBooks books) {
    this.maker = maker;
    this.books = books;
    this.baseYears = new BaseYears(maker, books);
  }

  InventoryDoors doors() {
    return new InventoryDoors(
        this::compile,
        this::list,
        this::create,
        (owner, id) -> envelope(existing(owner, id)),
        (owner, id) -> frozen(existing(owner, id)).content(),
        this::diff,
        this::review,
        this::sendBack,
        this::publish,
        this::restate,
        baseYears::show,
        baseYears::choose);
  }

  /** What an inventory would be if it were drafted at this moment. */
  String compile(String owner, InventorySettings settings) {
    Map<String, Json> fields = new HashMap<>();
    fields.put("id", Json.NULL);
    fields.put(maker.kind().word(), Json.of(owner));
    fields.put("from", Json.of(settings.period().from().toString()));
    fields.put("to", Json.of(settings.period().to().toString()));
    fields.put("method", Json.of(settings.method().word()));
    fields.put("gwp", Json.of(settings.gwp()));
    fields.put("consolidation", Json.of(InventorySettings.CONSOLIDATION));
    fields.put("status", Json.of(PREVIEW));
    addDraft(fields, owner, settings, Optional.empty());
    return new Json.Obj(fields).canonical();
  }

  private String list(String owner) {
    List<Json> all =
        books.list(owner(owner), LIST_LIMIT).stream().map(StoredInventory::json).toList();
    return new Json.Obj(Map.of("inventories", new Json.Arr(all))).canonical();
  }

  private String create(String owner, Person person, byte[] body) {
    InventorySettings settings =
        InventoryForm.read(EntryReader.fields("inventory", body, InventoryForm.FIELDS));
    return envelope(books.create(owner(owner), settings, person));
  }

  private String envelope(StoredInventory inventory) {
    Map<String, Json> fields = new HashMap<>();
    fields.putAll(((Json.Obj) inventory.json()).entries());
    if (inventory.frozen().isPresent()) {
      fields.put("content", JsonParser.parse(inventory.frozen().get().content()));
      fields.put("refusals", new Json.Arr(List.of()));
    } else {
      addDraft(fields, inventory.owner().id(), inventory.settings(), restates(inventory));
    }
    fields.put("restatementAdvised", advice(inventory).orElse(Json.NULL));
    return new Json.Obj(fields).canonical();
  }

  /** A draft is compiled anew each time; what cannot be compiled says why. */
  private void addDraft(
      Map<String, Json> fields,
      String owner,
      InventorySettings settings,
      Optional<StoredInventory> restates) {
    try {
      InventoryMaker.Made made = made(owner, settings);
      fields.put("content", content(made, restates));
      fields.put("refusals", InventoryReport.refusals(made.waiting()));
    } catch (InventoryRefusedException refused) {
      fields.put("content", Json.NULL);
      fields.put("refusals", InventoryReport.refusals(refused.refusals()));
    } catch (LedgerRefusedException nothing) {
      fields.put("content", Json.NULL);
      fields.put("refusals", InventoryReport.refusal(nothing.code(), owner, nothing));
    }
  }

  private Json content(InventoryMaker.Made made, Optional<StoredInventory> restates) {
    return restates
        .map(
            old ->
                made.report()
                    .apply(
                        Optional.of(
                            RestatementReport.of(
                                old, JsonParser.parse(frozen(old).content()), made.plain()))))
        .orElseGet(made::plain);
  }

  private Optional<StoredInventory> restates(StoredInventory inventory) {
    return inventory.version().restates().map(id -> existing(inventory.owner().id(), id));
  }

  /** What arrived after publication never changes it; it is shown beside it. */
  private Optional<Json> advice(StoredInventory inventory) {
    if (inventory.version().status() != InventoryStatus.PUBLISHED) {
      return Optional.empty();
    }
    try {
      InventoryMaker.Made now = made(inventory.owner().id(), inventory.settings());
      Json published = JsonParser.parse(frozen(inventory).content());
      return RestatementReport.advice(published, now.plain());
    } catch (InventoryRefusedException refused) {
      return Optional.of(RestatementReport.refused(refused.refusals()));
    }
  }

  private String diff(String owner, String id, String with) {
    Json before = comparable(existing(owner, with));
    Json after = comparable(existing(owner, id));
    Map<String, Json> fields = new HashMap<>();
    fields.putAll(((Json.Obj) DiffReport.of(before, after)).entries());
    fields.put("before", Json.of(with));
    fields.put("after", Json.of(id));
    return new Json.Obj(fields).canonical();
  }

  private Json comparable(StoredInventory inventory) {
    return inventory
        .frozen()
        .map(of -> JsonParser.parse(of.content()))
        .orElseGet(() -> made(inventory.owner().id(), inventory.settings()).plain());
  }

  private String review(String owner, String id, Person person) {
    StoredInventory draft = existing(owner, id);
    InventoryMaker.Made made = ready(draft);
    String content = content(made, restates(draft)).canonical();
    return step(
        owner,
        id,
        person,
        "inventory-reviewed",
        before ->
            before.with(
                before.version().submitted(person.name(), made.inventory()),
                Optional.of(frozen(content)),
                Optional.empty()));
  }

  /** Compiles a draft for review; refused while anything is open. */
  private InventoryMaker.Made ready(StoredInventory draft) {
    draft.version().requireChangeable();
    InventoryMaker.Made made = made(draft.owner().id(), draft.settings());
    if (!made.waiting().isEmpty()) {
      throw new InventoryRefusedException(made.waiting());
    }
    return made;
  }

  private String sendBack(String owner, String id, Person person, byte[] body) {
    String reason = reason(body);
    return step(
        owner,
        id,
        person,
        "inventory-sent-back",
        before ->
            before.with(before.version().sentBack(reason), Optional.empty(), Optional.empty()));
  }

  /** The journal may have grown since the review; the figures must be the same to the byte. */
  private String publish(String owner, String id, Person person) {
    StoredInventory reviewed = existing(owner, id);
    Optional<InventoryMaker.Made> now =
        reviewed
            .frozen()
            .map(
                of ->
                    maker.make(
                        owner, reviewed.settings(), Optional.of(References.of(of.content()))));
    List<Refusal> waiting = now.map(InventoryMaker.Made::waiting).orElse(List.of());
    if (!waiting.isEmpty()) {
      throw new InventoryRefusedException(waiting);
    }
    return step(
        owner,
        id,
        person,
        "inventory-published",
        before ->
            before.with(
                published(before.version(), person, now),
                before.frozen(),
                Optional.of(books.now())));
  }

  private static InventoryVersion published(
      InventoryVersion version, Person person, Optional<InventoryMaker.Made> now) {
    if (now.isEmpty()) {
      version.requireChangeable(); // names the status that it has
      throw new LedgerRefusedException(
          Kind.CONFLICT,
          "inventory-state",
          "inventory "
              + version.id()
              + ": expected in-review, but it is "
              + version.status().word());
    }
    return version.published(person.name(), now.get().inventory());
  }

  private String restate(String owner, String id, Person person, byte[] body) {
    return envelope(books.restate(owner(owner), number(id), person, reason(body)));
  }

  private String step(
      String owner,
      String id,
      Person person,
      String action,
      java.util.function.UnaryOperator<StoredInventory> change) {
    return envelope(books.step(owner(owner), number(id), person, action, change));
  }

  private static String reason(byte[] body) {
    return EntryReader.fields("reason", body, List.of("reason")).getOrDefault("reason", "").strip();
  }

  private InventoryMaker.Made made(String owner, InventorySettings settings) {
    return maker.make(owner, settings, Optional.empty());
  }

  private InventoryOwner owner(String id) {
    return new InventoryOwner(maker.kind(), id);
  }

  private static StoredInventory.Frozen frozen(String content) {
    return new StoredInventory.Frozen(content, Hash.of(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static StoredInventory.Frozen frozen(StoredInventory inventory) {
    return inventory
        .frozen()
        .orElseThrow(
            () ->
                new LedgerRefusedException(
                    Kind.CONFLICT,
                    "inventory-state",
                    "inventory "
                        + inventory.version().id()
                        + ": expected one that was reviewed, but it is a draft"));
  }

  private StoredInventory existing(String owner, String id) {
    return books
        .find(owner(owner), number(id))
        .orElseThrow(() -> unknown(owner(owner).toString(), id));
  }

  private static long number(String id) {
    OptionalLong number = StoredInventory.number(id);
    if (number.isEmpty()) {
      throw unknown("any owner", id);
    }
    return number.getAsLong();
  }

  private static LedgerRefusedException unknown(String owner, String id) {
    return new LedgerRefusedException(
        Kind.UNKNOWN,
        "unknown-inventory",
        "expected an inventory of " + owner + " such as I-3, found " + id);
  }
}

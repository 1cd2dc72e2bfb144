package org.zerofactory.central;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.central.account.InventoryCompiler;
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
import org.zerofactory.domain.ledger.CompiledInventory;
import org.zerofactory.domain.ledger.InventoryForm;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.ledger.StoredInventory;

/** Brings together what is compiled, what is kept, and what people do with it. */
final class Inventories {

  private static final int LIST_LIMIT = 200;
  private static final String PREVIEW = "preview";

  private final InventoryCompiler compiler;
  private final InventoryBooks books;
  private final BaseYears baseYears;

  Inventories(InventoryCompiler compiler, InventoryBooks books) {
    this.compiler = compiler;
    this.books = books;
    this.baseYears = new BaseYears(compiler, books);
  }

  InventoryDoors doors() {
    return new InventoryDoors(
        this::compile,
        this::list,
        this::create,
        (site, id) -> envelope(existing(site, id)),
        (site, id) -> frozen(existing(site, id)).content(),
        this::diff,
        this::review,
        this::sendBack,
        this::publish,
        this::restate,
        baseYears::show,
        baseYears::choose);
  }

  /** What an inventory would be if it were drafted at this moment. */
  String compile(String site, InventorySettings settings) {
    Map<String, Json> fields = new HashMap<>();
    fields.put("id", Json.NULL);
    fields.put("site", Json.of(site));
    fields.put("from", Json.of(settings.period().from().toString()));
    fields.put("to", Json.of(settings.period().to().toString()));
    fields.put("method", Json.of(settings.method().word()));
    fields.put("gwp", Json.of(settings.gwp()));
    fields.put("consolidation", Json.of(InventorySettings.CONSOLIDATION));
    fields.put("status", Json.of(PREVIEW));
    addDraft(fields, site, settings, Optional.empty());
    return new Json.Obj(fields).canonical();
  }

  private String list(String site) {
    List<Json> all = books.list(site, LIST_LIMIT).stream().map(StoredInventory::json).toList();
    return new Json.Obj(Map.of("inventories", new Json.Arr(all))).canonical();
  }

  private String create(String site, Person person, byte[] body) {
    InventorySettings settings =
        InventoryForm.read(EntryReader.fields("inventory", body, InventoryForm.FIELDS));
    return envelope(books.create(site, settings, person));
  }

  private String envelope(StoredInventory inventory) {
    Map<String, Json> fields = new HashMap<>();
    fields.putAll(((Json.Obj) inventory.json()).entries());
    if (inventory.frozen().isPresent()) {
      fields.put("content", JsonParser.parse(inventory.frozen().get().content()));
      fields.put("refusals", new Json.Arr(List.of()));
    } else {
      addDraft(fields, inventory.site(), inventory.settings(), restates(inventory));
    }
    fields.put("restatementAdvised", advice(inventory).orElse(Json.NULL));
    return new Json.Obj(fields).canonical();
  }

  /** A draft is compiled anew each time; what cannot be compiled says why. */
  private void addDraft(
      Map<String, Json> fields,
      String site,
      InventorySettings settings,
      Optional<StoredInventory> restates) {
    try {
      CompiledInventory compiled = compiled(site, settings);
      fields.put("content", content(compiled, restates));
      fields.put("refusals", InventoryReport.refusals(compiled.waiting()));
    } catch (InventoryRefusedException refused) {
      fields.put("content", Json.NULL);
      fields.put("refusals", InventoryReport.refusals(refused.refusals()));
    }
  }

  private Json content(CompiledInventory compiled, Optional<StoredInventory> restates) {
    Json plain = InventoryReport.of(compiled, Optional.empty());
    return restates
        .map(
            old ->
                InventoryReport.of(
                    compiled,
                    Optional.of(
                        RestatementReport.of(old, JsonParser.parse(frozen(old).content()), plain))))
        .orElse(plain);
  }

  private Optional<StoredInventory> restates(StoredInventory inventory) {
    return inventory.version().restates().map(id -> existing(inventory.site(), id));
  }

  /** What arrived after publication never changes it; it is shown beside it. */
  private Optional<Json> advice(StoredInventory inventory) {
    if (inventory.version().status() != InventoryStatus.PUBLISHED) {
      return Optional.empty();
    }
    try {
      CompiledInventory now = compiled(inventory.site(), inventory.settings());
      Json published = JsonParser.parse(frozen(inventory).content());
      return RestatementReport.advice(published, InventoryReport.of(now, Optional.empty()));
    } catch (InventoryRefusedException refused) {
      return Optional.of(RestatementReport.refused(refused.refusals()));
    }
  }

  private String diff(String site, String id, String with) {
    Json before = comparable(existing(site, with));
    Json after = comparable(existing(site, id));
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
        .orElseGet(
            () ->
                InventoryReport.of(
                    compiled(inventory.site(), inventory.settings()), Optional.empty()));
  }

  private String review(String site, String id, Person person) {
    StoredInventory draft = existing(site, id);
    CompiledInventory compiled = ready(draft);
    String content = content(compiled, restates(draft)).canonical();
    return step(
        site,
        id,
        person,
        "inventory-reviewed",
        before ->
            before.with(
                before.version().submitted(person.name(), compiled.inventory()),
                Optional.of(frozen(content)),
                Optional.empty()));
  }

  /** Compiles a draft for review; refused while anything is open. */
  private CompiledInventory ready(StoredInventory draft) {
    draft.version().requireChangeable();
    CompiledInventory compiled = compiled(draft.site(), draft.settings());
    if (!compiled.waiting().isEmpty()) {
      throw new InventoryRefusedException(compiled.waiting());
    }
    return compiled;
  }

  private String sendBack(String site, String id, Person person, byte[] body) {
    String reason = reason(body);
    return step(
        site,
        id,
        person,
        "inventory-sent-back",
        before ->
            before.with(before.version().sentBack(reason), Optional.empty(), Optional.empty()));
  }

  /** The journal may have grown since the review; the figures must be the same to the byte. */
  private String publish(String site, String id, Person person) {
    StoredInventory reviewed = existing(site, id);
    Optional<CompiledInventory> now =
        reviewed
            .frozen()
            .map(
                of ->
                    compiler
                        .compile(
                            site, reviewed.settings(), Optional.of(References.of(of.content())))
                        .orElseThrow());
    List<Refusal> waiting = now.map(CompiledInventory::waiting).orElse(List.of());
    if (!waiting.isEmpty()) {
      throw new InventoryRefusedException(waiting);
    }
    return step(
        site,
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
      InventoryVersion version, Person person, Optional<CompiledInventory> now) {
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

  private String restate(String site, String id, Person person, byte[] body) {
    return envelope(books.restate(site, number(id), person, reason(body)));
  }

  private String step(
      String site,
      String id,
      Person person,
      String action,
      java.util.function.UnaryOperator<StoredInventory> change) {
    return envelope(books.step(site, number(id), person, action, change));
  }

  private static String reason(byte[] body) {
    return EntryReader.fields("reason", body, List.of("reason")).getOrDefault("reason", "").strip();
  }

  private CompiledInventory compiled(String site, InventorySettings settings) {
    return compiler.compile(site, settings).orElseThrow();
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

  private StoredInventory existing(String site, String id) {
    return books.find(site, number(id)).orElseThrow(() -> unknown(site, id));
  }

  private static long number(String id) {
    OptionalLong number = StoredInventory.number(id);
    if (number.isEmpty()) {
      throw unknown("any", id);
    }
    return number.getAsLong();
  }

  private static LedgerRefusedException unknown(String site, String id) {
    return new LedgerRefusedException(
        Kind.UNKNOWN,
        "unknown-inventory",
        "expected an inventory of site " + site + " such as I-3, found " + id);
  }
}

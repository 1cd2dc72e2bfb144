package org.zerofactory.central;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.central.receive.EntryReader;
import org.zerofactory.central.report.BaseYearReport;
import org.zerofactory.central.store.InventoryBooks;
import org.zerofactory.domain.inventory.InventoryPeriod;
import org.zerofactory.domain.inventory.InventoryRefusedException;
import org.zerofactory.domain.inventory.InventoryStatus;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.ledger.BaseYearChoice;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.ledger.StoredInventory;

/** The year that later ones are compared with, and whether it must be recalculated. */
final class BaseYears {

  private static final List<String> FIELDS = List.of("year", "thresholdPercent", "reason");
  private static final int LIST_LIMIT = 1_000;

  private final InventoryMaker maker;
  private final InventoryBooks books;

  BaseYears(InventoryMaker maker, InventoryBooks books) {
    this.maker = maker;
    this.books = books;
  }

  String choose(String owner, Person person, byte[] body) {
    Map<String, String> fields = EntryReader.fields("base-year", body, FIELDS);
    books.chooseBaseYear(owner(owner), choice(fields), person);
    return show(owner);
  }

  private static BaseYearChoice choice(Map<String, String> fields) {
    String year = fields.getOrDefault("year", "");
    String percent = fields.getOrDefault("thresholdPercent", "5");
    String reason = fields.getOrDefault("reason", "").strip();
    if (!year.matches("(19[7-9]|20[0-9])[0-9]")) {
      throw fault("year", year, "a year from 1970 to 2099");
    }
    if (reason.isEmpty() || reason.length() > 500) {
      throw fault("reason", reason, "why this year, in 1 to 500 characters");
    }
    if (!percent.matches("[0-9]{1,3}([.][0-9]{1,4})?")) {
      throw fault("thresholdPercent", percent, "more than 0 and at most 100");
    }
    try {
      return new BaseYearChoice(Integer.parseInt(year), new BigDecimal(percent), reason);
    } catch (IllegalArgumentException outOfRange) {
      throw fault("thresholdPercent", percent, "more than 0 and at most 100");
    }
  }

  private static EntryFaultsException fault(String field, String value, String expected) {
    return new EntryFaultsException(List.of(new EntryFault(1, field, value, expected)));
  }

  String show(String owner) {
    Map<String, Json> fields = new HashMap<>();
    Optional<BaseYearChoice> choice = books.baseYear(owner(owner));
    Optional<StoredInventory> base = choice.flatMap(of -> published(owner, of.year()));
    fields.put("choice", choice.map(BaseYearChoice::json).orElse(Json.NULL));
    fields.put("inventory", base.map(of -> Json.of(of.version().id())).orElse(Json.NULL));
    fields.put(
        "recalculation", base.map(of -> recalculation(choice.orElseThrow(), of)).orElse(Json.NULL));
    return new Json.Obj(fields).canonical();
  }

  /** The newest inventory of the year that is published and not restated. */
  private Optional<StoredInventory> published(String owner, int year) {
    InventoryPeriod period = InventoryPeriod.ofYear(year);
    return books.list(owner(owner), LIST_LIMIT).stream()
        .filter(of -> of.settings().period().equals(period))
        .filter(of -> of.version().status() == InventoryStatus.PUBLISHED)
        .findFirst();
  }

  private InventoryOwner owner(String id) {
    return new InventoryOwner(maker.kind(), id);
  }

  private Json recalculation(BaseYearChoice choice, StoredInventory base) {
    Json published = JsonParser.parse(base.frozen().orElseThrow().content());
    try {
      Json now = maker.make(base.owner().id(), base.settings(), Optional.empty()).plain();
      return BaseYearReport.of(choice, base.version().id(), published, now);
    } catch (InventoryRefusedException refused) {
      return BaseYearReport.refused(refused.refusals());
    }
  }
}

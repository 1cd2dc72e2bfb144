package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.inventory.InventoryPeriod;
import org.zerofactory.domain.inventory.InventoryVersion;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.BaseYearChoice;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.ledger.PointMonth;
import org.zerofactory.domain.ledger.StoredInventory;

/**
 * Inventories in their life. Each step and its audit record are one transaction of the one writer:
 * both are held, or neither.
 */
public final class InventoryBooks {

  private final JournalStore store;
  private final InstantSource clock;

  public InventoryBooks(JournalStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Where a site's journal stands: its size and the root of its Merkle tree. */
  public Optional<InputReferences.Journal> journal(String site) {
    return store
        .reader()
        .read(
            connection ->
                new SiteStore(connection)
                    .find(site)
                    .map(
                        row ->
                            new InputReferences.Journal(
                                site, row.tip().sequence(), row.tip().frontier().root())));
  }

  /** What every point of a site counted in each local month of a period. */
  public List<PointMonth> months(String site, ZoneId zone, InventoryPeriod period) {
    String sql =
        """
        SELECT point.name, month.start, month.amount, month.estimated_amount, month.measured,
          month.estimated + month.integrated + month.reset
        FROM month_reading AS month JOIN point ON point.id = month.point
        JOIN site ON site.id = point.site
        WHERE site.name = ? AND month.start >= ? AND month.start < ?
        ORDER BY point.name, month.start
        """;
    return store
        .reader()
        .read(
            connection -> {
              try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, site);
                statement.setLong(2, start(period.from(), zone));
                statement.setLong(3, start(period.to(), zone));
                return Rows.list(
                    statement,
                    rows ->
                        new PointMonth(
                            rows.getString(1),
                            YearMonth.from(Instant.ofEpochSecond(rows.getLong(2)).atZone(zone)),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getLong(6)));
              }
            });
  }

  private static long start(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toEpochSecond();
  }

  public Optional<StoredInventory> find(InventoryOwner owner, long number) {
    return store
        .reader()
        .read(connection -> new InventoryStore(connection, owner.kind()).find(owner.id(), number));
  }

  /** All of an owner, newest first, at most so many. */
  public List<StoredInventory> list(InventoryOwner owner, int limit) {
    return store
        .reader()
        .read(connection -> new InventoryStore(connection, owner.kind()).list(owner.id(), limit));
  }

  /** A new draft. */
  public StoredInventory create(InventoryOwner owner, InventorySettings settings, Person person) {
    return store.write(
        connection -> {
          long number = new InventoryStore(connection, owner.kind()).nextNumber(owner.id());
          InventoryVersion version =
              InventoryVersion.draft(StoredInventory.id(number), person.name());
          return insert(
              connection, draft(owner, number, settings, version), person, "inventory-drafted");
        });
  }

  /**
   * A new draft that is to take the place of a published inventory, with its settings.
   *
   * @throws LedgerRefusedException if there is no such inventory, or it is being restated already
   * @throws org.zerofactory.domain.inventory.RefusedTransitionException unless it is published
   */
  public StoredInventory restate(InventoryOwner owner, long old, Person person, String reason) {
    return store.write(
        connection -> {
          InventoryStore inventories = new InventoryStore(connection, owner.kind());
          StoredInventory before = existing(inventories, owner, old);
          OptionalLong newer = inventories.restating(owner.id(), old);
          if (newer.isPresent()) {
            throw new LedgerRefusedException(
                Kind.CONFLICT,
                "already-restated",
                before.version().id()
                    + ": expected one that nobody restates, found "
                    + StoredInventory.id(newer.getAsLong()));
          }
          long number = inventories.nextNumber(owner.id());
          InventoryVersion version =
              before.version().restatement(StoredInventory.id(number), person.name(), reason);
          return insert(
              connection,
              draft(owner, number, before.settings(), version),
              person,
              "inventory-restatement-drafted");
        });
  }

  private StoredInventory draft(
      InventoryOwner owner, long number, InventorySettings settings, InventoryVersion version) {
    return new StoredInventory(
        owner,
        number,
        settings,
        version,
        now(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private StoredInventory insert(
      Connection connection, StoredInventory inventory, Person person, String action)
      throws SQLException {
    new InventoryStore(connection, inventory.owner().kind()).insert(inventory);
    trail(connection, person, action, inventory, Json.NULL);
    return inventory;
  }

  /**
   * Takes an inventory a step further.
   *
   * @param change gives the inventory after the step, or refuses
   * @throws LedgerRefusedException if there is no such inventory
   */
  public StoredInventory step(
      InventoryOwner owner,
      long number,
      Person person,
      String action,
      UnaryOperator<StoredInventory> change) {
    return store.write(
        connection -> {
          InventoryStore inventories = new InventoryStore(connection, owner.kind());
          StoredInventory before = existing(inventories, owner, number);
          StoredInventory after = change.apply(before);
          inventories.update(after);
          trail(connection, person, action, after, before.json());
          return after;
        });
  }

  private static StoredInventory existing(
      InventoryStore inventories, InventoryOwner owner, long number) throws SQLException {
    return inventories
        .find(owner.id(), number)
        .orElseThrow(
            () ->
                new LedgerRefusedException(
                    Kind.UNKNOWN,
                    "unknown-inventory",
                    "expected an inventory of " + owner + ", found " + StoredInventory.id(number)));
  }

  private void trail(
      Connection connection, Person person, String action, StoredInventory after, Json before)
      throws SQLException {
    new AuditStore(connection)
        .append(
            new AuditRecord.Step(
                person, after.owner().site(), action, after.version().id(), before, after.json()),
            now());
  }

  public Optional<BaseYearChoice> baseYear(InventoryOwner owner) {
    return store
        .reader()
        .read(connection -> new BaseYearStore(connection, owner.kind()).find(owner.id()));
  }

  /** Chooses an owner's base year; the one before stays in the audit trail. */
  public void chooseBaseYear(InventoryOwner owner, BaseYearChoice choice, Person person) {
    store.write(
        connection -> {
          BaseYearStore years = new BaseYearStore(connection, owner.kind());
          Json before = years.find(owner.id()).map(BaseYearChoice::json).orElse(Json.NULL);
          years.save(owner.id(), choice, person, now());
          new AuditStore(connection)
              .append(
                  new AuditRecord.Step(
                      person,
                      owner.site(),
                      "base-year-chosen",
                      String.valueOf(choice.year()),
                      before,
                      choice.json()),
                  now());
          return true;
        });
  }

  /** The moment of a step, whole milliseconds. */
  public Instant now() {
    return Instant.ofEpochMilli(clock.instant().toEpochMilli());
  }
}

package org.zerofactory.central.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.inventory.AccountingMethod;
import org.zerofactory.domain.inventory.InventoryPeriod;
import org.zerofactory.domain.inventory.InventoryStatus;
import org.zerofactory.domain.inventory.InventoryVersion;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.StoredInventory;

/** The table of inventories. The rows of published ones never change. */
final class InventoryStore {

  private static final String SELECT =
      """
      SELECT inventory.*, (
        SELECT newer.number FROM {table} AS newer
        WHERE newer.{owner} = inventory.{owner} AND newer.restates = inventory.number
          AND newer.status = 'published'
      ) AS restated_by FROM {table} AS inventory
      """;

  private final Connection connection;
  private final InventoryOwner.Kind kind;
  private final OwnerTable table;

  InventoryStore(Connection connection, InventoryOwner.Kind kind) {
    this.connection = connection;
    this.kind = kind;
    this.table = new OwnerTable(kind, "inventory");
  }

  /** The number that the owner's next inventory gets. */
  long nextNumber(String owner) throws SQLException {
    String sql = "SELECT coalesce(max(number), 0) + 1 FROM {table} WHERE {owner} = ?";
    try (var statement = connection.prepareStatement(table.in(sql))) {
      statement.setString(1, owner);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  Optional<StoredInventory> find(String owner, long number) throws SQLException {
    String sql = SELECT + "WHERE {owner} = ? AND number = ?";
    try (var statement = connection.prepareStatement(table.in(sql))) {
      statement.setString(1, owner);
      statement.setLong(2, number);
      return Rows.list(statement, this::row).stream().findFirst();
    }
  }

  /** All of an owner, newest first, at most so many. */
  List<StoredInventory> list(String owner, int limit) throws SQLException {
    String sql = SELECT + "WHERE {owner} = ? ORDER BY number DESC LIMIT ?";
    try (var statement = connection.prepareStatement(table.in(sql))) {
      statement.setString(1, owner);
      statement.setInt(2, limit);
      return Rows.list(statement, this::row);
    }
  }

  /** The inventory that restates another, whatever its status. */
  OptionalLong restating(String owner, long number) throws SQLException {
    String sql = "SELECT number FROM {table} WHERE {owner} = ? AND restates = ?";
    try (var statement = connection.prepareStatement(table.in(sql))) {
      statement.setString(1, owner);
      statement.setLong(2, number);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  void insert(StoredInventory inventory) throws SQLException {
    String sql =
        """
        INSERT INTO {table} ({owner}, number, from_month, to_month, method, gwp, status,
          prepared_by, created_at, restates, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    InventorySettings settings = inventory.settings();
    InventoryVersion version = inventory.version();
    try (var statement = connection.prepareStatement(table.in(sql))) {
      statement.setString(1, inventory.owner().id());
      statement.setLong(2, inventory.number());
      statement.setString(3, settings.period().from().toString());
      statement.setString(4, settings.period().to().toString());
      statement.setString(5, settings.method().word());
      statement.setString(6, settings.gwp());
      statement.setString(7, version.status().word());
      statement.setString(8, version.preparedBy());
      statement.setLong(9, inventory.createdAt().toEpochMilli());
      OptionalLong old =
          version.restates().map(StoredInventory::number).orElse(OptionalLong.empty());
      if (old.isPresent()) {
        statement.setLong(10, old.getAsLong());
      } else {
        statement.setNull(10, Types.INTEGER);
      }
      statement.setString(11, version.reason().orElse(null));
      statement.executeUpdate();
    }
  }

  /** Brings a row to the next step of its life; the table refuses it for a published one. */
  void update(StoredInventory inventory) throws SQLException {
    String sql =
        """
        UPDATE {table} SET status = ?, prepared_by = ?, reviewed_by = ?, published_at = ?,
          reason = ?, content = ?, sha256 = ?, inventory_sha256 = ?, input_sha256 = ?
        WHERE {owner} = ? AND number = ?
        """;
    InventoryVersion version = inventory.version();
    try (var statement = connection.prepareStatement(table.in(sql))) {
      statement.setString(1, version.status().word());
      statement.setString(2, version.preparedBy());
      statement.setString(3, version.reviewedBy().orElse(null));
      if (inventory.publishedAt().isPresent()) {
        statement.setLong(4, inventory.publishedAt().get().toEpochMilli());
      } else {
        statement.setNull(4, Types.INTEGER);
      }
      statement.setString(5, version.reason().orElse(null));
      Optional<StoredInventory.Frozen> frozen = inventory.frozen();
      setBytes(statement, 6, frozen.map(of -> of.content().getBytes(StandardCharsets.UTF_8)));
      setBytes(statement, 7, frozen.map(of -> of.hash().bytes()));
      setBytes(statement, 8, version.content().map(Hash::bytes));
      setBytes(statement, 9, version.input().map(Hash::bytes));
      statement.setString(10, inventory.owner().id());
      statement.setLong(11, inventory.number());
      statement.executeUpdate();
    }
  }

  private static void setBytes(PreparedStatement statement, int index, Optional<byte[]> bytes)
      throws SQLException {
    if (bytes.isPresent()) {
      statement.setBytes(index, bytes.get());
    } else {
      statement.setNull(index, Types.BLOB);
    }
  }

  private StoredInventory row(ResultSet rows) throws SQLException {
    OptionalLong restates = optional(rows, "restates");
    OptionalLong restatedBy = optional(rows, "restated_by");
    OptionalLong publishedAt = optional(rows, "published_at");
    InventoryStatus stored = InventoryStatus.ofWord(rows.getString("status")).orElseThrow();
    InventoryVersion version =
        new InventoryVersion(
            StoredInventory.id(rows.getLong("number")),
            restatedBy.isPresent() ? InventoryStatus.RESTATED : stored,
            rows.getString("prepared_by"),
            Optional.ofNullable(rows.getString("reviewed_by")),
            hash(rows, "inventory_sha256"),
            hash(rows, "input_sha256"),
            id(restates),
            Optional.ofNullable(rows.getString("reason")));
    Optional<Hash> sha256 = hash(rows, "sha256");
    byte[] content = rows.getBytes("content");
    return new StoredInventory(
        new InventoryOwner(kind, rows.getString(kind.word())),
        rows.getLong("number"),
        settings(rows),
        version,
        Instant.ofEpochMilli(rows.getLong("created_at")),
        publishedAt.isPresent()
            ? Optional.of(Instant.ofEpochMilli(publishedAt.getAsLong()))
            : Optional.empty(),
        sha256.map(
            hash -> new StoredInventory.Frozen(new String(content, StandardCharsets.UTF_8), hash)),
        id(restatedBy));
  }

  private static InventorySettings settings(ResultSet rows) throws SQLException {
    return new InventorySettings(
        new InventoryPeriod(
            YearMonth.parse(rows.getString("from_month")),
            YearMonth.parse(rows.getString("to_month"))),
        AccountingMethod.ofWord(rows.getString("method")).orElseThrow(),
        rows.getString("gwp"));
  }

  private static Optional<String> id(OptionalLong number) {
    return number.isPresent()
        ? Optional.of(StoredInventory.id(number.getAsLong()))
        : Optional.empty();
  }

  private static Optional<Hash> hash(ResultSet rows, String column) throws SQLException {
    byte[] bytes = rows.getBytes(column);
    return bytes == null ? Optional.empty() : Optional.of(Hash.ofBytes(bytes));
  }

  private static OptionalLong optional(ResultSet rows, String column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}

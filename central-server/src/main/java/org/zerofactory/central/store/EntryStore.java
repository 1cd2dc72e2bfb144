package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.ledger.Correction;
import org.zerofactory.domain.ledger.EntryDraft;
import org.zerofactory.domain.ledger.EntryFilter;
import org.zerofactory.domain.ledger.EntryStatus;
import org.zerofactory.domain.ledger.Judgement;
import org.zerofactory.domain.ledger.LedgerEntry;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Unit;

/** The tables of entries and of what a second person said of them. Rows are only ever added. */
final class EntryStore {

  private final Connection connection;

  EntryStore(Connection connection) {
    this.connection = connection;
  }

  /** The number that the site's next entry gets. */
  long nextNumber(String site) throws SQLException {
    String sql = "SELECT coalesce(max(number), 0) + 1 FROM entry WHERE site = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  void insert(LedgerEntry entry) throws SQLException {
    String sql =
        """
        INSERT INTO entry (site, number, category, subject, description, from_day, to_day, amount,
          base_unit, unit, factor_series, document, corrects, reason, entered_by, entered_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    EntryDraft draft = entry.draft();
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, entry.site());
      statement.setLong(2, entry.number());
      statement.setString(3, draft.category().word());
      statement.setString(4, draft.subject());
      statement.setString(5, draft.description());
      statement.setString(6, draft.from().toString());
      statement.setString(7, draft.to().toString());
      statement.setLong(8, draft.amount().value());
      statement.setString(9, draft.amount().unit().word());
      statement.setString(10, draft.unit().word());
      statement.setString(11, draft.factorSeries());
      setBytes(statement, 12, draft.document());
      if (draft.corrects().isPresent()) {
        statement.setLong(13, draft.corrects().get().entry());
      } else {
        statement.setNull(13, Types.INTEGER);
      }
      statement.setString(14, draft.corrects().map(Correction::reason).orElse(null));
      statement.setString(15, entry.enteredBy().name());
      statement.setLong(16, entry.enteredAt().toEpochMilli());
      statement.executeUpdate();
    }
  }

  void judge(LedgerEntry entry, Judgement judgement) throws SQLException {
    String sql =
        """
        INSERT INTO entry_judgement (site, number, verdict, person, at, reason)
        VALUES (?, ?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, entry.site());
      statement.setLong(2, entry.number());
      statement.setString(3, judgement.word());
      statement.setString(4, judgement.person().name());
      statement.setLong(5, judgement.at().toEpochMilli());
      statement.setString(6, judgement.reason().orElse(null));
      statement.executeUpdate();
    }
  }

  Optional<LedgerEntry> find(String site, long number) throws SQLException {
    String sql = "SELECT * FROM entry_standing WHERE site = ? AND number = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setLong(2, number);
      return Rows.list(statement, EntryStore::entry).stream().findFirst();
    }
  }

  /** An entry that says the same of the same activity, neither rejected nor corrected. */
  Optional<LedgerEntry> findSame(String site, EntryDraft draft) throws SQLException {
    // named, since without figures of its use the planner would read all entries of the site
    String sql =
        """
        SELECT number FROM entry INDEXED BY entry_day
        WHERE site = ? AND from_day = ? AND category = ? AND subject = ? AND amount = ?
          AND to_day = ? AND base_unit = ? AND factor_series = ? AND description = ?
          AND document IS ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setString(2, draft.from().toString());
      statement.setString(3, draft.category().word());
      statement.setString(4, draft.subject());
      statement.setLong(5, draft.amount().value());
      statement.setString(6, draft.to().toString());
      statement.setString(7, draft.amount().unit().word());
      statement.setString(8, draft.factorSeries());
      statement.setString(9, draft.description());
      setBytes(statement, 10, draft.document());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          Optional<LedgerEntry> same = find(site, rows.getLong(1)).filter(EntryStore::counts);
          if (same.isPresent()) {
            return same;
          }
        }
        return Optional.empty();
      }
    }
  }

  private static boolean counts(LedgerEntry entry) {
    return entry.status() == EntryStatus.ENTERED || entry.status() == EntryStatus.APPROVED;
  }

  /** Entries by number that fit the filter, at most so many. */
  List<LedgerEntry> list(String site, EntryFilter filter, int limit) throws SQLException {
    String sql =
        """
        SELECT * FROM entry_standing
        WHERE site = ? AND number > ? AND (? IS NULL OR status = ?)
          AND (? IS NULL OR category = ?) AND (? IS NULL OR to_day > ?)
          AND (? IS NULL OR from_day < ?)
        ORDER BY number LIMIT ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setLong(2, filter.after());
      setTwice(statement, 3, filter.status().map(of -> of.word()));
      setTwice(statement, 5, filter.category().map(SourceCategory::word));
      setTwice(statement, 7, filter.from().map(LocalDate::toString));
      setTwice(statement, 9, filter.to().map(LocalDate::toString));
      statement.setInt(11, limit);
      return Rows.list(statement, EntryStore::entry);
    }
  }

  private static void setTwice(PreparedStatement statement, int index, Optional<String> value)
      throws SQLException {
    statement.setString(index, value.orElse(null));
    statement.setString(index + 1, value.orElse(null));
  }

  private static void setBytes(PreparedStatement statement, int index, Optional<String> hex)
      throws SQLException {
    if (hex.isPresent()) {
      statement.setBytes(index, HexFormat.of().parseHex(hex.get()));
    } else {
      statement.setNull(index, Types.BLOB);
    }
  }

  private static LedgerEntry entry(ResultSet rows) throws SQLException {
    OptionalLong correctedBy = optional(rows, "corrected_by");
    return new LedgerEntry(
        rows.getString("site"),
        rows.getLong("number"),
        draft(rows),
        new Person(rows.getString("entered_by")),
        Instant.ofEpochMilli(rows.getLong("entered_at")),
        judgement(rows),
        correctedBy);
  }

  private static EntryDraft draft(ResultSet rows) throws SQLException {
    OptionalLong corrects = optional(rows, "corrects");
    byte[] document = rows.getBytes("document");
    BaseUnit base = BaseUnit.ofWord(rows.getString("base_unit")).orElseThrow();
    return new EntryDraft(
        SourceCategory.ofWord(rows.getString("category")).orElseThrow(),
        rows.getString("subject"),
        rows.getString("description"),
        LocalDate.parse(rows.getString("from_day")),
        LocalDate.parse(rows.getString("to_day")),
        new Amount(rows.getLong("amount"), base),
        Unit.ofWord(rows.getString("unit")).orElseThrow(),
        rows.getString("factor_series"),
        Optional.ofNullable(document).map(HexFormat.of()::formatHex),
        corrects.isPresent()
            ? Optional.of(new Correction(corrects.getAsLong(), rows.getString("reason")))
            : Optional.empty());
  }

  private static Optional<Judgement> judgement(ResultSet rows) throws SQLException {
    String verdict = rows.getString("verdict");
    return verdict == null
        ? Optional.empty()
        : Optional.of(
            new Judgement(
                verdict.equals("approved"),
                new Person(rows.getString("person")),
                Instant.ofEpochMilli(rows.getLong("at")),
                Optional.ofNullable(rows.getString("rejection"))));
  }

  private static OptionalLong optional(ResultSet rows, String column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}

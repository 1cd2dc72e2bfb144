package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.certification.Evidence;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.FactType;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;
import org.zerofactory.domain.ledger.Person;

/**
 * Documents attached to criteria. Each step and its audit record are one transaction of the one
 * writer.
 */
public final class EvidenceStore {

  private static final String ITEM =
      """
      SELECT id, site, scheme, criterion, year, kind, document, valid_until, fact, value
      FROM evidence LEFT JOIN evidence_detachment ON evidence = id WHERE reason IS NULL
      """;

  private final JournalStore store;
  private final InstantSource clock;

  public EvidenceStore(JournalStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Attaches a document; the item's own id is not looked at. */
  public Evidence attach(Evidence item, Person person) {
    return store.write(
        connection -> {
          Evidence attached = find(connection, insert(connection, item, person)).orElseThrow();
          trail(connection, person, "evidence-attached", attached, Json.NULL, json(attached));
          return attached;
        });
  }

  /**
   * Takes a document off its criterion.
   *
   * @throws LedgerRefusedException if it is not attached
   */
  public Evidence detach(String site, long id, String reason, Person person) {
    return store.write(
        connection -> {
          Evidence item =
              find(connection, id)
                  .filter(of -> of.site().equals(site))
                  .orElseThrow(
                      () ->
                          new LedgerRefusedException(
                              Kind.UNKNOWN,
                              "unknown-evidence",
                              "id: expected attached evidence of site " + site + ", found " + id));
          String sql =
              """
              INSERT INTO evidence_detachment (evidence, reason, detached_by, detached_at)
              VALUES (?, ?, ?, ?)
              """;
          try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setString(2, reason);
            statement.setString(3, person.name());
            statement.setLong(4, clock.millis());
            statement.executeUpdate();
          }
          trail(connection, person, "evidence-detached", item, json(item), Json.of(reason));
          return item;
        });
  }

  /** What is attached for a site's year, in the order in which it was attached. */
  public List<Evidence> of(String site, int year) {
    return store
        .reader()
        .read(
            connection -> {
              String sql = ITEM + "AND site = ? AND year = ? ORDER BY id";
              try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, site);
                statement.setInt(2, year);
                return Rows.list(statement, EvidenceStore::row);
              }
            });
  }

  private long insert(Connection connection, Evidence item, Person person) throws SQLException {
    String sql =
        """
        INSERT INTO evidence (site, year, scheme, criterion, kind, document, valid_until, fact,
          value, attached_by, attached_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, item.site());
      statement.setInt(2, item.year());
      statement.setString(3, item.scheme());
      statement.setString(4, item.criterion());
      statement.setString(5, item.kind());
      statement.setBytes(6, Hash.ofHex(item.document()).bytes());
      statement.setString(7, item.validUntil().map(LocalDate::toString).orElse(null));
      statement.setString(8, item.statement().map(said -> said.fact().word()).orElse(null));
      statement.setString(9, item.statement().map(said -> said.value().toString()).orElse(null));
      statement.setString(10, person.name());
      statement.setLong(11, clock.millis());
      try (var rows = statement.executeQuery()) {
        return rows.getLong(1);
      }
    }
  }

  private static Optional<Evidence> find(Connection connection, long id) throws SQLException {
    try (var statement = connection.prepareStatement(ITEM + "AND id = ?")) {
      statement.setLong(1, id);
      return Rows.list(statement, EvidenceStore::row).stream().findFirst();
    }
  }

  private static Evidence row(ResultSet rows) throws SQLException {
    Optional<String> value = Optional.ofNullable(rows.getString(10));
    Optional<Fact> fact = Optional.ofNullable(rows.getString(9)).flatMap(Fact::ofWord);
    return new Evidence(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getInt(5),
        rows.getString(6),
        Hash.ofBytes(rows.getBytes(7)).hex(),
        Optional.ofNullable(rows.getString(8)).map(LocalDate::parse),
        fact.flatMap(of -> value.map(text -> new Evidence.Statement(of, value(of, text)))));
  }

  private static Object value(Fact fact, String text) {
    return fact.type() == FactType.FLAG ? (Object) Boolean.valueOf(text) : Long.valueOf(text);
  }

  private void trail(
      Connection connection, Person person, String action, Evidence item, Json before, Json after)
      throws SQLException {
    new AuditStore(connection)
        .append(
            new AuditRecord.Step(
                person, Optional.of(item.site()), action, "evidence " + item.id(), before, after),
            clock.instant());
  }

  private static Json json(Evidence item) {
    return new Json.Obj(
        Map.of(
            "year", Json.of(item.year()),
            "scheme", Json.of(item.scheme()),
            "criterion", Json.of(item.criterion()),
            "kind", Json.of(item.kind()),
            "document", Json.of(item.document()),
            "validUntil", item.validUntil().map(day -> Json.of(day.toString())).orElse(Json.NULL),
            "fact", item.statement().map(said -> Json.of(said.fact().word())).orElse(Json.NULL),
            "value",
                item.statement().map(said -> Json.of(said.value().toString())).orElse(Json.NULL)));
  }
}

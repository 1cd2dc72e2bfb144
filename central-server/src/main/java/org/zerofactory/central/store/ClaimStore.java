package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zerofactory.domain.certification.Claim;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.Person;

/** What sites say about themselves; a newer claim of a year takes the place of an older one. */
public final class ClaimStore {

  private final JournalStore store;
  private final InstantSource clock;

  public ClaimStore(JournalStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Keeps a claim whose words were checked. */
  public Claim keep(Claim claim, Person person) {
    return store.write(
        connection -> {
          insert(connection, claim, person);
          new AuditStore(connection)
              .append(
                  new AuditRecord.Step(
                      person,
                      Optional.of(claim.site()),
                      "claim-made",
                      "claim " + claim.year(),
                      Json.NULL,
                      json(claim)),
                  clock.instant());
          return claim;
        });
  }

  /** Claims of a site's year, the newest first. */
  public List<Claim> of(String site, int year) {
    return store
        .reader()
        .read(
            connection -> {
              String sql =
                  """
                  SELECT site, year, scheme, scopes, method, offsets, text_en, text_zh, day
                  FROM claim WHERE site = ? AND year = ? ORDER BY id DESC
                  """;
              try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, site);
                statement.setInt(2, year);
                return Rows.list(statement, ClaimStore::row);
              }
            });
  }

  private void insert(Connection connection, Claim claim, Person person) throws SQLException {
    String sql =
        """
        INSERT INTO claim (site, year, scheme, scopes, method, offsets, text_en, text_zh, day,
          claimed_by, claimed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, claim.site());
      statement.setInt(2, claim.year());
      statement.setString(3, claim.scheme());
      statement.setString(4, scopes(claim));
      statement.setString(5, claim.method());
      statement.setString(6, claim.offsets());
      statement.setString(7, claim.english());
      statement.setString(8, claim.chinese());
      statement.setString(9, claim.day().toString());
      statement.setString(10, person.name());
      statement.setLong(11, clock.millis());
      statement.executeUpdate();
    }
  }

  private static Claim row(ResultSet rows) throws SQLException {
    return new Claim(
        rows.getString(1),
        rows.getInt(2),
        rows.getString(3),
        Arrays.stream(rows.getString(4).split(","))
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(TreeSet::new)),
        rows.getString(5),
        rows.getString(6),
        rows.getString(7),
        rows.getString(8),
        LocalDate.parse(rows.getString(9)));
  }

  private static String scopes(Claim claim) {
    return claim.scopes().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static Json json(Claim claim) {
    return new Json.Obj(
        Map.of(
            "scheme", Json.of(claim.scheme()),
            "scopes", Json.of(scopes(claim)),
            "method", Json.of(claim.method()),
            "offsets", Json.of(claim.offsets()),
            "en", Json.of(claim.english()),
            "zh", Json.of(claim.chinese()),
            "day", Json.of(claim.day().toString())));
  }
}

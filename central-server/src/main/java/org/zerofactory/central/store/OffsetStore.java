package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.offset.CreditKind;
import org.zerofactory.domain.offset.OffsetCredit;
import org.zerofactory.domain.offset.OffsetEntry;
import org.zerofactory.domain.offset.Retirement;
import org.zerofactory.domain.offset.SerialRange;
import org.zerofactory.domain.offset.SharedSerials;

/**
 * The register of credits. Each step and its audit record are one transaction of the one writer, so
 * two requests at once cannot use the same serials.
 */
public final class OffsetStore {

  private static final String ENTRY =
      """
      SELECT id, site, year, registry, block, first_serial, last_serial, project, methodology,
        kind, vintage, kilograms, day, beneficiary, document, reason
      FROM offset_credit
      LEFT JOIN offset_retirement ON offset_retirement.credit = id
      LEFT JOIN offset_withdrawal ON offset_withdrawal.credit = id
      """;

  private final JournalStore store;
  private final InstantSource clock;

  public OffsetStore(JournalStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Registers credits.
   *
   * @param clashes other uses of the serials, given the entries that may overlap them
   * @throws LedgerRefusedException if there is one
   */
  public OffsetEntry register(
      OffsetCredit credit, Person person, Function<List<OffsetEntry>, List<String>> clashes) {
    return store.write(
        connection -> {
          List<String> found = clashes.apply(ofBlock(connection, credit.serials()));
          if (!found.isEmpty()) {
            throw new LedgerRefusedException(
                Kind.CONFLICT,
                "serials-used",
                "serials: expected unused ones, but " + String.join("; ", found));
          }
          OffsetEntry entry = get(connection, insert(connection, credit, person));
          trail(connection, person, "offset-registered", entry, Json.NULL);
          return entry;
        });
  }

  /**
   * Notes that the registry retired the credits.
   *
   * @throws LedgerRefusedException if the entry is unknown or cannot be retired so
   */
  public OffsetEntry retire(
      String site, long id, Retirement retirement, LocalDate today, Person person) {
    return store.write(
        connection -> {
          OffsetEntry before = known(connection, site, id);
          Optional<String> refusal = before.refusalOf(retirement, today);
          if (refusal.isPresent()) {
            throw new LedgerRefusedException(Kind.CONFLICT, "not-retirable", refusal.get());
          }
          String sql =
              """
              INSERT INTO offset_retirement
                (credit, day, beneficiary, document, retired_by, retired_at)
              VALUES (?, ?, ?, ?, ?, ?)
              """;
          try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setString(2, retirement.day().toString());
            statement.setString(3, retirement.beneficiary());
            statement.setBytes(4, Hash.ofHex(retirement.document()).bytes());
            statement.setString(5, person.name());
            statement.setLong(6, clock.millis());
            statement.executeUpdate();
          }
          OffsetEntry after = get(connection, id);
          trail(connection, person, "offset-retired", after, json(before));
          return after;
        });
  }

  /**
   * Withdraws an entry, for example one that was typed wrongly; its serials are free again.
   *
   * @throws LedgerRefusedException if it is unknown or withdrawn already
   */
  public OffsetEntry withdraw(String site, long id, String reason, Person person) {
    return store.write(
        connection -> {
          OffsetEntry before = known(connection, site, id);
          if (!before.isLive()) {
            throw new LedgerRefusedException(
                Kind.CONFLICT,
                "withdrawn",
                "credit " + id + ": expected one in the register, but it was withdrawn");
          }
          String sql =
              """
              INSERT INTO offset_withdrawal (credit, reason, withdrawn_by, withdrawn_at)
              VALUES (?, ?, ?, ?)
              """;
          try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setString(2, reason);
            statement.setString(3, person.name());
            statement.setLong(4, clock.millis());
            statement.executeUpdate();
          }
          OffsetEntry after = get(connection, id);
          trail(connection, person, "offset-withdrawn", after, json(before));
          return after;
        });
  }

  /** Entries of a site's year in the order in which they were registered, withdrawn ones too. */
  public List<OffsetEntry> of(String site, int year) {
    return store
        .reader()
        .read(
            connection -> {
              String sql = ENTRY + "WHERE site = ? AND year = ? ORDER BY id";
              try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, site);
                statement.setInt(2, year);
                return Rows.list(statement, OffsetStore::row);
              }
            });
  }

  /** Live entries of any site whose serials are those of certificates too. */
  public List<OffsetEntry> sharing(org.zerofactory.domain.instrument.SerialRange certificates) {
    return store
        .reader()
        .read(
            connection -> {
              String sql = ENTRY + "WHERE first_serial <= ? AND last_serial >= ? ORDER BY id";
              try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, certificates.last());
                statement.setLong(2, certificates.first());
                return Rows.list(statement, OffsetStore::row).stream()
                    .filter(OffsetEntry::isLive)
                    .filter(entry -> SharedSerials.overlap(entry.credit().serials(), certificates))
                    .toList();
              }
            });
  }

  private static List<OffsetEntry> ofBlock(Connection connection, SerialRange serials)
      throws SQLException {
    String sql =
        ENTRY + "WHERE registry = ? AND block = ? AND first_serial <= ? AND last_serial >= ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, serials.registry());
      statement.setString(2, serials.block());
      statement.setLong(3, serials.last());
      statement.setLong(4, serials.first());
      return Rows.list(statement, OffsetStore::row);
    }
  }

  private long insert(Connection connection, OffsetCredit credit, Person person)
      throws SQLException {
    String sql =
        """
        INSERT INTO offset_credit (site, year, registry, block, first_serial, last_serial, project,
          methodology, kind, vintage, kilograms, registered_by, registered_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, credit.site());
      statement.setInt(2, credit.year());
      statement.setString(3, credit.serials().registry());
      statement.setString(4, credit.serials().block());
      statement.setLong(5, credit.serials().first());
      statement.setLong(6, credit.serials().last());
      statement.setString(7, credit.project());
      statement.setString(8, credit.methodology());
      statement.setString(9, credit.kind().word());
      statement.setInt(10, credit.vintage());
      statement.setLong(11, credit.kilograms());
      statement.setString(12, person.name());
      statement.setLong(13, clock.millis());
      try (var rows = statement.executeQuery()) {
        return rows.getLong(1);
      }
    }
  }

  private static OffsetEntry known(Connection connection, String site, long id)
      throws SQLException {
    return find(connection, id)
        .filter(entry -> entry.credit().site().equals(site))
        .orElseThrow(
            () ->
                new LedgerRefusedException(
                    Kind.UNKNOWN,
                    "unknown-credit",
                    "id: expected a credit of site " + site + ", found " + id));
  }

  private static OffsetEntry get(Connection connection, long id) throws SQLException {
    return find(connection, id).orElseThrow();
  }

  private static Optional<OffsetEntry> find(Connection connection, long id) throws SQLException {
    try (var statement = connection.prepareStatement(ENTRY + "WHERE id = ?")) {
      statement.setLong(1, id);
      return Rows.list(statement, OffsetStore::row).stream().findFirst();
    }
  }

  private static OffsetEntry row(ResultSet rows) throws SQLException {
    SerialRange serials =
        new SerialRange(rows.getString(4), rows.getString(5), rows.getLong(6), rows.getLong(7));
    OffsetCredit credit =
        new OffsetCredit(
            rows.getString(2),
            rows.getInt(3),
            serials,
            rows.getString(8),
            rows.getString(9),
            CreditKind.ofWord(rows.getString(10)).orElseThrow(),
            rows.getInt(11),
            rows.getLong(12));
    String day = rows.getString(13);
    Optional<Retirement> retirement =
        day == null
            ? Optional.empty()
            : Optional.of(
                new Retirement(
                    LocalDate.parse(day),
                    rows.getString(14),
                    Hash.ofBytes(rows.getBytes(15)).hex()));
    return new OffsetEntry(
        rows.getLong(1), credit, retirement, Optional.ofNullable(rows.getString(16)));
  }

  private void trail(
      Connection connection, Person person, String action, OffsetEntry entry, Json before)
      throws SQLException {
    new AuditStore(connection)
        .append(
            new AuditRecord.Step(
                person,
                Optional.of(entry.credit().site()),
                action,
                "offset " + entry.id(),
                before,
                json(entry)),
            clock.instant());
  }

  private static Json json(OffsetEntry entry) {
    OffsetCredit credit = entry.credit();
    return new Json.Obj(
        Map.of(
            "serials", Json.of(credit.serials().toString()),
            "year", Json.of(credit.year()),
            "project", Json.of(credit.project()),
            "methodology", Json.of(credit.methodology()),
            "kind", Json.of(credit.kind().word()),
            "vintage", Json.of(credit.vintage()),
            "kilograms", Json.of(String.valueOf(credit.kilograms())),
            "retirement",
                entry
                    .retirement()
                    .map(
                        done ->
                            (Json)
                                new Json.Obj(
                                    Map.of(
                                        "day", Json.of(done.day().toString()),
                                        "beneficiary", Json.of(done.beneficiary()),
                                        "document", Json.of(done.document()))))
                    .orElse(Json.NULL),
            "withdrawn", entry.withdrawn().map(Json::of).orElse(Json.NULL)));
  }
}

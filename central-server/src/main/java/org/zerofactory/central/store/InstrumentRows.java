package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.instrument.GranularDetail;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.InstrumentKind;
import org.zerofactory.domain.instrument.Market;
import org.zerofactory.domain.instrument.SerialRange;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;

/** The table of instruments. */
final class InstrumentRows {

  /** One instrument, with who entered it. */
  record Row(Instrument instrument, String enteredBy) {}

  private static final String COLUMNS =
      """
      id, kind, registry, serial_prefix, serial_first, serial_last, serial_digits, device,
      technology, commissioned, country, province, grid_region, production_from, production_to,
      issued, energy_wh, micrograms_per_wh, attribute_owner, tradable, legacy, delivered_basis,
      contract, generation_wh, document, granular, entered_by
      """;

  private final Connection connection;

  InstrumentRows(Connection connection) {
    this.connection = connection;
  }

  void insert(Instrument instrument, String person, Instant at) throws SQLException {
    String sql =
        "INSERT INTO instrument ("
            + COLUMNS
            + ", entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      bindIdentity(statement, instrument);
      Instrument.Terms terms = instrument.terms();
      statement.setLong(14, instrument.production().start().getEpochSecond());
      statement.setLong(15, instrument.production().end().getEpochSecond());
      statement.setString(16, instrument.issued().toString());
      statement.setLong(17, instrument.energy().wattHours());
      setLong(statement, 18, instrument.microgramsPerWattHour());
      statement.setString(19, terms.attributeOwner());
      statement.setBoolean(20, terms.tradable());
      statement.setBoolean(21, terms.legacy());
      statement.setBoolean(22, terms.deliveredBasis());
      statement.setString(23, terms.contract().orElse(null));
      setLong(
          statement,
          24,
          terms
              .generation()
              .map(generation -> OptionalLong.of(generation.wattHours()))
              .orElse(OptionalLong.empty()));
      statement.setString(25, terms.document());
      statement.setString(26, instrument.granular().map(GranularText::write).orElse(null));
      statement.setString(27, person);
      statement.setLong(28, at.getEpochSecond());
      statement.executeUpdate();
    }
  }

  private static void bindIdentity(PreparedStatement statement, Instrument instrument)
      throws SQLException {
    Instrument.Device device = instrument.device();
    statement.setString(1, instrument.id());
    statement.setString(2, instrument.kind().word());
    statement.setString(3, instrument.registry());
    Optional<SerialRange> serials = instrument.serials();
    statement.setString(4, serials.map(SerialRange::prefix).orElse(null));
    setLong(statement, 5, number(serials.map(SerialRange::first)));
    setLong(statement, 6, number(serials.map(SerialRange::last)));
    setLong(statement, 7, number(serials.map(range -> (long) range.digits())));
    statement.setString(8, device.id());
    statement.setString(9, device.technology());
    statement.setString(10, device.commissioned().toString());
    statement.setString(11, device.market().country());
    statement.setString(12, device.market().province().orElse(null));
    statement.setString(13, device.market().gridRegion().orElse(null));
  }

  Optional<Row> find(String id) throws SQLException {
    String sql = "SELECT " + COLUMNS + " FROM instrument WHERE id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      return Rows.list(statement, InstrumentRows::row).stream().findFirst();
    }
  }

  /** In the order of their ids, from after one on. */
  List<Row> page(String after, int limit) throws SQLException {
    String sql = "SELECT " + COLUMNS + " FROM instrument WHERE id > ? ORDER BY id LIMIT ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, after);
      statement.setInt(2, limit);
      return Rows.list(statement, InstrumentRows::row);
    }
  }

  /** Held ranges share no serial, so the one that begins last before the end decides. */
  List<Instrument> overlapping(SerialRange serials) throws SQLException {
    String sql =
        "SELECT "
            + COLUMNS
            + """
               FROM instrument
              WHERE registry = ? AND serial_prefix = ? AND serial_first <= ?
              ORDER BY serial_first DESC LIMIT 1
              """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, serials.registry());
      statement.setString(2, serials.prefix());
      statement.setLong(3, serials.last());
      return Rows.list(statement, InstrumentRows::row).stream()
          .map(Row::instrument)
          .filter(held -> held.serials().filter(serials::overlaps).isPresent())
          .toList();
    }
  }

  /** Certificates whose numbers touch some, whatever stands before them. */
  List<Instrument> numbered(long first, long last) throws SQLException {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM instrument WHERE serial_first <= ? AND serial_last >= ? ORDER BY id";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, last);
      statement.setLong(2, first);
      return Rows.list(statement, InstrumentRows::row).stream().map(Row::instrument).toList();
    }
  }

  List<Instrument> ofDevice(String device, Interval production) throws SQLException {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM instrument WHERE device = ? AND production_from < ? AND production_to > ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, device);
      statement.setLong(2, production.end().getEpochSecond());
      statement.setLong(3, production.start().getEpochSecond());
      return Rows.list(statement, InstrumentRows::row).stream().map(Row::instrument).toList();
    }
  }

  private static Row row(ResultSet rows) throws SQLException {
    String registry = rows.getString(3);
    Optional<SerialRange> serials = Optional.empty();
    if (rows.getString(4) != null) {
      serials =
          Optional.of(
              new SerialRange(
                  registry, rows.getString(4), rows.getLong(5), rows.getLong(6), rows.getInt(7)));
    }
    Instrument instrument =
        new Instrument(
            rows.getString(1),
            InstrumentKind.ofWord(rows.getString(2)).orElseThrow(),
            registry,
            serials,
            device(rows),
            new Interval(
                Instant.ofEpochSecond(rows.getLong(14)), Instant.ofEpochSecond(rows.getLong(15))),
            LocalDate.parse(rows.getString(16)),
            new Energy(rows.getLong(17)),
            optionalLong(rows, 18),
            terms(rows),
            Optional.ofNullable(rows.getString(26)).map(GranularText::read));
    return new Row(instrument, rows.getString(27));
  }

  private static Instrument.Device device(ResultSet rows) throws SQLException {
    return new Instrument.Device(
        rows.getString(8),
        rows.getString(9),
        LocalDate.parse(rows.getString(10)),
        new Market(
            rows.getString(11),
            Optional.ofNullable(rows.getString(12)),
            Optional.ofNullable(rows.getString(13))));
  }

  private static Instrument.Terms terms(ResultSet rows) throws SQLException {
    OptionalLong generation = optionalLong(rows, 24);
    return new Instrument.Terms(
        rows.getString(19),
        rows.getBoolean(20),
        rows.getBoolean(21),
        rows.getBoolean(22),
        Optional.ofNullable(rows.getString(23)),
        generation.isPresent() ? Optional.of(new Energy(generation.getAsLong())) : Optional.empty(),
        rows.getString(25));
  }

  /** EnergyTag's fields in one column: they are shown, and nothing is looked up by them. */
  private static final class GranularText {
    private static final String SEPARATOR = "\u001f";

    static String write(GranularDetail detail) {
      return String.join(
          SEPARATOR,
          detail.carrier(),
          detail.energySource(),
          detail.deviceName(),
          Long.toString(detail.capacityWatts()),
          detail.location(),
          detail.issuer(),
          detail.issuedFrom().name(),
          Boolean.toString(detail.disclosure()),
          Integer.toString(detail.configuration()));
    }

    static GranularDetail read(String text) {
      String[] parts = text.split(SEPARATOR, -1);
      return new GranularDetail(
          parts[0],
          parts[1],
          parts[2],
          Long.parseLong(parts[3]),
          parts[4],
          parts[5],
          GranularDetail.IssuedFrom.valueOf(parts[6]),
          Boolean.parseBoolean(parts[7]),
          Integer.parseInt(parts[8]));
    }
  }

  private static OptionalLong number(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private static void setLong(PreparedStatement statement, int index, OptionalLong value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setLong(index, value.getAsLong());
    } else {
      statement.setNull(index, Types.INTEGER);
    }
  }

  private static OptionalLong optionalLong(ResultSet rows, int column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}

package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.instrument.Allocation;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.RegisterEvent;
import org.zerofactory.domain.instrument.SerialRange;
import org.zerofactory.domain.quantity.Energy;

/** The tables of allocations, retirements and events. */
final class AllocationRows {

  /** Events shown of one instrument. */
  private static final int EVENTS = 1000;

  private final Connection connection;

  AllocationRows(Connection connection) {
    this.connection = connection;
  }

  /** Gives the id of the new row. */
  long insert(Allocation allocation, String person, Instant at) throws SQLException {
    String sql =
        """
        INSERT INTO instrument_allocation
          (instrument, site, month, energy_wh, serial_first, serial_last, entered_by, entered_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, allocation.instrument());
      statement.setString(2, allocation.site());
      statement.setString(3, allocation.month().toString());
      statement.setLong(4, allocation.energy().wattHours());
      setLong(statement, 5, allocation.serials().map(SerialRange::first));
      setLong(statement, 6, allocation.serials().map(SerialRange::last));
      statement.setString(7, person);
      statement.setLong(8, at.getEpochSecond());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  void retire(long allocation, Allocation.Retirement retirement, String person, Instant at)
      throws SQLException {
    String sql = "INSERT INTO instrument_retirement VALUES (?, ?, ?, ?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, allocation);
      statement.setString(2, retirement.date().toString());
      statement.setString(3, retirement.beneficiary());
      statement.setString(4, retirement.reference());
      statement.setString(5, person);
      statement.setLong(6, at.getEpochSecond());
      statement.executeUpdate();
    }
  }

  /** Of one instrument, in the order of their serials. */
  List<Allocation> of(Instrument instrument) throws SQLException {
    String sql =
        """
        SELECT id, site, month, energy_wh, serial_first, serial_last, date, beneficiary, reference
        FROM instrument_allocation LEFT JOIN instrument_retirement ON allocation = id
        WHERE instrument = ? ORDER BY id
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, instrument.id());
      return Rows.list(statement, rows -> row(rows, instrument));
    }
  }

  private static Allocation row(ResultSet rows, Instrument instrument) throws SQLException {
    Optional<SerialRange> serials = Optional.empty();
    if (instrument.serials().isPresent()) {
      SerialRange whole = instrument.serials().get();
      serials =
          Optional.of(
              new SerialRange(
                  whole.registry(),
                  whole.prefix(),
                  rows.getLong(5),
                  rows.getLong(6),
                  whole.digits()));
    }
    Optional<Allocation.Retirement> retirement = Optional.empty();
    if (rows.getString(7) != null) {
      retirement =
          Optional.of(
              new Allocation.Retirement(
                  LocalDate.parse(rows.getString(7)), rows.getString(8), rows.getString(9)));
    }
    return new Allocation(
        rows.getLong(1),
        instrument.id(),
        rows.getString(2),
        YearMonth.parse(rows.getString(3)),
        new Energy(rows.getLong(4)),
        serials,
        retirement);
  }

  void event(String instrument, RegisterEvent event) throws SQLException {
    String sql =
        """
        INSERT INTO instrument_event (instrument, at, person, event, detail) VALUES (?, ?, ?, ?, ?)
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, instrument);
      statement.setLong(2, event.at().getEpochSecond());
      statement.setString(3, event.person());
      statement.setString(4, event.event());
      statement.setString(5, event.detail());
      statement.executeUpdate();
    }
  }

  /** What was done with an instrument, in order. */
  List<RegisterEvent> events(String instrument) throws SQLException {
    String sql =
        """
        SELECT at, person, event, detail FROM instrument_event
        WHERE instrument = ? ORDER BY id LIMIT ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, instrument);
      statement.setInt(2, EVENTS);
      return Rows.list(
          statement,
          rows ->
              new RegisterEvent(
                  Instant.ofEpochSecond(rows.getLong(1)),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4)));
    }
  }

  private static void setLong(PreparedStatement statement, int index, Optional<Long> value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setLong(index, value.get());
    } else {
      statement.setNull(index, Types.INTEGER);
    }
  }
}

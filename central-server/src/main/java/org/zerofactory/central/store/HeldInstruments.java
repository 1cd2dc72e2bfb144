package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.instrument.RegisterRules;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.Quantity;

/** What is held, as the rules ask for it, inside the transaction. */
record HeldInstruments(Connection connection, Map<String, OptionalLong> generation) {

  HeldInstruments(Connection connection) {
    this(connection, new HashMap<>());
  }

  RegisterRules.Held held() {
    InstrumentRows rows = new InstrumentRows(connection);
    return new RegisterRules.Held(
        id -> quietly(() -> rows.find(id).map(InstrumentRows.Row::instrument)),
        serials -> quietly(() -> rows.overlapping(serials)),
        (device, production) -> quietly(() -> rows.ofDevice(device, production)),
        (device, production) ->
            generation.computeIfAbsent(
                device + " " + production, key -> quietly(() -> metered(device, production))));
  }

  /** What is known of an own meter's generation: what is missing was not generated. */
  private OptionalLong metered(String device, Interval production) throws SQLException {
    int slash = device.indexOf('/');
    if (slash < 0) {
      return OptionalLong.empty();
    }
    Optional<SiteRow> site = new SiteStore(connection).find(device.substring(0, slash));
    Optional<String> name =
        site.flatMap(row -> row.description().meter(device.substring(slash + 1)))
            .flatMap(meter -> EnergyPoints.of(meter, Quantity.ENERGY_PRODUCED));
    if (site.isEmpty() || name.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong point = new PointStore(connection, site.get().id()).find(name.get());
    long from = production.start().getEpochSecond();
    long to = production.end().getEpochSecond();
    return OptionalLong.of(
        point.isEmpty()
            ? 0
            : ReadingStore.sum(connection, site.get().id(), point.getAsLong(), from, to));
  }

  private interface Query<T> {
    T run() throws SQLException;
  }

  private static <T> T quietly(Query<T> query) {
    try {
      return query.run();
    } catch (SQLException failed) {
      throw new StoreException("query failed: " + failed.getMessage(), failed);
    }
  }
}

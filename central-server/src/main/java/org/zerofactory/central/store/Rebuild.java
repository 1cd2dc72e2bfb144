package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Interval;

/** Makes the derived rows of a site anew, from the site's blocks as they were received. */
final class Rebuild {

  /** Blocks read and applied at once: about 4 MB of lines. */
  private static final int PAGE = 500;

  /** Readings are read back by this many seconds at once: 30 days. */
  private static final long SPAN = 30 * 86_400L;

  private final Connection connection;

  Rebuild(Connection connection) {
    this.connection = connection;
  }

  /** All derived rows; gives the time of the site's data. */
  Optional<Interval> run(SiteRow site) throws SQLException {
    RollupStore.deleteAll(connection, site.id());
    for (String table :
        List.of("interval_reading", "quarter_balance", "state_day", "state_quarter")) {
      try (var statement =
          connection.prepareStatement("DELETE FROM " + table + " WHERE site = ?")) {
        statement.setLong(1, site.id());
        statement.executeUpdate();
      }
    }
    BlockStore blocks = new BlockStore(connection);
    try (BlockApplier applier = new BlockApplier(connection, site, site.description())) {
      long next = 1;
      while (next <= site.tip().sequence()) {
        List<String> lines = blocks.lines(site.id(), next, next + PAGE - 1);
        if (lines.isEmpty()) {
          throw new StoreException("expected block " + next + " of site " + site.id());
        }
        for (String line : lines) {
          applier.apply(Block.parse(line));
        }
        applier.flush();
        next += lines.size();
      }
      return applier.extended(Optional.empty());
    }
  }

  /** The states by quarter hour alone, from the blocks. */
  void states(SiteRow site) throws SQLException {
    BlockStore blocks = new BlockStore(connection);
    QuarterStates states = new QuarterStates(connection, site.id());
    for (long next = 1; next <= site.tip().sequence(); next += PAGE) {
      for (String line : blocks.lines(site.id(), next, next + PAGE - 1)) {
        Block block = Block.parse(line);
        if (block.payload() instanceof Payload.Readings sealed) {
          long start = block.interval().orElseThrow().start().getEpochSecond();
          sealed.states().forEach(state -> states.add(start, state));
        }
      }
      states.flush();
    }
  }

  /** The balance alone, from the readings: its points changed, the readings did not. */
  void balance(SiteRow site) throws SQLException {
    BalanceStore.clear(connection, site.id());
    if (site.dataRange().isEmpty()) {
      return;
    }
    Map<Long, BalanceSeries> series = new HashMap<>();
    PointStore points = new PointStore(connection, site.id());
    site.series().forEach((name, of) -> points.find(name).ifPresent(id -> series.put(id, of)));
    BalanceStore balance = new BalanceStore(connection, site.id());
    long end = site.dataRange().get().end().getEpochSecond();
    for (long from = site.dataRange().get().start().getEpochSecond(); from < end; from += SPAN) {
      List<Long> ids = List.copyOf(series.keySet());
      for (ReadingStore.Row row :
          ReadingStore.of(connection, site.id(), ids, from, Math.min(end, from + SPAN))) {
        balance.add(Objects.requireNonNull(series.get(row.point())), row.start(), row.value(), 1);
      }
      balance.flush();
    }
  }
}

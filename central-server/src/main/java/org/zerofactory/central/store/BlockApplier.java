package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * Brings the readings of blocks into the tables that are derived from them. A fresh batch and a
 * rebuild go the same way, so that both give the same rows. Lives as long as one transaction.
 */
final class BlockApplier implements AutoCloseable {

  private final long site;
  private final PointStore points;
  private final ReadingStore readings;
  private final RollupStore rollups;
  private final ProfileStore profiles;
  private final BalanceStore balance;
  private final StateStore states;
  private final QuarterStates quarterStates;
  private final Map<String, BalanceSeries> series;
  private final Map<Long, BalanceSeries> seriesByPoint = new HashMap<>();
  private List<String> expected;
  private long firstTouched = Long.MAX_VALUE;
  private long lastTouched = Long.MIN_VALUE;

  /**
   * @param before the description that is in effect before the first block that is applied
   */
  BlockApplier(Connection connection, SiteRow site, SiteDescription before) throws SQLException {
    LocalCut cut = new LocalCut(site.description().zone());
    this.site = site.id();
    this.points = new PointStore(connection, site.id());
    this.readings = new ReadingStore(connection);
    this.rollups = new RollupStore(connection, cut);
    this.profiles = new ProfileStore(connection, cut);
    this.balance = new BalanceStore(connection, site.id());
    this.states = new StateStore(connection, site.id(), cut);
    this.quarterStates = new QuarterStates(connection, site.id());
    this.series = site.series();
    this.expected = EnergyPoints.counted(before);
  }

  void apply(Block block) throws SQLException {
    if (block.payload() instanceof Payload.Readings sealed) {
      long start = block.interval().orElseThrow().start().getEpochSecond();
      seal(start, sealed);
    } else if (block.payload() instanceof Payload.Correction correction) {
      correct(correction.readings());
    } else if (block.payload() instanceof Payload.Site described) {
      expected = EnergyPoints.counted(described.description());
    }
  }

  private void seal(long start, Payload.Readings sealed) throws SQLException {
    touched(start);
    balance.touch(start);
    for (Payload.Reading reading : sealed.readings()) {
      long point = point(reading.point());
      readings.add(site, start, point, reading.value());
      derive(point, start, reading.value(), 1);
    }
    fillMissing(start, sealed);
    for (Payload.StateTime state : sealed.states()) {
      states.add(start, state);
      quarterStates.add(start, state);
    }
  }

  /** What the site counts and the block does not name is not known; it must not pass for zero. */
  private void fillMissing(long start, Payload.Readings sealed) throws SQLException {
    Set<String> named = new HashSet<>();
    sealed.readings().forEach(reading -> named.add(reading.point()));
    for (String name : expected) {
      if (!named.contains(name)) {
        long point = point(name);
        readings.add(site, start, point, IntervalReading.MISSING);
        derive(point, start, IntervalReading.MISSING, 1);
      }
    }
  }

  private void correct(List<Payload.Replacement> replacements) throws SQLException {
    for (Payload.Replacement replacement : replacements) {
      long start = replacement.start().getEpochSecond();
      long point = point(replacement.point());
      touched(start);
      if (!balance.isSealed(start)) {
        seal(start, new Payload.Readings(List.of(), List.of())); // the rest of it is not known
      }
      Optional<IntervalReading> before = readings.find(site, start, point);
      if (before.isPresent()) {
        derive(point, start, before.get(), -1);
      }
      readings.replace(site, start, point, replacement.value());
      derive(point, start, replacement.value(), 1);
    }
  }

  private void derive(long point, long start, IntervalReading value, int sign) throws SQLException {
    rollups.add(point, start, value, sign);
    if (sign > 0) {
      profiles.set(point, start, value); // what it replaces stood in the same place
    }
    BalanceSeries of = seriesByPoint.get(point);
    if (of != null) {
      balance.add(of, start, value, sign);
    }
  }

  private long point(String name) throws SQLException {
    long id = points.id(name);
    BalanceSeries of = series.get(name);
    if (of != null) {
      seriesByPoint.put(id, of);
    }
    return id;
  }

  private void touched(long start) {
    firstTouched = Math.min(firstTouched, start);
    lastTouched = Math.max(lastTouched, start);
  }

  /** Writes what was summed up; the tables are complete afterwards. */
  void flush() throws SQLException {
    readings.flush();
    rollups.flush();
    profiles.flush();
    balance.flush();
    states.flush();
    quarterStates.flush();
  }

  /** The time in which readings changed. */
  Optional<Interval> touchedRange() {
    return range(firstTouched, lastTouched);
  }

  /** The site's data from its first to its newest quarter hour, with what was applied. */
  Optional<Interval> extended(Optional<Interval> dataRange) {
    Optional<Interval> touched = touchedRange();
    if (dataRange.isEmpty() || touched.isEmpty()) {
      return dataRange.or(() -> touched);
    }
    Instant start = dataRange.get().start();
    Instant end = dataRange.get().end();
    return Optional.of(
        new Interval(
            touched.get().start().isBefore(start) ? touched.get().start() : start,
            touched.get().end().isAfter(end) ? touched.get().end() : end));
  }

  private static Optional<Interval> range(long first, long last) {
    if (first > last) {
      return Optional.empty();
    }
    return Optional.of(
        new Interval(
            Instant.ofEpochSecond(first), Instant.ofEpochSecond(last + QuarterHours.SECONDS)));
  }

  @Override
  public void close() throws SQLException {
    readings.close();
  }
}

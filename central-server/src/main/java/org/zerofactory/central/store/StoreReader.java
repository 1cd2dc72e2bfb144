package org.zerofactory.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zerofactory.domain.account.HourEnergy;
import org.zerofactory.domain.account.PointAmount;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.AlarmCase;
import org.zerofactory.domain.fleet.AlarmQuery;
import org.zerofactory.domain.fleet.MonthlyWaste;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.savings.DailyAmounts;
import org.zerofactory.domain.savings.LocalDays;

/** What is held, read without waiting for the writer. Unknown sites and points give nothing. */
public final class StoreReader implements AutoCloseable {

  private final Readers readers;

  StoreReader(Database database) throws SQLException {
    this.readers = new Readers(database);
  }

  /** A query of another store on one of the connections that read. */
  <T> T read(Readers.Query<T> query) {
    return readers.read(query);
  }

  /**
   * The site's balance by hours that are counted from an instant on; hours without rows are not.
   */
  public List<HourEnergy> hours(String site, Interval interval) {
    return readers.read(
        connection -> {
          OptionalLong id = new SiteStore(connection).id(site);
          return id.isEmpty()
              ? List.of()
              : BalanceStore.hours(
                  connection,
                  id.getAsLong(),
                  interval.start().getEpochSecond(),
                  interval.end().getEpochSecond());
        });
  }

  /** All sites by name. */
  public List<SiteOverview> sites() {
    return readers.read(
        connection -> {
          SiteStore sites = new SiteStore(connection);
          List<SiteOverview> all = new ArrayList<>();
          for (String name : sites.names()) {
            sites.find(name).map(StoreReader::overview).ifPresent(all::add);
          }
          return all;
        });
  }

  public Optional<SiteOverview> site(String name) {
    return readers.read(
        connection -> new SiteStore(connection).find(name).map(StoreReader::overview));
  }

  /** The site's quarter hours that begin inside the interval and were sealed, in order. */
  public List<QuarterHourBalance> quarters(String site, Interval interval) {
    return readers.read(
        connection -> {
          OptionalLong id = new SiteStore(connection).id(site);
          return id.isEmpty()
              ? List.of()
              : BalanceStore.load(
                  connection,
                  id.getAsLong(),
                  interval.start().getEpochSecond(),
                  interval.end().getEpochSecond());
        });
  }

  /** What a point counted over whole local days. */
  public PointAmount daySum(String site, String point, Interval days) {
    return readers.read(
        connection -> {
          OptionalLong id = pointId(connection, site, point);
          return id.isEmpty()
              ? PointAmount.NONE
              : RollupStore.daySum(
                  connection,
                  id.getAsLong(),
                  days.start().getEpochSecond(),
                  days.end().getEpochSecond());
        });
  }

  /** What a point counted on each of some local days. */
  public List<DailyAmounts.Day> days(String site, String point, LocalDays days, ZoneId zone) {
    return readers.read(
        connection -> {
          OptionalLong id = pointId(connection, site, point);
          return DayAmounts.of(
              days,
              zone,
              id.isEmpty()
                  ? List.of()
                  : RollupStore.days(
                      connection,
                      id.getAsLong(),
                      days.from().atStartOfDay(zone).toEpochSecond(),
                      days.to().atStartOfDay(zone).toEpochSecond()));
        });
  }

  /** What is known of each point over whole local days, in its stored unit. */
  public Map<String, Long> daySums(String site, Interval days) {
    return readers.read(
        connection -> {
          Map<String, Long> sums = new HashMap<>();
          OptionalLong id = new SiteStore(connection).id(site);
          if (id.isPresent()) {
            for (var point : new PointStore(connection, id.getAsLong()).all().entrySet()) {
              long from = days.start().getEpochSecond();
              long to = days.end().getEpochSecond();
              PointAmount sum = RollupStore.daySum(connection, point.getValue(), from, to);
              sums.put(point.getKey(), sum.known());
            }
          }
          return sums;
        });
  }

  /** Takes one local day of a point; the column is reused and must not be kept. */
  @FunctionalInterface
  public interface PointDay {
    /**
     * @param first start of the first quarter hour, epoch seconds
     * @param amounts by quarter hour in the point's stored unit; negative where not known
     * @param count quarter hours of the day
     */
    void of(String point, long first, long[] amounts, int count);
  }

  /** Hands over the local days of points that begin inside the interval, point by point. */
  public void profiles(String site, List<String> points, Interval interval, PointDay day) {
    readers.read(
        connection -> {
          Optional<SiteRow> row = new SiteStore(connection).find(site);
          if (row.isEmpty()) {
            return 0;
          }
          PointStore ids = new PointStore(connection, row.get().id());
          Map<Long, String> names = new LinkedHashMap<>();
          points.forEach(point -> ids.find(point).ifPresent(id -> names.put(id, point)));
          LocalCut cut = new LocalCut(row.get().description().zone());
          new ProfileStore(connection, cut)
              .read(
                  List.copyOf(names.keySet()),
                  interval.start().getEpochSecond(),
                  interval.end().getEpochSecond(),
                  (point, first, amounts, count) ->
                      day.of(Objects.requireNonNull(names.get(point)), first, amounts, count));
          return names.size();
        });
  }

  /** The readings of the site's newest quarter hour by point. */
  public Map<String, IntervalReading> newestReadings(String site) {
    return readers.read(
        connection -> {
          Map<String, IntervalReading> newest = new HashMap<>();
          Optional<SiteRow> row = new SiteStore(connection).find(site);
          if (row.isEmpty() || row.get().dataRange().isEmpty()) {
            return newest;
          }
          Map<Long, String> names = new HashMap<>();
          new PointStore(connection, row.get().id())
              .all()
              .forEach((name, id) -> names.put(id, name));
          long lastStart = row.get().dataRange().get().end().getEpochSecond() - 900;
          for (ReadingStore.Row reading :
              ReadingStore.newest(connection, row.get().id(), lastStart)) {
            newest.put(names.get(reading.point()), reading.value());
          }
          return newest;
        });
  }

  /** Lines as received, in order, from a sequence on. */
  public List<String> lines(String site, long from, int limit) {
    return readers.read(
        connection -> {
          OptionalLong id = new SiteStore(connection).id(site);
          return id.isEmpty()
              ? List.of()
              : new BlockStore(connection).lines(id.getAsLong(), from, from + limit - 1);
        });
  }

  /** The smallest checkpoint whose size covers the sequence. */
  public Optional<String> checkpoint(String site, long sequence) {
    return readers.read(
        connection -> {
          OptionalLong id = new SiteStore(connection).id(site);
          return id.isEmpty()
              ? Optional.empty()
              : new BlockStore(connection).checkpoint(id.getAsLong(), sequence);
        });
  }

  /** Alarms of a site, open ones first, at most 500. */
  public List<Alarm> alarms(String site) {
    return readers.read(connection -> new AlarmStore(connection).of(site));
  }

  /** Kind and subject of the site's open alarms, joined by a colon. */
  public Set<String> openAlarms(String site) {
    return readers.read(connection -> new AlarmStore(connection).open(site));
  }

  /** Alarms with their life so far. */
  public List<AlarmCase> alarmCases(String site, AlarmQuery query) {
    return readers.read(connection -> new AlarmCaseStore(connection).list(site, query));
  }

  public Optional<AlarmCase> alarmCase(String site, long number) {
    return readers.read(connection -> new AlarmCaseStore(connection).find(site, number));
  }

  /** Waste of a local year by rule and month. */
  public List<MonthlyWaste> wasteOfYear(String site, int year) {
    return readers.read(connection -> new AlarmCaseStore(connection).ofYear(site, year));
  }

  /** Kind and subject, joined by a colon, of the open alarms that rules raised. */
  public Set<String> openAlarmsOfRules(String site) {
    return readers.read(connection -> new AlarmCaseStore(connection).openOfRules(site));
  }

  /** The last block that the rules have looked at; 0 if none. */
  public long alertMark(String site) {
    return readers.read(connection -> new AlarmCaseStore(connection).mark(site));
  }

  /** Sites that have or had an alarm, known or not. */
  public List<String> sitesWithAlarms() {
    return readers.read(connection -> new AlarmStore(connection).sites());
  }

  /** When blocks of the site were last applied. */
  public Optional<Instant> appliedAt(String site) {
    return readers.read(connection -> new SiteStore(connection).appliedAt(site));
  }

  /** What SQLite finds wrong with the file; nothing if it is sound. */
  public List<String> integrityFaults() {
    return readers.read(
        connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery("PRAGMA integrity_check")) {
            List<String> faults = new ArrayList<>();
            while (rows.next()) {
              if (!rows.getString(1).equals("ok")) {
                faults.add(rows.getString(1));
              }
            }
            return faults;
          }
        });
  }

  /** Number of batches that wait in quarantine. */
  public int quarantined(String site) {
    return readers.read(connection -> new QuarantineStore(connection).count(site));
  }

  /** Seconds of a local day by machine, then state. */
  public Map<String, Map<String, Long>> machineStates(String site, Instant dayStart) {
    return readers.read(
        connection -> {
          OptionalLong id = new SiteStore(connection).id(site);
          return id.isEmpty()
              ? Map.of()
              : StateStore.load(connection, id.getAsLong(), dayStart.getEpochSecond());
        });
  }

  private static OptionalLong pointId(java.sql.Connection connection, String site, String point)
      throws SQLException {
    String sql =
        """
        SELECT point.id FROM point JOIN site ON site.id = point.site
        WHERE site.name = ? AND point.name = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setString(2, point);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private static SiteOverview overview(SiteRow row) {
    return new SiteOverview(
        row.description(),
        row.epoch(),
        row.tip().sequence(),
        row.tip().hash(),
        row.checkpoint(),
        row.dataRange());
  }

  @Override
  public void close() {
    readers.close();
  }
}

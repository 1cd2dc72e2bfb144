package org.zerofactory.central.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.product.Equipment;
import org.zerofactory.domain.product.IssuedFootprint;
import org.zerofactory.domain.product.ProductionRun;
import org.zerofactory.domain.product.ReadRuns;
import org.zerofactory.domain.product.RunChecks;
import org.zerofactory.domain.product.RunRow;

/** The production log and what products are accounted from. Unknown sites have nothing. */
public final class ProductionStore {

  private final JournalStore writer;
  private final StoreReader reader;

  ProductionStore(JournalStore writer, StoreReader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /**
   * Checks and adds runs, all or none, in one transaction.
   *
   * @param read with any fault nothing is added
   * @throws StoreException if the site is not known or the database fails
   */
  public RunChecks.Result add(
      String site, Equipment equipment, ReadRuns read, String person, Instant now) {
    return writer.write(
        connection -> {
          OptionalLong id = new SiteStore(connection).id(site);
          if (id.isEmpty()) {
            throw new StoreException("expected a known site, found " + site);
          }
          ProductionRuns log = new ProductionRuns(connection, id.getAsLong());
          RunChecks.Result result =
              RunChecks.of(read.rows(), equipment, held(log, read.rows())).with(read.faults());
          if (result.faults().isEmpty()) {
            log.add(result.added(), person, now);
            trail(connection, site, result.added(), new Person(person), now);
          }
          return result;
        });
  }

  /** Sent twice is imported once: what adds nothing is no step. */
  private static void trail(
      Connection connection, String site, List<ProductionRun> added, Person person, Instant now)
      throws SQLException {
    if (added.isEmpty()) {
      return;
    }
    List<Json> runs = added.stream().map(ProductionStore::json).toList();
    Hash hash = Hash.of(new Json.Arr(runs).canonical().getBytes(StandardCharsets.UTF_8));
    new AuditStore(connection)
        .append(
            new AuditRecord.Step(
                person,
                Optional.of(site),
                "production-imported",
                "runs from " + added.get(0).id(),
                Json.NULL,
                new Json.Obj(Map.of("runs", Json.of(added.size()), "sha256", Json.of(hash.hex())))),
            now);
  }

  private static Json json(ProductionRun run) {
    return new Json.Obj(
        Map.of(
            "id", Json.of(run.id()),
            "order", Json.of(run.order()),
            "product", Json.of(run.product()),
            "equipment", Json.of(run.equipment()),
            "from", Json.of(run.from().toEpochMilli()),
            "to", Json.of(run.to().toEpochMilli()),
            "good", Json.of(Long.toString(run.good())),
            "scrap", Json.of(Long.toString(run.scrap()))));
  }

  /** Those with the rows' ids, and those in the months that the rows touch. */
  private static List<ProductionRun> held(ProductionRuns log, List<RunRow> rows)
      throws SQLException {
    Map<String, ProductionRun> held = new LinkedHashMap<>();
    Set<Long> months = new HashSet<>();
    long span = ProductionRun.LONGEST.toSeconds();
    for (RunRow row : rows) {
      log.find(row.run().id()).ifPresent(run -> held.put(run.id(), run));
      months.add(Math.floorDiv(row.run().from().getEpochSecond(), span));
      months.add(Math.floorDiv(row.run().to().getEpochSecond(), span));
    }
    for (long month : months) {
      log.touching(month * span, (month + 1) * span).forEach(run -> held.put(run.id(), run));
    }
    return List.copyOf(held.values());
  }

  /** The runs that touch an interval, in order. */
  public List<ProductionRun> runs(String site, Interval interval) {
    return ofSite(
        site,
        List.of(),
        (connection, id) ->
            new ProductionRuns(connection, id)
                .touching(interval.start().getEpochSecond(), interval.end().getEpochSecond()));
  }

  public List<ProductionRun> runsOfOrder(String site, String order) {
    return ofSite(
        site, List.of(), (connection, id) -> new ProductionRuns(connection, id).ofOrder(order));
  }

  /** Seconds by quarter hour, machine and state. */
  public Map<Instant, Map<String, Map<MachineState, Long>>> states(String site, Interval interval) {
    return ofSite(
        site,
        Map.of(),
        (connection, id) ->
            QuarterStates.load(
                connection,
                id,
                interval.start().getEpochSecond(),
                interval.end().getEpochSecond()));
  }

  /** Readings of some points by quarter hour. */
  public Map<Instant, Map<String, IntervalReading>> readings(
      String site, List<String> points, Interval interval) {
    return ofSite(
        site,
        Map.of(),
        (connection, id) -> {
          Map<Long, String> names = new HashMap<>();
          PointStore store = new PointStore(connection, id);
          for (String point : points) {
            store.find(point).ifPresent(number -> names.put(number, point));
          }
          Map<Instant, Map<String, IntervalReading>> readings = new HashMap<>();
          for (ReadingStore.Row row :
              ReadingStore.of(
                  connection,
                  id,
                  new ArrayList<>(names.keySet()),
                  interval.start().getEpochSecond(),
                  interval.end().getEpochSecond())) {
            readings
                .computeIfAbsent(Instant.ofEpochSecond(row.start()), none -> new HashMap<>())
                .put(names.get(row.point()), row.value());
          }
          return readings;
        });
  }

  /**
   * The footprint of this content: as it was given out, or given out now as the newest version.
   *
   * @param subject product, period and method
   * @return all versions, the one of the content last
   */
  public List<IssuedFootprint> issue(String site, String subject, String content, Instant now) {
    return writer.write(
        connection -> {
          long id = new SiteStore(connection).id(site).orElseThrow();
          FootprintStore store = new FootprintStore(connection, id);
          List<IssuedFootprint> versions = new ArrayList<>(store.versions(subject));
          boolean isNew =
              versions.isEmpty() || !versions.get(versions.size() - 1).content().equals(content);
          if (isNew) {
            int version = versions.size() + 1;
            IssuedFootprint next = IssuedFootprint.of(site, subject, version, content, now);
            store.add(subject, version, next);
            versions.add(next);
          }
          return List.copyOf(versions);
        });
  }

  private interface OfSite<T> {
    T read(Connection connection, long site) throws SQLException;
  }

  private <T> T ofSite(String site, T otherwise, OfSite<T> query) {
    return reader.read(
        connection -> {
          OptionalLong id = new SiteStore(connection).id(site);
          return id.isEmpty() ? otherwise : query.read(connection, id.getAsLong());
        });
  }
}

package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.instrument.Allocation;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.RegisterEntry;
import org.zerofactory.domain.instrument.RegisterEvent;
import org.zerofactory.domain.instrument.RegisterFault;
import org.zerofactory.domain.instrument.RegisterRules;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.offset.SerialRange;
import org.zerofactory.domain.offset.SharedSerials;
import org.zerofactory.domain.quantity.Energy;

/**
 * The register of instruments. Each change is judged and saved in one transaction with its event,
 * so that two requests at once cannot both take the last certificate.
 */
public final class InstrumentStore {

  private final JournalStore writer;
  private final StoreReader reader;
  private final InstantSource clock;
  private final Runnable changed;

  /**
   * @param changed is told after each commit that changed the register
   */
  public InstrumentStore(JournalStore writer, InstantSource clock, Runnable changed) {
    this.writer = writer;
    this.reader = writer.reader();
    this.clock = clock;
    this.changed = changed;
  }

  /** What a change led to: a result, or the reasons against it. */
  public record Outcome<T>(Optional<T> result, List<RegisterFault> faults) {}

  /** Instruments in the order of their ids, from after one on. */
  public List<RegisterEntry> page(String after, int limit) {
    return reader.read(
        connection -> {
          List<RegisterEntry> entries = new ArrayList<>();
          for (InstrumentRows.Row row : new InstrumentRows(connection).page(after, limit)) {
            entries.add(entry(connection, row));
          }
          return entries;
        });
  }

  public Optional<RegisterEntry> find(String id) {
    return reader.read(
        connection -> {
          Optional<InstrumentRows.Row> row = new InstrumentRows(connection).find(id);
          return row.isEmpty() ? Optional.empty() : Optional.of(entry(connection, row.get()));
        });
  }

  /** Instruments whose certificates carry serials of carbon credits too. */
  public List<Instrument> sharing(SerialRange credits) {
    return reader.read(
        connection ->
            new InstrumentRows(connection)
                .numbered(credits.first(), credits.last()).stream()
                    .filter(
                        held ->
                            held.serials()
                                .filter(serials -> SharedSerials.overlap(credits, serials))
                                .isPresent())
                    .toList());
  }

  public List<RegisterEvent> events(String id) {
    return reader.read(connection -> new AllocationRows(connection).events(id));
  }

  /**
   * Registers all instruments, or none.
   *
   * @return faults by the index of the instrument; empty if all were registered
   */
  public Map<Integer, List<RegisterFault>> issue(List<Instrument> instruments, String person) {
    Map<Integer, List<RegisterFault>> faults = new TreeMap<>();
    writer.writeIfKept(
        connection -> {
          RegisterRules.Held held = new HeldInstruments(connection).held();
          InstrumentRows rows = new InstrumentRows(connection);
          for (int i = 0; i < instruments.size(); i++) {
            List<RegisterFault> found = RegisterRules.issue(instruments.get(i), held);
            if (found.isEmpty()) {
              rows.insert(instruments.get(i), person, clock.instant());
              event(
                  connection,
                  new Happened(
                      instruments.get(i).id(),
                      Optional.empty(),
                      person,
                      "issued",
                      detail(instruments, i)));
            } else {
              faults.put(i, found);
            }
          }
          return faults.isEmpty();
        });
    if (faults.isEmpty()) {
      changed.run();
    }
    return faults;
  }

  /**
   * Allocates a part to the month of a site.
   *
   * @return empty result without faults if there is no such instrument
   */
  public Outcome<Allocation> allocate(
      String id, String site, ZoneId zone, YearMonth month, Energy energy, String person) {
    List<RegisterFault> faults = new ArrayList<>();
    List<Allocation> made = new ArrayList<>();
    writer.writeIfKept(
        connection -> {
          Optional<InstrumentRows.Row> row = new InstrumentRows(connection).find(id);
          if (row.isEmpty()) {
            return false;
          }
          RegisterEntry entry = entry(connection, row.get());
          Instrument instrument = entry.instrument();
          Energy before = entry.allocated();
          faults.addAll(RegisterRules.allocate(instrument, before, energy, month, zone));
          if (!faults.isEmpty()) {
            return false;
          }
          Allocation part =
              new Allocation(
                  0,
                  id,
                  site,
                  month,
                  energy,
                  instrument.serialsOf(before, energy),
                  Optional.empty());
          made.add(save(connection, part, person));
          return true;
        });
    made.forEach(part -> changed.run());
    return new Outcome<>(made.stream().findFirst(), List.copyOf(faults));
  }

  private Allocation save(Connection connection, Allocation part, String person)
      throws SQLException {
    long id = new AllocationRows(connection).insert(part, person, clock.instant());
    String serials = part.serials().map(range -> ", " + range).orElse("");
    event(
        connection,
        new Happened(
            part.instrument(),
            Optional.of(part.site()),
            person,
            "allocated",
            "part "
                + id
                + ": "
                + part.energy().wattHours()
                + " Wh to "
                + part.site()
                + " for "
                + part.month()
                + serials));
    return new Allocation(
        id,
        part.instrument(),
        part.site(),
        part.month(),
        part.energy(),
        part.serials(),
        part.retirement());
  }

  /**
   * Retires a part.
   *
   * @return empty result without faults if there is no such instrument or part
   */
  public Outcome<Allocation> retire(
      String id, long allocation, Allocation.Retirement retirement, String person) {
    List<RegisterFault> faults = new ArrayList<>();
    List<Allocation> made = new ArrayList<>();
    writer.writeIfKept(
        connection -> {
          Optional<InstrumentRows.Row> row = new InstrumentRows(connection).find(id);
          Optional<Allocation> part = Optional.empty();
          if (row.isPresent()) {
            part =
                entry(connection, row.get()).allocations().stream()
                    .filter(one -> one.id() == allocation)
                    .findFirst();
          }
          if (part.isEmpty()) {
            return false;
          }
          ZoneId zone = zone(connection, part.get().site());
          LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
          faults.addAll(
              RegisterRules.retire(row.get().instrument(), part.get(), retirement, today, zone));
          if (!faults.isEmpty()) {
            return false;
          }
          new AllocationRows(connection).retire(allocation, retirement, person, clock.instant());
          event(
              connection,
              new Happened(
                  id,
                  Optional.of(part.get().site()),
                  person,
                  "retired",
                  "part "
                      + allocation
                      + " on "
                      + retirement.date()
                      + " for "
                      + retirement.beneficiary()
                      + ", "
                      + retirement.reference()));
          made.add(part.get().retired(retirement));
          return true;
        });
    made.forEach(part -> changed.run());
    return new Outcome<>(made.stream().findFirst(), List.copyOf(faults));
  }

  private static ZoneId zone(Connection connection, String site) throws SQLException {
    return new SiteStore(connection)
        .find(site)
        .map(row -> row.description().zone())
        .orElseThrow(() -> new StoreException("expected a known site, found " + site));
  }

  /** What somebody did to an instrument; the site is that of a part. */
  private record Happened(
      String instrument, Optional<String> site, String person, String event, String detail) {}

  /** The register tells it by instrument, the audit trail among all that was ever done. */
  private void event(Connection connection, Happened of) throws SQLException {
    Instant now = clock.instant();
    new AllocationRows(connection)
        .event(of.instrument, new RegisterEvent(now, of.person, of.event, of.detail));
    new AuditStore(connection)
        .append(
            new AuditRecord.Step(
                new Person(of.person),
                of.site,
                "instrument-" + of.event,
                "instrument " + of.instrument,
                Json.NULL,
                new Json.Obj(Map.of("detail", Json.of(of.detail)))),
            now);
  }

  private static String detail(List<Instrument> instruments, int index) {
    Instrument instrument = instruments.get(index);
    String serials = instrument.serials().map(range -> ", " + range).orElse("");
    return instrument.kind().word()
        + ": "
        + instrument.energy().wattHours()
        + " Wh of "
        + instrument.device().id()
        + serials;
  }

  private static RegisterEntry entry(Connection connection, InstrumentRows.Row row)
      throws SQLException {
    List<Allocation> parts = new AllocationRows(connection).of(row.instrument());
    return new RegisterEntry(row.instrument(), parts, row.enteredBy());
  }
}

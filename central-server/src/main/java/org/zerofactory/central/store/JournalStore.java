package org.zerofactory.central.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.AlarmCase;
import org.zerofactory.domain.fleet.AlarmStep;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.journal.BlockBatch;
import org.zerofactory.domain.journal.SiteState;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * The one writer: judges and applies batches, one transaction each. The mark, the lines and all
 * that is derived from them change together or not at all.
 */
public final class JournalStore implements AutoCloseable {

  private final Connection connection;
  private final StoreReader reader;
  private final InstantSource clock;
  private final Function<SiteDescription, Map<String, BalanceSeries>> seriesOf;
  private final Consumer<JournalChange> changed;

  private JournalStore(
      Connection connection,
      StoreReader reader,
      InstantSource clock,
      Function<SiteDescription, Map<String, BalanceSeries>> seriesOf,
      Consumer<JournalChange> changed) {
    this.connection = connection;
    this.reader = reader;
    this.clock = clock;
    this.seriesOf = seriesOf;
    this.changed = changed;
  }

  /**
   * Opens the database of a folder, bringing its schema up to date, and balances that rest on other
   * points than now too.
   *
   * @param seriesOf what the points of a site add to in its balance
   * @param changed is told after each commit that applied blocks, on the writer's thread
   * @throws StoreException if the database cannot be opened
   */
  public static JournalStore open(
      Path folder,
      InstantSource clock,
      Function<SiteDescription, Map<String, BalanceSeries>> seriesOf,
      Consumer<JournalChange> changed) {
    Database database = new Database(folder);
    try {
      Connection writer = database.writer();
      JournalStore store =
          new JournalStore(writer, new StoreReader(database), clock, seriesOf, changed);
      store.bringBalancesUpToDate();
      store.bringStatesUpToDate();
      return store;
    } catch (SQLException failed) {
      throw new StoreException("cannot open " + database + ": " + failed.getMessage(), failed);
    }
  }

  /** The side that reads; it never waits for the writer. */
  public StoreReader reader() {
    return reader;
  }

  /**
   * Judges a batch against what is held and does what the verdict says, in one transaction.
   *
   * @param raw the bytes as they came, kept if the batch goes into quarantine
   * @throws StoreException if the database fails; then nothing of the batch is held
   */
  public synchronized BatchVerdict apply(
      BlockBatch batch, byte[] raw, BiFunction<SiteState, BlockBatch, BatchVerdict> judge) {
    BatchVerdict verdict =
        inTransaction(
            () -> {
              BatchVerdict judged = judge.apply(state(batch), batch);
              if (judged.isQuarantined()) {
                quarantine(batch, raw, judged);
              } else if (judged instanceof BatchVerdict.Accepted accepted) {
                new BatchApplier(connection, clock.instant(), seriesOf).apply(batch, accepted);
              }
              return judged;
            });
    if (verdict instanceof BatchVerdict.Accepted accepted) {
      changed.accept(BatchApplier.change(batch, accepted));
    }
    return verdict;
  }

  /** The production log in the same database; it writes through this one writer. */
  public ProductionStore production() {
    return new ProductionStore(this, reader);
  }

  /** Approves a key for a site: the next site block may name it. */
  public synchronized void approveKey(String site, String fingerprint) {
    inTransaction(
        () -> {
          new SiteStore(connection).approve(site, fingerprint, clock.instant());
          new AlarmStore(connection).clear(site, "unknown-key", fingerprint, clock.instant());
          return true;
        });
  }

  /** Raises an alarm, or renews the text of the open one. */
  public synchronized void raise(Alarm alarm) {
    inTransaction(
        () -> {
          new AlarmStore(connection).raise(alarm);
          return true;
        });
  }

  /** Ends an alarm if it is open. */
  public synchronized void clear(String site, String kind, String subject) {
    inTransaction(
        () -> {
          new AlarmStore(connection).clear(site, kind, subject, clock.instant());
          return true;
        });
  }

  /**
   * Does what rules found in a site's blocks and notes how far they looked, in one transaction: a
   * restart neither repeats nor leaves out a step.
   *
   * @param upTo sequence of the last block that they looked at
   */
  public synchronized void applySteps(String site, List<AlarmStep> steps, long upTo) {
    inTransaction(
        () -> {
          AlarmCaseStore cases = new AlarmCaseStore(connection);
          for (AlarmStep step : steps) {
            cases.apply(step);
          }
          cases.saveMark(site, upTo);
          return true;
        });
  }

  /**
   * Notes who saw an alarm; the first one counts.
   *
   * @return whether this call noted it; false if somebody did before, or there is no such alarm
   */
  public synchronized boolean acknowledge(
      String site, long number, AlarmCase.Acknowledgement acknowledgement) {
    return inTransaction(
        () -> {
          AlarmCaseStore cases = new AlarmCaseStore(connection);
          boolean isNoted = cases.acknowledge(site, number, acknowledgement);
          if (isNoted) {
            new AuditStore(connection)
                .append(
                    AlarmSteps.acknowledged(cases.find(site, number).orElseThrow()),
                    acknowledgement.at());
          }
          return isNoted;
        });
  }

  /** Makes all derived rows of a site anew from its blocks, in one transaction. */
  public synchronized void rebuild(String site) {
    inTransaction(
        () -> {
          SiteRow row = site(site);
          new Rebuild(connection).run(row);
          return true;
        });
  }

  /** Writes to tables of another owner, in one transaction of the one writer. */
  synchronized <T> T write(Readers.Query<T> work) {
    return inTransaction(() -> work.run(connection));
  }

  private SiteRow site(String name) throws SQLException {
    return new SiteStore(connection)
        .find(name)
        .orElseThrow(() -> new StoreException("expected a known site, found " + name));
  }

  private void bringBalancesUpToDate() {
    inTransaction(
        () -> {
          SiteStore sites = new SiteStore(connection);
          for (String name : sites.names()) {
            SiteRow row = site(name);
            Map<String, BalanceSeries> series = seriesOf.apply(row.description());
            if (!series.equals(row.series())) {
              SiteRow next = BatchApplier.withSeries(row, series);
              new Rebuild(connection).balance(next);
              sites.save(name, next, clock.instant());
            }
          }
          return true;
        });
  }

  /** Databases of before there were states by quarter hour get them from their blocks. */
  private void bringStatesUpToDate() {
    inTransaction(
        () -> {
          for (String name : new SiteStore(connection).names()) {
            SiteRow row = site(name);
            if (QuarterStates.isBehind(connection, row.id())) {
              new Rebuild(connection).states(row);
            }
          }
          return true;
        });
  }

  private SiteState state(BlockBatch batch) throws SQLException {
    SiteStore sites = new SiteStore(connection);
    var approved = new HashSet<>(sites.approvedKeys(batch.site()));
    Optional<SiteRow> found = sites.find(batch.site());
    if (found.isEmpty()) {
      return SiteState.unknown(batch.site(), approved);
    }
    SiteRow site = found.get();
    return new SiteState(
        batch.site(),
        site.epoch(),
        site.tip(),
        Optional.of(site.key()),
        Optional.of(site.checkpoint()),
        approved,
        new BlockStore(connection).hashes(site.id(), batch.from(), batch.to()),
        start -> isSealed(site, start));
  }

  private boolean isSealed(SiteRow site, Instant start) {
    boolean isNew = site.dataRange().isEmpty() || !start.isBefore(site.dataRange().get().end());
    try {
      return !isNew && BalanceStore.isSealed(connection, site.id(), start.getEpochSecond());
    } catch (SQLException failed) {
      throw new StoreException("cannot look up " + start + ": " + failed.getMessage(), failed);
    }
  }

  private void quarantine(BlockBatch batch, byte[] raw, BatchVerdict verdict) throws SQLException {
    Instant now = clock.instant();
    new QuarantineStore(connection)
        .save(batch.site(), verdict.word(), verdict.toString(), raw, now);
    new AlarmStore(connection).raise(QuarantineAlarm.of(batch, verdict, now));
  }

  /** What a register does with the one connection that writes; false takes all of it back. */
  interface Change {
    boolean run(Connection connection) throws SQLException;
  }

  /** One transaction; gives what the change gave. */
  synchronized boolean writeIfKept(Change change) {
    return write(
        writer -> {
          boolean isKept = change.run(writer);
          if (!isKept) {
            writer.rollback();
          }
          return isKept;
        });
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T inTransaction(Work<T> work) {
    try {
      connection.setAutoCommit(false); // begins, and takes the write lock
      T result = work.run();
      connection.setAutoCommit(true); // commits, and leaves the lock to other programs
      return result;
    } catch (SQLException failed) {
      rollBack();
      throw new StoreException("transaction failed: " + failed.getMessage(), failed);
    } catch (RuntimeException failed) {
      rollBack();
      throw failed;
    }
  }

  private void rollBack() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException failed) {
      throw new StoreException("cannot roll back: " + failed.getMessage(), failed);
    }
  }

  @Override
  public synchronized void close() {
    reader.close();
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new StoreException("cannot close: " + failed.getMessage(), failed);
    }
  }
}

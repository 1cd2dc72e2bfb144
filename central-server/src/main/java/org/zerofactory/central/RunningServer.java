package org.zerofactory.central;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zerofactory.central.account.Accountant;
import org.zerofactory.central.account.Matcher;
import org.zerofactory.central.account.MeterAccountant;
import org.zerofactory.central.account.SiteData;
import org.zerofactory.central.assess.AlertEvidence;
import org.zerofactory.central.assess.AlertKeeper;
import org.zerofactory.central.assess.Assessor;
import org.zerofactory.central.assess.Evidence;
import org.zerofactory.central.receive.LivePictures;
import org.zerofactory.central.receive.LiveReader;
import org.zerofactory.central.receive.Receiver;
import org.zerofactory.central.report.AlarmsReport;
import org.zerofactory.central.store.InstrumentStore;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.central.store.StoreReader;
import org.zerofactory.central.web.AlarmDoors;
import org.zerofactory.central.web.Doors;
import org.zerofactory.central.web.WebServer;
import org.zerofactory.domain.fleet.AlarmCase;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.journal.BatchJudgement;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.journal.BlockBatch;
import org.zerofactory.rules.CertificationSchemes;

/** All stages of a server, connected in the order in which data passes them. */
public final class RunningServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

  private final InstantSource clock;
  private final Metrics metrics = new Metrics();
  private final JournalStore store;
  private final Receiver receiver;
  private final LivePictures live;
  private final InstrumentStore register;
  private final RegisteredClaims claims;
  private final Accountant accountant;
  private final MeterAccountant meterAccountant;
  private final Matcher matcher;
  private final ProductAnswers products;
  private final Assessor assessor;
  private final AlertKeeper alerts;
  private final WebServer web;

  /** What the writer tells after a commit; set once all that listens is there. */
  private volatile Consumer<JournalChange> afterCommit = change -> {};

  private volatile Consumer<String> afterPicture = site -> {};

  RunningServer(ServerOptions options, InstantSource clock) {
    this.clock = clock;
    SiteRules rules = SiteRules.read(options);
    CertificationSchemes schemes = Certification.schemes(options);
    AlertSetup alertRules = AlertSetup.read(options, rules);
    this.store =
        JournalStore.open(
            options.data(), clock, rules::series, change -> afterCommit.accept(change));
    StoreReader reader = store.reader();
    this.receiver = new Receiver(this::apply);
    this.live =
        new LivePictures(
            site -> reader.appliedAt(site).isPresent(), site -> afterPicture.accept(site));
    this.register = new InstrumentStore(store, clock, this::registerChanged);
    this.claims = new RegisteredClaims(rules, register);
    SiteData data =
        new SiteData(reader::site, reader::quarters, reader::daySum, reader::days, claims);
    this.accountant = new Accountant(data);
    this.meterAccountant =
        new MeterAccountant(
            data,
            (site, points, interval, day) -> reader.profiles(site, points, interval, day::of));
    this.matcher =
        new Matcher(new Matcher.Sources(reader::site, reader::hours, claims, rules::matching));
    this.products = ProductAnswers.of(store, accountant, rules, clock);
    this.assessor =
        new Assessor(
            new Evidence(
                reader::sites,
                reader::site,
                reader::daySums,
                reader::quarters,
                reader::openAlarms,
                site -> live.lastSeen(site).or(() -> reader.appliedAt(site))),
            store::raise,
            store::clear,
            clock);
    this.alerts = alertKeeper(alertRules, reader);
    metrics.queue(receiver::waiting);
    metrics.alerts(alerts::looked);
    afterCommit = this::changed;
    Ledgers ledgers = new Ledgers(store, accountant, rules, claims, clock);
    Certification certification =
        Certification.of(
            store,
            clock,
            new Certification.Inputs(schemes, register, accountant::year, List.of(ledgers::facts)));
    Answers answers = new Answers(reader, accountant, meterAccountant, live, clock);
    this.web = startWeb(options, doors(answers, ledgers, certification, rules));
    afterPicture = web::changed;
    assessor.start();
    alerts.start();
  }

  private WebServer startWeb(ServerOptions options, Doors doors) {
    try {
      return WebServer.start(options.host(), options.port(), doors);
    } catch (RuntimeException failed) {
      alerts.close();
      assessor.close();
      receiver.close();
      store.close();
      throw failed;
    }
  }

  private Doors doors(
      Answers answers, Ledgers ledgers, Certification certification, SiteRules rules) {
    StoreReader reader = store.reader();
    return new Doors(
        reader::site,
        this::receive,
        (site, body) -> live.show(LiveReader.read(site, body, clock.instant())),
        answers::sites,
        answers::now,
        answers::day,
        answers::year,
        answers::yearMeters,
        answers::meters,
        new AlarmDoors(answers::alarms, this::acknowledge, answers::waste),
        answers::edges,
        reader::lines,
        metrics::text,
        () -> clock.instant().getEpochSecond(),
        ledgers.entries().doors(),
        ledgers.inventories().doors(),
        ledgers.organisations(),
        new FactorAnswers(rules.library()).doors(),
        new InstrumentAnswers(reader, register, matcher).doors(),
        products.doors(),
        certification.doors());
  }

  private AlertKeeper alertKeeper(AlertSetup setup, StoreReader reader) {
    return new AlertKeeper(
        new AlertEvidence(
            reader::sites,
            reader::site,
            reader::lines,
            reader::alertMark,
            reader::openAlarmsOfRules,
            store::applySteps,
            setup,
            () -> receiver.waiting() > 0),
        setup::watch);
  }

  private AlarmDoors.Answer acknowledge(String site, long number, String person, String note) {
    var by = new AlarmCase.Acknowledgement(clock.instant(), person, note);
    boolean isNoted = store.acknowledge(site, number, by);
    Optional<AlarmCase> now = store.reader().alarmCase(site, number);
    if (now.isEmpty()) {
      return new AlarmDoors.Answer(AlarmDoors.Kind.NO_SUCH_ALARM, "");
    }
    String first = now.flatMap(AlarmCase::acknowledgement).orElse(by).person();
    return isNoted || first.equals(person)
        ? new AlarmDoors.Answer(AlarmDoors.Kind.NOTED, AlarmsReport.ofCase(now.get()).toString())
        : new AlarmDoors.Answer(AlarmDoors.Kind.SOMEBODY_ELSE_WAS_FIRST, first);
  }

  private CompletableFuture<BatchVerdict> receive(String site, byte[] body, boolean isGzip) {
    return receiver
        .receive(site, body, isGzip)
        .whenComplete(
            (verdict, failed) -> Optional.ofNullable(verdict).ifPresent(metrics::answered));
  }

  private BatchVerdict apply(BlockBatch batch, byte[] raw) {
    BatchVerdict verdict =
        metrics.timed(batch.blocks().size(), () -> store.apply(batch, raw, BatchJudgement::of));
    if (verdict instanceof BatchVerdict.Accepted || verdict instanceof BatchVerdict.Repeated) {
      live.heardOf(batch.site(), clock.instant());
    }
    if (verdict instanceof BatchVerdict.Accepted accepted && batch.from() == 1) {
      LOG.info(
          "new site {}: its key {} is trusted on first use",
          batch.site(),
          accepted.key().fingerprint());
    } else if (verdict.isQuarantined()) {
      LOG.warn("site {}: batch {} in quarantine: {}", batch.site(), batch.from(), verdict);
    }
    return verdict;
  }

  private void registerChanged() {
    claims.changed();
    accountant.rulesChanged();
    matcher.rulesChanged();
    products.rulesChanged();
  }

  private void changed(JournalChange change) {
    accountant.changed(change);
    meterAccountant.changed(change);
    matcher.changed(change);
    products.changed(change);
    assessor.changed(change);
  }

  /** The port that pages and agents reach it at. */
  public int port() {
    return web.port();
  }

  /** Stops in the order of the line: nothing new comes in, what came in is finished. */
  @Override
  public void close() {
    receiver.close();
    web.close();
    assessor.close();
    alerts.close();
    store.close();
  }

  static InstantSource systemClock() {
    return Clock.system(ZoneOffset.UTC);
  }
}

package org.zerofactory.central;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.zerofactory.central.assess.CertificationAssessor;
import org.zerofactory.central.assess.CertificationData;
import org.zerofactory.central.receive.CertificationForms;
import org.zerofactory.central.report.AssessmentReport;
import org.zerofactory.central.report.CertificationReport;
import org.zerofactory.central.store.ClaimStore;
import org.zerofactory.central.store.EvidenceStore;
import org.zerofactory.central.store.InstrumentStore;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.central.store.LedgerStore;
import org.zerofactory.central.store.OffsetStore;
import org.zerofactory.central.store.StoreReader;
import org.zerofactory.central.web.CertificationDoors;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.certification.CertificationFacts;
import org.zerofactory.domain.certification.Claim;
import org.zerofactory.domain.certification.ClaimFaults;
import org.zerofactory.domain.certification.Evidence;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.InstrumentFacts;
import org.zerofactory.domain.certification.MeterFacts;
import org.zerofactory.domain.certification.Scheme;
import org.zerofactory.domain.fleet.BalanceCheck;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.offset.OffsetCredit;
import org.zerofactory.domain.offset.Retirement;
import org.zerofactory.domain.offset.SerialClashes;
import org.zerofactory.domain.offset.SerialRange;
import org.zerofactory.rules.CertificationSchemes;

/** Brings together schemes, what is known of a site's year, and what people send and ask. */
final class Certification {

  private final CertificationSchemes schemes;
  private final CertificationData data;
  private final CertificationAssessor assessor;
  private final Stores stores;

  /**
   * What certification is made of, beside its own tables.
   *
   * @param register of electricity instruments, some of which share serials with credits
   * @param year the metered account of a site's year
   * @param more facts of other features, such as a published inventory
   */
  record Inputs(
      CertificationSchemes schemes,
      InstrumentStore register,
      BiFunction<String, Integer, Optional<YearAccount>> year,
      List<BiFunction<String, Integer, CertificationFacts>> more) {}

  /**
   * The packaged schemes and those of the user.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults
   */
  static CertificationSchemes schemes(ServerOptions options) {
    return options
        .rules()
        .certification()
        .map(CertificationSchemes::withFolder)
        .orElseGet(CertificationSchemes::packaged);
  }

  /** What is kept. */
  record Stores(OffsetStore offsets, EvidenceStore evidence, ClaimStore claims) {}

  Certification(CertificationSchemes schemes, CertificationData data, Stores stores) {
    this.schemes = schemes;
    this.data = data;
    this.assessor = new CertificationAssessor(data);
    this.stores = stores;
  }

  /**
   * Certification over the centre's own tables.
   *
   * @param inputs what comes from elsewhere
   */
  static Certification of(JournalStore store, InstantSource clock, Inputs inputs) {
    CertificationSchemes schemes = inputs.schemes();
    InstrumentStore register = inputs.register();
    BiFunction<String, Integer, Optional<YearAccount>> year = inputs.year();
    StoreReader reader = store.reader();
    LedgerStore ledger = new LedgerStore(store, clock);
    Stores stores =
        new Stores(
            new OffsetStore(store, clock),
            new EvidenceStore(store, clock),
            new ClaimStore(store, clock));
    List<BiFunction<String, Integer, CertificationFacts>> sources = new ArrayList<>();
    sources.add((site, of) -> held(reader, ledger, site, of));
    sources.add(
        (site, of) ->
            year.apply(site, of)
                .map(account -> instruments(register, stores.offsets(), site, account))
                .orElse(CertificationFacts.NONE));
    sources.addAll(inputs.more());
    return new Certification(
        schemes,
        new CertificationData(
            schemes::find,
            reader::site,
            year,
            sources,
            stores.evidence()::of,
            stores.offsets()::of,
            stores.claims()::of,
            hash -> ledger.document(Hash.ofHex(hash)).isPresent(),
            serials -> register.sharing(serials).stream().map(of -> usedBy(of, serials)).toList(),
            clock),
        stores);
  }

  private static String usedBy(Instrument instrument, SerialRange serials) {
    return serials
        + " are certificates of instrument "
        + instrument.id()
        + instrument.serials().map(held -> ", " + held).orElse("");
  }

  private static CertificationFacts instruments(
      InstrumentStore register, OffsetStore offsets, String site, YearAccount year) {
    return InstrumentFacts.of(
        year,
        offsets.of(site, year.year()),
        instrument -> instrument.serials().map(offsets::sharing).orElse(List.of()),
        entry -> register.sharing(entry.credit().serials()));
  }

  /** What the journal, the meters and the audit trail say. */
  private static CertificationFacts held(
      StoreReader reader, LedgerStore ledger, String site, int year) {
    CertificationFacts facts =
        CertificationFacts.NONE.with(Fact.CHANGE_LOG_KEPT, ledger.newAuditFault().isEmpty());
    Optional<SiteOverview> overview = reader.site(site);
    if (overview.isEmpty()) {
      return facts;
    }
    // a batch is applied only with a checkpoint whose signature and root were verified
    facts = facts.with(Fact.JOURNAL_SIGNED, !overview.get().checkpoint().isEmpty());
    Interval interval = interval(year, overview.get().description().zone());
    if (overview.get().dataRange().filter(interval::overlaps).isEmpty()) {
      return facts;
    }
    return facts.and(
        MeterFacts.of(
            reader.quarters(site, interval),
            BalanceCheck.of(overview.get().description(), reader.daySums(site, interval))));
  }

  private static Interval interval(int year, ZoneId zone) {
    return QuarterHours.months(YearMonth.of(year, 1), YearMonth.of(year + 1, 1), zone);
  }

  CertificationDoors doors() {
    return new CertificationDoors(
        () -> CertificationReport.schemes(schemes.all()).toString(),
        this::assessment,
        this::offsets,
        this::register,
        this::retire,
        (site, id, person, body) ->
            CertificationReport.entry(
                    stores.offsets().withdraw(site, id, CertificationForms.reason(body), person))
                .toString(),
        (site, year) ->
            CertificationReport.evidence(stores.evidence().of(site, year), today(site)).toString(),
        this::attach,
        (site, id, person, body) ->
            CertificationReport.item(
                    stores.evidence().detach(site, id, CertificationForms.reason(body), person),
                    today(site))
                .toString(),
        (site, year) -> CertificationReport.claims(stores.claims().of(site, year)).toString(),
        this::claim);
  }

  private String assessment(String site, String scheme, int year) {
    Scheme found =
        schemes
            .find(scheme)
            .orElseThrow(
                () ->
                    new LedgerRefusedException(
                        Kind.UNKNOWN,
                        "unknown-scheme",
                        "scheme: expected one of "
                            + String.join(", ", schemes.all().stream().map(Scheme::id).toList())
                            + ", found "
                            + scheme));
    return assessor
        .assess(site, found, year)
        .map(assessment -> AssessmentReport.of(site, year, assessment).toString())
        .orElseThrow(() -> unknown(site));
  }

  private String offsets(String site, int year) {
    CertificationFacts facts = assessor.facts(site, year).orElseThrow(() -> unknown(site));
    return CertificationReport.offsets(
            site, year, assessor.offsets(site, year).orElseThrow(() -> unknown(site)), facts)
        .toString();
  }

  private String register(String site, Person person, byte[] body) {
    OffsetCredit credit = CertificationForms.credit(site, body);
    return CertificationReport.entry(
            stores
                .offsets()
                .register(
                    credit,
                    person,
                    held -> SerialClashes.of(credit.serials(), held, data.usedElsewhere())))
        .toString();
  }

  private String retire(String site, long id, Person person, byte[] body) {
    Retirement retirement = CertificationForms.retirement(body);
    requireStored(retirement.document());
    return CertificationReport.entry(
            stores.offsets().retire(site, id, retirement, today(site), person))
        .toString();
  }

  private String attach(String site, Person person, byte[] body) {
    Evidence item = CertificationForms.evidence(site, body, schemes.all());
    requireStored(item.document());
    return CertificationReport.item(stores.evidence().attach(item, person), today(site)).toString();
  }

  private String claim(String site, Person person, byte[] body) {
    Claim claim = CertificationForms.claim(site, body, today(site));
    List<ClaimFaults.Fault> faults = ClaimFaults.of(claim);
    if (!faults.isEmpty()) {
      throw new EntryFaultsException(
          faults.stream()
              .map(fault -> new EntryFault(1, "claim", fault.code(), fault.text().english()))
              .toList());
    }
    return CertificationReport.claim(stores.claims().keep(claim, person)).toString();
  }

  private void requireStored(String document) {
    if (!data.isStored().test(document)) {
      throw new LedgerRefusedException(
          Kind.INVALID,
          "unknown-document",
          "document: expected the SHA-256 of a stored document, found " + document);
    }
  }

  private LocalDate today(String site) {
    return assessor.today(site).orElseThrow(() -> unknown(site));
  }

  private static LedgerRefusedException unknown(String site) {
    return new LedgerRefusedException(
        Kind.UNKNOWN, "unknown-site", "expected a site with a journal, found " + site);
  }
}

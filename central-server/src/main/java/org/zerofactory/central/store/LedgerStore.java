package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.Approval;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.Document;
import org.zerofactory.domain.ledger.DocumentType;
import org.zerofactory.domain.ledger.EntryDraft;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.EntryFilter;
import org.zerofactory.domain.ledger.EntryRow;
import org.zerofactory.domain.ledger.EntryStatus;
import org.zerofactory.domain.ledger.Judgement;
import org.zerofactory.domain.ledger.LedgerEntry;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;
import org.zerofactory.domain.ledger.Person;

/**
 * Documents, entries and the audit trail. Each step and its audit record are one transaction of the
 * one writer: both are held, or neither.
 */
public final class LedgerStore {

  private final JournalStore store;
  private final InstantSource clock;
  private final AuditChain chain = new AuditChain();

  public LedgerStore(JournalStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Keeps a document; bytes that are already kept stay as they were sent first. */
  public Document keep(Person person, DocumentType type, byte[] bytes) {
    Document document = new Document(Hash.of(bytes), type, bytes.length, person, now());
    return store.write(
        connection -> {
          DocumentStore documents = new DocumentStore(connection);
          Optional<Document> held = documents.find(document.hash());
          if (held.isPresent()) {
            return held.get();
          }
          documents.insert(document, bytes);
          new AuditStore(connection)
              .append(
                  new AuditRecord.Step(
                      person,
                      Optional.empty(),
                      "document-kept",
                      document.hash().hex(),
                      Json.NULL,
                      document.json()),
                  document.storedAt());
          return document;
        });
  }

  public Optional<Document> document(Hash hash) {
    return store.reader().read(connection -> new DocumentStore(connection).find(hash));
  }

  public Optional<byte[]> documentBytes(Hash hash) {
    return store.reader().read(connection -> new DocumentStore(connection).bytes(hash));
  }

  /**
   * Keeps all of the entries, or none.
   *
   * @throws EntryFaultsException if one is held already, or corrects what cannot be corrected
   */
  public List<LedgerEntry> enter(String site, Person person, List<EntryRow> rows) {
    Instant now = now();
    return store.write(
        connection -> {
          EntryStore entries = new EntryStore(connection);
          AuditStore audit = new AuditStore(connection);
          List<EntryFault> faults = new ArrayList<>();
          List<LedgerEntry> entered = new ArrayList<>();
          long number = entries.nextNumber(site);
          for (EntryRow row : rows) {
            Optional<EntryFault> fault = fault(entries, site, row);
            fault.ifPresent(faults::add);
            if (fault.isEmpty()) {
              LedgerEntry entry = entry(site, number++, row.draft(), person, now);
              entries.insert(entry);
              audit.append(step(person, "entry-entered", entry, Json.NULL, entry.json()), now);
              entered.add(entry);
            }
          }
          if (!faults.isEmpty()) {
            throw new EntryFaultsException(faults); // rolls back what was inserted
          }
          return entered;
        });
  }

  private static LedgerEntry entry(
      String site, long number, EntryDraft draft, Person person, Instant now) {
    return new LedgerEntry(
        site, number, draft, person, now, Optional.empty(), OptionalLong.empty());
  }

  private static Optional<EntryFault> fault(EntryStore entries, String site, EntryRow row)
      throws SQLException {
    EntryDraft draft = row.draft();
    if (draft.corrects().isPresent()) {
      long old = draft.corrects().get().entry();
      Optional<LedgerEntry> found = entries.find(site, old);
      boolean isOpen =
          found
              .map(LedgerEntry::status)
              .filter(of -> of == EntryStatus.ENTERED || of == EntryStatus.APPROVED)
              .isPresent();
      if (!isOpen) {
        String status = found.map(of -> " is " + of.status().word()).orElse(" is unknown");
        return Optional.of(
            new EntryFault(
                row.row(),
                "corrects",
                LedgerEntry.id(old) + status,
                "an entry that is entered or approved"));
      }
    }
    return entries
        .findSame(site, draft)
        .filter(same -> draft.corrects().filter(of -> of.entry() == same.number()).isEmpty())
        .map(
            same ->
                new EntryFault(row.row(), "row", same.id(), "an entry that is not held already"));
  }

  /** An entry of a site; empty if there is none. */
  public Optional<LedgerEntry> entry(String site, long number) {
    return store.reader().read(connection -> new EntryStore(connection).find(site, number));
  }

  /** Entries by number that fit the filter, at most so many. */
  public List<LedgerEntry> entries(String site, EntryFilter filter, int limit) {
    return store.reader().read(connection -> new EntryStore(connection).list(site, filter, limit));
  }

  /**
   * A second person approves an entry; what it corrects counts no more.
   *
   * @throws LedgerRefusedException if it is unknown, was judged before, is the person's own, has no
   *     document, or corrects what was corrected or rejected meanwhile
   */
  public LedgerEntry approve(String site, long number, Person person) {
    return judge(site, number, new Judgement(true, person, now(), Optional.empty()));
  }

  /**
   * A person rejects an entry.
   *
   * @throws LedgerRefusedException if it is unknown or was judged before
   */
  public LedgerEntry reject(String site, long number, Person person, String reason) {
    return judge(site, number, new Judgement(false, person, now(), Optional.of(reason)));
  }

  private LedgerEntry judge(String site, long number, Judgement judgement) {
    return store.write(
        connection -> {
          EntryStore entries = new EntryStore(connection);
          LedgerEntry entry =
              entries
                  .find(site, number)
                  .orElseThrow(() -> unknownEntry(site, LedgerEntry.id(number)));
          Optional<LedgerEntry> old = Optional.empty();
          if (judgement.isApproval() && entry.draft().corrects().isPresent()) {
            old = entries.find(site, entry.draft().corrects().get().entry());
          }
          Approval.check(entry, old, judgement);
          entries.judge(entry, judgement);
          LedgerEntry judged = entries.find(site, number).orElseThrow();
          AuditStore audit = new AuditStore(connection);
          Person person = judgement.person();
          String action = "entry-" + judgement.word();
          audit.append(step(person, action, judged, entry.json(), judged.json()), judgement.at());
          if (old.isPresent()) {
            trailCorrected(connection, audit, old.get(), judgement);
          }
          return judged;
        });
  }

  private static void trailCorrected(
      Connection connection, AuditStore audit, LedgerEntry old, Judgement judgement)
      throws SQLException {
    LedgerEntry now = new EntryStore(connection).find(old.site(), old.number()).orElseThrow();
    audit.append(
        step(judgement.person(), "entry-corrected", now, old.json(), now.json()), judgement.at());
  }

  private static AuditRecord.Step step(
      Person person, String action, LedgerEntry entry, Json before, Json after) {
    return new AuditRecord.Step(
        person, Optional.of(entry.site()), action, entry.id(), before, after);
  }

  private static LedgerRefusedException unknownEntry(String site, String id) {
    return new LedgerRefusedException(
        Kind.UNKNOWN, "unknown-entry", "expected an entry of site " + site + ", found " + id);
  }

  /** Lines of the audit trail after a sequence, in order, of one site or of all. */
  public List<String> audit(Optional<String> site, long after, int limit) {
    return store.reader().read(connection -> AuditStore.lines(connection, site, after, limit));
  }

  /** Where the audit trail's chain breaks first; empty if it holds from the first record on. */
  public Optional<String> auditFault() {
    return store.reader().read(AuditStore::fault);
  }

  /** The same, without reading again what this instance has verified before. */
  public Optional<String> newAuditFault() {
    return store.reader().read(chain::fault);
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.instant().toEpochMilli());
  }
}

package org.zerofactory.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.zerofactory.central.receive.EntryReader;
import org.zerofactory.central.receive.EntryTable;
import org.zerofactory.central.report.LedgerReport;
import org.zerofactory.central.store.LedgerStore;
import org.zerofactory.central.web.LedgerDoors;
import org.zerofactory.datafile.table.Table;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.ledger.DocumentType;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.EntryFilter;
import org.zerofactory.domain.ledger.EntryForm;
import org.zerofactory.domain.ledger.EntryRow;
import org.zerofactory.domain.ledger.LedgerEntry;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;
import org.zerofactory.domain.ledger.Person;
import org.zerofactory.domain.quantity.BaseUnit;

/** Brings together what people send, what is checked, and what is kept. */
final class Ledger {

  private static final int LONGEST_REASON = 500;

  private final LedgerStore store;
  private final Function<String, Optional<BaseUnit>> unitOf;

  /**
   * @param unitOf the unit that a factor series is for; empty for an unknown series
   */
  Ledger(LedgerStore store, Function<String, Optional<BaseUnit>> unitOf) {
    this.store = store;
    this.unitOf = unitOf;
  }

  LedgerDoors doors() {
    return new LedgerDoors(
        this::keep,
        this::document,
        this::enter,
        this::importTable,
        this::entries,
        this::entry,
        (site, id, person) -> store.approve(site, number(id), person).json().canonical(),
        this::reject,
        (site, after, limit) -> LedgerReport.audit(store.audit(site, after, limit)));
  }

  private String keep(Person person, String mediaType, byte[] bytes) {
    DocumentType type =
        DocumentType.of(mediaType)
            .orElseThrow(
                () ->
                    new LedgerRefusedException(
                        Kind.INVALID,
                        "unsupported-type",
                        "Content-Type: expected one of "
                            + String.join(", ", DocumentType.mediaTypes())
                            + ", found \""
                            + mediaType
                            + "\""));
    if (bytes.length == 0 || !type.fits(bytes)) {
      throw new LedgerRefusedException(
          Kind.INVALID,
          "invalid-document",
          "document: expected the bytes of "
              + type.mediaType()
              + ", found "
              + bytes.length
              + " bytes of something else");
    }
    return store.keep(person, type, bytes).json().canonical();
  }

  private Optional<LedgerDoors.Kept> document(String sha256) {
    Hash hash = Hash.ofHex(sha256);
    return store
        .document(hash)
        .flatMap(
            document ->
                store
                    .documentBytes(hash)
                    .map(bytes -> new LedgerDoors.Kept(document.type().mediaType(), bytes)));
  }

  private String enter(String site, Person person, byte[] body) {
    List<Table.Row> rows = List.of(new Table.Row(1, EntryReader.entry(body)));
    List<LedgerEntry> entered =
        enter(site, person, new EntryTable.Content(rows, new ArrayList<>()));
    return entered.get(0).json().canonical();
  }

  private String importTable(String site, Person person, String mediaType, byte[] body) {
    DocumentType type = DocumentType.of(mediaType).orElse(DocumentType.PDF);
    EntryTable.Content content =
        switch (type) {
          case CSV -> EntryTable.csv(body);
          case XLSX -> EntryTable.xlsx(body);
          default ->
              throw new LedgerRefusedException(
                  Kind.INVALID,
                  "unsupported-type",
                  "Content-Type: expected "
                      + DocumentType.CSV.mediaType()
                      + " or "
                      + DocumentType.XLSX.mediaType()
                      + ", found \""
                      + mediaType
                      + "\"");
        };
    return LedgerReport.entered(enter(site, person, content));
  }

  private List<LedgerEntry> enter(String site, Person person, EntryTable.Content content) {
    EntryForm.Known known =
        new EntryForm.Known(unitOf, hash -> store.document(Hash.ofHex(hash)).isPresent());
    List<EntryFault> faults = new ArrayList<>(content.faults());
    List<EntryRow> drafts = new ArrayList<>();
    for (Table.Row row : content.rows()) {
      EntryForm.read(row.number(), row.values(), known, faults)
          .ifPresent(draft -> drafts.add(new EntryRow(row.number(), draft)));
      if (faults.size() > EntryTable.FAULT_LIMIT) {
        break;
      }
    }
    if (!faults.isEmpty()) {
      throw new EntryFaultsException(faults);
    }
    return store.enter(site, person, drafts);
  }

  private String entries(String site, EntryFilter filter, int limit) {
    return LedgerReport.entries(store.entries(site, filter, limit), limit);
  }

  private String entry(String site, String id) {
    return store
        .entry(site, number(id))
        .map(entry -> entry.json().canonical())
        .orElseThrow(
            () ->
                new LedgerRefusedException(
                    Kind.UNKNOWN,
                    "unknown-entry",
                    "expected an entry of site " + site + ", found " + id));
  }

  private String reject(String site, String id, Person person, byte[] body) {
    Map<String, String> fields = EntryReader.fields("rejection", body, List.of("reason"));
    String reason = fields.getOrDefault("reason", "").strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new LedgerRefusedException(
          Kind.INVALID,
          "reason-missing",
          "reason: expected why, in 1 to "
              + LONGEST_REASON
              + " characters, found \""
              + reason
              + "\"");
    }
    return store.reject(site, number(id), person, reason).json().canonical();
  }

  private static long number(String id) {
    OptionalLong number = LedgerEntry.number(id);
    if (number.isEmpty()) {
      throw new LedgerRefusedException(
          Kind.UNKNOWN, "unknown-entry", "expected the id of an entry such as E-12, found " + id);
    }
    return number.getAsLong();
  }
}

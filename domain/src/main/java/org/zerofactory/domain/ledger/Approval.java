package org.zerofactory.domain.ledger;

import java.util.Optional;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;

/** The rule of the second person: who may say what of an entry. */
public final class Approval {

  private Approval() {}

  /**
   * Checks a judgement of an entry.
   *
   * @param corrected what the entry corrects, as it stands
   * @throws LedgerRefusedException if the entry was judged or corrected before, if somebody
   *     approves an own entry or one without a document, or if what it corrects cannot be corrected
   *     any more
   */
  public static void check(
      LedgerEntry entry, Optional<LedgerEntry> corrected, Judgement judgement) {
    if (entry.status() != EntryStatus.ENTERED) {
      throw conflict(
          "already-judged",
          entry.id() + ": expected an entry that waits, found one that is " + status(entry));
    }
    if (!judgement.isApproval()) {
      return;
    }
    if (entry.enteredBy().equals(judgement.person())) {
      throw conflict(
          "same-person",
          entry.id()
              + ": expected the approval of another person than "
              + entry.enteredBy()
              + ", who entered it");
    }
    if (entry.draft().document().isEmpty()) {
      throw conflict(
          "document-missing",
          entry.id()
              + ": expected an entry with a document, found none; enter a correction that names"
              + " one");
    }
    boolean isStale =
        corrected
            .map(LedgerEntry::status)
            .filter(of -> of == EntryStatus.CORRECTED || of == EntryStatus.REJECTED)
            .isPresent();
    if (isStale) {
      LedgerEntry old = corrected.orElseThrow();
      throw conflict(
          "already-corrected",
          entry.id()
              + ": expected to correct an entry that is entered or approved, found "
              + old.id()
              + ", which is "
              + status(old));
    }
  }

  private static String status(LedgerEntry entry) {
    return entry.status().word() + entry.judgement().map(of -> " by " + of.person()).orElse("");
  }

  private static LedgerRefusedException conflict(String code, String detail) {
    return new LedgerRefusedException(Kind.CONFLICT, code, detail);
  }
}

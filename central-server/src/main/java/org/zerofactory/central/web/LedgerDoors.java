package org.zerofactory.central.web;

import java.util.Optional;
import org.zerofactory.domain.ledger.EntryFilter;
import org.zerofactory.domain.ledger.Person;

/**
 * What stands behind the routes of the ledger. Answers are JSON texts.
 *
 * @param keep takes a document in
 * @param document a document by the hash of its bytes
 * @param enter takes one entry in, from JSON
 * @param importTable takes a table of entries in, all or none
 * @param entries entries of a site that fit a filter
 * @param entry one entry
 * @param approve approves an entry
 * @param reject rejects an entry, from JSON with the reason
 * @param audit the audit trail
 */
public record LedgerDoors(
    Keep keep,
    Documents document,
    Enter enter,
    ImportTable importTable,
    Entries entries,
    OfEntry entry,
    Approve approve,
    Reject reject,
    Audit audit) {

  /** A document's bytes with their media type. */
  public record Kept(String mediaType, byte[] bytes) {}

  /** Takes a document in. */
  @FunctionalInterface
  public interface Keep {
    String of(Person person, String mediaType, byte[] bytes);
  }

  /** Gives a document out. */
  @FunctionalInterface
  public interface Documents {
    Optional<Kept> of(String sha256);
  }

  /** Takes an entry in. */
  @FunctionalInterface
  public interface Enter {
    String of(String site, Person person, byte[] body);
  }

  /** Takes a table of entries in. */
  @FunctionalInterface
  public interface ImportTable {
    String of(String site, Person person, String mediaType, byte[] body);
  }

  /** Lists entries. */
  @FunctionalInterface
  public interface Entries {
    String of(String site, EntryFilter filter, int limit);
  }

  /** Gives one entry out. */
  @FunctionalInterface
  public interface OfEntry {
    String of(String site, String id);
  }

  /** Approves an entry. */
  @FunctionalInterface
  public interface Approve {
    String of(String site, String id, Person person);
  }

  /** Rejects an entry. */
  @FunctionalInterface
  public interface Reject {
    String of(String site, String id, Person person, byte[] body);
  }

  /** Gives records of the trail out. */
  @FunctionalInterface
  public interface Audit {
    String of(Optional<String> site, long after, int limit);
  }
}

package org.zerofactory.domain.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.journal.JsonParser;

/**
 * One step that somebody took, chained to the step before: who changes one must change all that
 * follow.
 *
 * @param sequence from 1, without gaps
 * @param site empty for what belongs to no site, such as a document
 * @param action what was done, such as {@code entry-approved}
 * @param subject the thing that it was done to
 * @param before the thing before; null if it was new
 * @param after the thing after
 * @param previous hash of the record before; zeros for the first
 */
public record AuditRecord(
    long sequence,
    Instant at,
    Person person,
    Optional<String> site,
    String action,
    String subject,
    Json before,
    Json after,
    Hash previous) {

  /**
   * A step that is not yet in the chain.
   *
   * @param before {@link Json#NULL} if the thing is new
   */
  public record Step(
      Person person,
      Optional<String> site,
      String action,
      String subject,
      Json before,
      Json after) {}

  /** The step as the next record after the one with the given hash. */
  public static AuditRecord of(Step step, long sequence, Instant at, Hash previous) {
    return new AuditRecord(
        sequence,
        at,
        step.person(),
        step.site(),
        step.action(),
        step.subject(),
        step.before(),
        step.after(),
        previous);
  }

  /** Canonical JSON (RFC 8785), what is kept and hashed. */
  public String line() {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("sequence", Json.of(sequence));
    fields.put("at", Json.of(at.toEpochMilli()));
    fields.put("person", Json.of(person.name()));
    fields.put("site", site.map(Json::of).orElse(Json.NULL));
    fields.put("action", Json.of(action));
    fields.put("subject", Json.of(subject));
    fields.put("before", before);
    fields.put("after", after);
    fields.put("previous", Json.of(previous.hex()));
    return new Json.Obj(fields).canonical();
  }

  /** SHA-256 of the line. */
  public Hash hash() {
    return hash(line());
  }

  /** SHA-256 of a record's line. */
  public static Hash hash(String line) {
    return Hash.of(line.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The hash that a line names as that of the line before.
   *
   * @throws org.zerofactory.domain.journal.JsonFormatException if it is no record
   */
  public static Hash previousOf(String line) {
    return Hash.ofHex(JsonFields.of("audit", JsonParser.parse(line)).text("previous"));
  }
}

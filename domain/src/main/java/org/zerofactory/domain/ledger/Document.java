package org.zerofactory.domain.ledger;

import java.time.Instant;
import java.util.Map;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;

/**
 * A document that is kept, without its bytes.
 *
 * @param hash SHA-256 of its bytes; what entries name it by
 * @param size bytes
 * @param storedBy who sent it first
 */
public record Document(Hash hash, DocumentType type, long size, Person storedBy, Instant storedAt) {

  /** Most bytes of a document: a scanned bill of many pages. */
  public static final int LIMIT = 10 << 20;

  /** As answers and the audit trail show it. */
  public Json json() {
    return new Json.Obj(
        Map.of(
            "sha256", Json.of(hash.hex()),
            "mediaType", Json.of(type.mediaType()),
            "bytes", Json.of(size),
            "storedBy", Json.of(storedBy.name()),
            "storedAt", Json.of(storedAt.toEpochMilli())));
  }
}

package org.zerofactory.domain.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.zerofactory.domain.inventory.InventoryVersion;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;

/**
 * An inventory as it is kept.
 *
 * @param number counts the inventories of the owner from 1 on
 * @param version where it stands in its life
 * @param frozen what a reviewer saw; empty for a draft
 * @param restatedBy the published inventory that took its place
 */
public record StoredInventory(
    InventoryOwner owner,
    long number,
    InventorySettings settings,
    InventoryVersion version,
    Instant createdAt,
    Optional<Instant> publishedAt,
    Optional<Frozen> frozen,
    Optional<String> restatedBy) {

  private static final String PREFIX = "I-";

  /**
   * Bytes that do not change any more.
   *
   * @param content canonical JSON
   * @param hash SHA-256 of its bytes
   */
  public record Frozen(String content, Hash hash) {}

  public static String id(long number) {
    return PREFIX + number;
  }

  /** The number of an id such as {@code I-3}; empty if it is none. */
  public static OptionalLong number(String id) {
    return id.matches(PREFIX + "[1-9][0-9]{0,11}")
        ? OptionalLong.of(Long.parseLong(id.substring(PREFIX.length())))
        : OptionalLong.empty();
  }

  /** The same at another point of its life. */
  public StoredInventory with(
      InventoryVersion next, Optional<Frozen> bytes, Optional<Instant> published) {
    return new StoredInventory(
        owner, number, settings, next, createdAt, published, bytes, restatedBy);
  }

  /** All but the content, as answers and the audit trail show it; times are epoch milliseconds. */
  public Json json() {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("id", Json.of(version.id()));
    fields.put(owner.kind().word(), Json.of(owner.id()));
    fields.put("from", Json.of(settings.period().from().toString()));
    fields.put("to", Json.of(settings.period().to().toString()));
    fields.put("method", Json.of(settings.method().word()));
    fields.put("gwp", Json.of(settings.gwp()));
    fields.put("consolidation", Json.of(InventorySettings.CONSOLIDATION));
    fields.put("status", Json.of(version.status().word()));
    fields.put("preparedBy", Json.of(version.preparedBy()));
    fields.put("createdAt", Json.of(createdAt.toEpochMilli()));
    fields.put("reviewedBy", text(version.reviewedBy()));
    fields.put("publishedAt", publishedAt.map(at -> Json.of(at.toEpochMilli())).orElse(Json.NULL));
    fields.put("restates", text(version.restates()));
    fields.put("restatedBy", text(restatedBy));
    fields.put("reason", text(version.reason()));
    fields.put("sha256", text(frozen.map(of -> of.hash().hex())));
    fields.put("inputSha256", text(version.input().map(Hash::hex)));
    return new Json.Obj(fields);
  }

  private static Json text(Optional<String> value) {
    return value.map(Json::of).orElse(Json.NULL);
  }
}

package org.zerofactory.domain.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.zerofactory.domain.inventory.ActivityEntry;
import org.zerofactory.domain.journal.Json;

/**
 * An entry as it is kept, with what became of it.
 *
 * @param number counts the entries of the site from 1 on
 * @param judgement what the second person said; empty until then
 * @param correctedBy number of the approved entry that replaced this one
 */
public record LedgerEntry(
    String site,
    long number,
    EntryDraft draft,
    Person enteredBy,
    Instant enteredAt,
    Optional<Judgement> judgement,
    OptionalLong correctedBy) {

  private static final String PREFIX = "E-";

  public String id() {
    return id(number);
  }

  public static String id(long number) {
    return PREFIX + number;
  }

  /** The number of an id such as {@code E-12}; empty if it is none. */
  public static OptionalLong number(String id) {
    return id.matches(PREFIX + "[1-9][0-9]{0,11}")
        ? OptionalLong.of(Long.parseLong(id.substring(PREFIX.length())))
        : OptionalLong.empty();
  }

  public EntryStatus status() {
    if (correctedBy.isPresent()) {
      return EntryStatus.CORRECTED;
    }
    return judgement
        .map(of -> of.isApproval() ? EntryStatus.APPROVED : EntryStatus.REJECTED)
        .orElse(EntryStatus.ENTERED);
  }

  /** The activity as the accounting takes it. */
  public ActivityEntry activity() {
    return new ActivityEntry(
        id(),
        site,
        draft.category(),
        draft.subject(),
        draft.description(),
        draft.from(),
        draft.to(),
        draft.amount(),
        draft.factorSeries(),
        draft.document(),
        enteredBy.name(),
        judgement.filter(Judgement::isApproval).map(of -> of.person().name()));
  }

  /** As answers and the audit trail show it; times are epoch milliseconds. */
  public Json json() {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("id", Json.of(id()));
    fields.put("site", Json.of(site));
    fields.put("category", Json.of(draft.category().word()));
    fields.put("scope", Json.of(draft.category().scope()));
    fields.put("subject", Json.of(draft.subject()));
    fields.put("description", Json.of(draft.description()));
    fields.put("from", Json.of(draft.from().toString()));
    fields.put("to", Json.of(draft.to().toString()));
    fields.put("amount", Json.of(draft.amount().in(draft.unit()).toPlainString()));
    fields.put("unit", Json.of(draft.unit().word()));
    fields.put("factorSeries", Json.of(draft.factorSeries()));
    fields.put("document", text(draft.document()));
    fields.put("corrects", text(draft.corrects().map(of -> id(of.entry()))));
    fields.put("reason", text(draft.corrects().map(Correction::reason)));
    fields.put("enteredBy", Json.of(enteredBy.name()));
    fields.put("enteredAt", Json.of(enteredAt.toEpochMilli()));
    fields.put("status", Json.of(status().word()));
    fields.put("judgedBy", text(judgement.map(of -> of.person().name())));
    fields.put("judgedAt", judgement.map(of -> Json.of(of.at().toEpochMilli())).orElse(Json.NULL));
    fields.put("rejection", text(judgement.flatMap(Judgement::reason)));
    fields.put(
        "correctedBy", correctedBy.isPresent() ? Json.of(id(correctedBy.getAsLong())) : Json.NULL);
    return new Json.Obj(fields);
  }

  private static Json text(Optional<String> value) {
    return value.map(Json::of).orElse(Json.NULL);
  }
}

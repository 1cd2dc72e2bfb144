package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.certification.CertificationFacts;
import org.zerofactory.domain.certification.Claim;
import org.zerofactory.domain.certification.Evidence;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.Scheme;
import org.zerofactory.domain.offset.CountedOffsets;
import org.zerofactory.domain.offset.OffsetCredit;
import org.zerofactory.domain.offset.OffsetEntry;
import org.zerofactory.domain.offset.OffsetStatement;
import org.zerofactory.domain.quantity.Carbon;

/** Schemes, the register of credits, evidence and claims as JSON. */
public final class CertificationReport {

  private CertificationReport() {}

  public static ObjectNode schemes(List<Scheme> schemes) {
    ObjectNode json = Figures.object();
    ArrayNode list = json.putArray("schemes");
    for (Scheme scheme : schemes) {
      ObjectNode one = list.addObject().put("id", scheme.id());
      one.set("title", Measures.wording(scheme.title()));
      one.put("issuer", scheme.issuer()).put("edition", scheme.edition());
      one.set("note", Measures.wording(scheme.note()));
      one.put("source", scheme.source())
          .put("verification", scheme.verification().word())
          .put("criteria", scheme.criteria().size());
    }
    return json;
  }

  /** The register beside the gross figures, which it never touches. */
  public static ObjectNode offsets(
      String site, int year, CountedOffsets offsets, CertificationFacts facts) {
    ObjectNode json = Figures.object().put("site", site).put("year", year);
    json.put("registeredKg", offsets.registered())
        .put("countedKg", offsets.counted())
        .put("removalKg", offsets.removal());
    json.set("locationBased", statement(facts.whole(Fact.GROSS_LOCATION_UG), offsets));
    json.set("marketBased", statement(facts.whole(Fact.GROSS_MARKET_UG), offsets));
    ArrayNode entries = json.putArray("entries");
    for (CountedOffsets.Line line : offsets.lines()) {
      ObjectNode one = entry(line.entry());
      line.refusal()
          .ifPresentOrElse(
              why -> one.put("notCounted", why.word()), () -> one.putNull("notCounted"));
      entries.add(one);
    }
    return json;
  }

  private static ObjectNode statement(Optional<Long> gross, CountedOffsets offsets) {
    ObjectNode json = Figures.object();
    Optional<OffsetStatement> statement =
        gross.map(micrograms -> OffsetStatement.of(new Carbon(micrograms), offsets));
    Figures.put(json, "grossKg", statement.map(OffsetStatement::gross));
    Figures.put(json, "uncoveredKg", statement.map(OffsetStatement::uncovered));
    Figures.put(json, "surplusKg", statement.map(OffsetStatement::surplus));
    statement.ifPresentOrElse(
        of -> json.put("tonnesNeeded", of.tonnesNeeded()), () -> json.putNull("tonnesNeeded"));
    return json;
  }

  /** One entry of the register. */
  public static ObjectNode entry(OffsetEntry entry) {
    OffsetCredit credit = entry.credit();
    ObjectNode json =
        Figures.object()
            .put("id", entry.id())
            .put("year", credit.year())
            .put("registry", credit.serials().registry())
            .put("block", credit.serials().block())
            .put("firstSerial", String.valueOf(credit.serials().first()))
            .put("lastSerial", String.valueOf(credit.serials().last()))
            .put("project", credit.project())
            .put("methodology", credit.methodology())
            .put("kind", credit.kind().word())
            .put("vintage", credit.vintage())
            .put("kilograms", credit.kilograms());
    entry
        .retirement()
        .ifPresentOrElse(
            done ->
                json.putObject("retirement")
                    .put("day", done.day().toString())
                    .put("beneficiary", done.beneficiary())
                    .put("document", done.document()),
            () -> json.putNull("retirement"));
    entry
        .withdrawn()
        .ifPresentOrElse(why -> json.put("withdrawn", why), () -> json.putNull("withdrawn"));
    return json;
  }

  public static ObjectNode evidence(List<Evidence> items, LocalDate today) {
    ObjectNode json = Figures.object();
    ArrayNode list = json.putArray("evidence");
    items.forEach(item -> list.add(item(item, today)));
    return json;
  }

  /** One attached document, flagged where it ends soon. */
  public static ObjectNode item(Evidence item, LocalDate today) {
    String state = !item.isValid(today) ? "expired" : item.isExpiring(today) ? "expiring" : "valid";
    ObjectNode json =
        Figures.object()
            .put("id", item.id())
            .put("year", item.year())
            .put("scheme", item.scheme())
            .put("criterion", item.criterion())
            .put("kind", item.kind())
            .put("document", item.document())
            .put("state", state);
    item.validUntil()
        .ifPresentOrElse(
            day -> json.put("validUntil", day.toString()), () -> json.putNull("validUntil"));
    item.statement()
        .ifPresentOrElse(
            said -> json.put("fact", said.fact().word()).put("value", String.valueOf(said.value())),
            () -> json.putNull("fact").putNull("value"));
    return json;
  }

  public static ObjectNode claims(List<Claim> claims) {
    ObjectNode json = Figures.object();
    ArrayNode list = json.putArray("claims");
    claims.forEach(claim -> list.add(claim(claim)));
    return json;
  }

  public static ObjectNode claim(Claim claim) {
    ObjectNode json = Figures.object().put("year", claim.year()).put("scheme", claim.scheme());
    ArrayNode scopes = json.putArray("scopes");
    claim.scopes().forEach(scopes::add);
    return json.put("method", claim.method())
        .put("offsets", claim.offsets())
        .put("en", claim.english())
        .put("zh", claim.chinese())
        .put("day", claim.day().toString());
  }
}

package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.account.InstrumentCoverage;
import org.zerofactory.domain.instrument.Allocation;
import org.zerofactory.domain.instrument.Criterion;
import org.zerofactory.domain.instrument.GranularDetail;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.RegisterEntry;
import org.zerofactory.domain.instrument.RegisterEvent;
import org.zerofactory.domain.instrument.SerialRange;
import org.zerofactory.domain.instrument.SiteClaims;

/** The register of instruments as JSON. */
public final class InstrumentReport {

  private InstrumentReport() {}

  /**
   * @param next id after which the next page begins; empty if there is none
   */
  public static ObjectNode page(List<RegisterEntry> entries, Optional<String> next) {
    ObjectNode json = Figures.object();
    ArrayNode all = json.putArray("instruments");
    entries.forEach(entry -> all.add(of(entry)));
    json.put("next", next.orElse(null));
    return json;
  }

  public static ObjectNode of(RegisterEntry entry) {
    Instrument instrument = entry.instrument();
    Instrument.Terms terms = instrument.terms();
    ObjectNode json =
        Figures.object()
            .put("id", instrument.id())
            .put("kind", instrument.kind().word())
            .put("level", instrument.kind().level().rank())
            .put("registry", instrument.registry())
            .put("serialFirst", instrument.serials().map(SerialRange::firstText).orElse(null))
            .put("serialLast", instrument.serials().map(SerialRange::lastText).orElse(null));
    device(json, instrument.device());
    json.put("productionFrom", instrument.production().start().toEpochMilli())
        .put("productionTo", instrument.production().end().toEpochMilli())
        .put("issued", instrument.issued().toString())
        .put("energyWh", instrument.energy().wattHours())
        .put("allocatedWh", entry.allocated().wattHours())
        .put("retiredWh", entry.retired().wattHours())
        .put("kgPerKwh", kilogramsPerKilowattHour(instrument.microgramsPerWattHour()))
        .put("attributeOwner", terms.attributeOwner())
        .put("tradable", terms.tradable())
        .put("legacy", terms.legacy())
        .put("deliveredBasis", terms.deliveredBasis())
        .put("contract", terms.contract().orElse(null))
        .put("generationWh", terms.generation().map(of -> of.wattHours()).orElse(null))
        .put("document", terms.document())
        .put("enteredBy", entry.enteredBy());
    json.set("granular", instrument.granular().map(InstrumentReport::granular).orElse(null));
    ArrayNode parts = json.putArray("allocations");
    entry.allocations().forEach(part -> parts.add(of(part)));
    return json;
  }

  private static void device(ObjectNode json, Instrument.Device device) {
    json.put("device", device.id())
        .put("technology", device.technology())
        .put("commissioned", device.commissioned().toString())
        .put("country", device.market().country())
        .put("province", device.market().province().orElse(null))
        .put("gridRegion", device.market().gridRegion().orElse(null));
  }

  private static ObjectNode granular(GranularDetail detail) {
    return Figures.object()
        .put("carrier", detail.carrier())
        .put("energySource", detail.energySource())
        .put("deviceName", detail.deviceName())
        .put("capacityW", detail.capacityWatts())
        .put("location", detail.location())
        .put("issuer", detail.issuer())
        .put("issuedFrom", detail.issuedFrom().word())
        .put("disclosure", detail.disclosure())
        .put("configuration", detail.configuration());
  }

  public static ObjectNode of(Allocation part) {
    ObjectNode json =
        Figures.object()
            .put("id", part.id())
            .put("instrument", part.instrument())
            .put("site", part.site())
            .put("month", part.month().toString())
            .put("energyWh", part.energy().wattHours())
            .put("serialFirst", part.serials().map(SerialRange::firstText).orElse(null))
            .put("serialLast", part.serials().map(SerialRange::lastText).orElse(null));
    json.set(
        "retirement",
        part.retirement()
            .map(
                by ->
                    Figures.object()
                        .put("date", by.date().toString())
                        .put("beneficiary", by.beneficiary())
                        .put("reference", by.reference()))
            .orElse(null));
    return json;
  }

  public static ObjectNode events(List<RegisterEvent> events) {
    ObjectNode json = Figures.object();
    ArrayNode all = json.putArray("events");
    for (RegisterEvent event : events) {
      all.addObject()
          .put("at", event.at().toEpochMilli())
          .put("person", event.person())
          .put("event", event.event())
          .put("detail", event.detail());
    }
    return json;
  }

  /** What each instrument covered of a year, and how it stands to the criteria. */
  static ArrayNode coverage(List<InstrumentCoverage> coverage) {
    ArrayNode json = Figures.array();
    for (InstrumentCoverage each : coverage) {
      ObjectNode one =
          json.addObject()
              .put("id", each.id())
              .put("volumeWh", each.volume().wattHours())
              .put("coveredWh", each.covered().wattHours())
              .put("surplusWh", each.surplus().wattHours());
      ArrayNode claims = one.putArray("claims");
      for (SiteClaims.Claim claim : each.claims()) {
        ObjectNode of =
            claims
                .addObject()
                .put("allocation", claim.allocation().id())
                .put("month", claim.allocation().month().toString())
                .put("energyWh", claim.allocation().energy().wattHours())
                .put("level", claim.instrument().kind().level().rank())
                .put("counted", claim.isEligible());
        ArrayNode criteria = of.putArray("criteria");
        for (Criterion.Result result : claim.criteria()) {
          criteria
              .addObject()
              .put("number", result.criterion().number())
              .put("criterion", result.criterion().text())
              .put("outcome", result.outcome().word())
              .put("reason", result.reason());
        }
      }
    }
    return json;
  }

  private static @org.jspecify.annotations.Nullable String kilogramsPerKilowattHour(
      OptionalLong micrograms) {
    if (micrograms.isEmpty()) {
      return null;
    }
    BigDecimal value = BigDecimal.valueOf(micrograms.getAsLong(), 6).stripTrailingZeros();
    return value.signum() == 0 ? "0" : value.toPlainString();
  }
}

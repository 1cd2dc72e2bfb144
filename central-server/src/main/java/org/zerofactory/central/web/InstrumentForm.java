package org.zerofactory.central.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zerofactory.domain.instrument.GranularDetail;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.InstrumentKind;
import org.zerofactory.domain.instrument.Market;
import org.zerofactory.domain.instrument.SerialRange;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;

/** An instrument from the fields of a JSON body or a CSV row (docs/formats.md, section 11). */
final class InstrumentForm {

  /** All fields, as they are named in both. */
  static final List<String> FIELDS =
      List.of(
          "id",
          "kind",
          "registry",
          "serialFirst",
          "serialLast",
          "device",
          "technology",
          "commissioned",
          "country",
          "province",
          "gridRegion",
          "productionFrom",
          "productionTo",
          "issued",
          "energyWh",
          "kgPerKwh",
          "attributeOwner",
          "tradable",
          "legacy",
          "deliveredBasis",
          "contract",
          "generationWh",
          "document",
          "carrier",
          "energySource",
          "deviceName",
          "capacityW",
          "location",
          "issuer",
          "issuedFrom",
          "disclosure",
          "configuration");

  private static final List<String> GRANULAR = FIELDS.subList(23, FIELDS.size());

  private final Form form;

  private InstrumentForm(Form form) {
    this.form = form;
  }

  /** The instrument; empty, with faults noted in the form, if a field is wrong. */
  static Optional<Instrument> read(Form form) {
    form.knowOnly(FIELDS);
    Instrument instrument = new InstrumentForm(form).instrument();
    return form.faults().isEmpty() ? Optional.of(instrument) : Optional.empty();
  }

  private Instrument instrument() {
    String kinds = "one of " + String.join(", ", InstrumentKind.words());
    InstrumentKind kind =
        form.read(
            "kind",
            kinds,
            InstrumentKind.PPA,
            word ->
                InstrumentKind.ofWord(word).orElseThrow(() -> new IllegalArgumentException(word)));
    String registry = form.text("registry");
    boolean isGranular = GRANULAR.stream().anyMatch(form::has);
    Energy energy =
        isGranular
            ? Instrument.faceValue(form.decimal("energyWh"))
            : new Energy(form.whole("energyWh", 1));
    if (energy.wattHours() == 0) {
      form.fault("energyWh", "expected 1 Wh or more, found less");
    }
    return new Instrument(
        form.id("id"),
        kind,
        registry,
        serials(registry),
        device(),
        production(),
        form.date("issued"),
        energy.wattHours() == 0 ? new Energy(1) : energy,
        form.millionths("kgPerKwh"),
        terms(),
        isGranular ? Optional.of(granular()) : Optional.empty());
  }

  private Optional<SerialRange> serials(String registry) {
    if (!form.has("serialFirst") && !form.has("serialLast")) {
      return Optional.empty();
    }
    String first = form.text("serialFirst");
    String last = form.text("serialLast");
    try {
      return Optional.of(SerialRange.of(registry, first, last));
    } catch (IllegalArgumentException wrong) {
      form.fault("serialFirst", String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  private Instrument.Device device() {
    Market market =
        new Market(
            form.match("country", "[A-Z]{2}", "a country code such as CN"),
            form.optional(
                "province",
                name -> form.match(name, "[A-Z]{2}-[A-Z0-9]{1,3}", "a code such as CN-HB")),
            form.optional("gridRegion", form::text));
    return new Instrument.Device(
        form.id("device"),
        form.match("technology", "[a-z][a-z-]{1,39}", "a word such as wind, solar, hydro"),
        form.date("commissioned"),
        market);
  }

  private Interval production() {
    Instant from = form.instant("productionFrom");
    Instant to = form.instant("productionTo");
    boolean isRead = form.faults().stream().noneMatch(f -> f.field().startsWith("production"));
    if (isRead && !to.isAfter(from)) {
      form.fault("productionTo", "a time after productionFrom", to.toString());
    }
    return new Interval(from, to.isAfter(from) ? to : from.plusSeconds(1));
  }

  private Instrument.Terms terms() {
    return new Instrument.Terms(
        form.text("attributeOwner"),
        form.flag("tradable", true),
        form.flag("legacy", false),
        form.flag("deliveredBasis", false),
        form.optional("contract", form::id),
        form.optional("generationWh", name -> new Energy(form.whole(name, 0))),
        form.text("document"));
  }

  private GranularDetail granular() {
    return new GranularDetail(
        form.text("carrier"),
        form.text("energySource"),
        form.text("deviceName"),
        form.whole("capacityW", 0),
        form.text("location"),
        form.text("issuer"),
        form.read(
            "issuedFrom",
            "production or storage",
            GranularDetail.IssuedFrom.PRODUCTION,
            word -> GranularDetail.IssuedFrom.valueOf(word.toUpperCase(Locale.ROOT))),
        form.flag("disclosure", false),
        form.read(
            "configuration",
            "1, 2 or 3",
            1,
            text -> text.matches("[123]") ? text.charAt(0) - '0' : wrong(text)));
  }

  private static int wrong(String text) {
    throw new IllegalArgumentException(text);
  }
}

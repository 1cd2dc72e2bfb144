package org.zerofactory.domain.instrument;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with an instrument by itself. */
final class InstrumentChecks {

  private InstrumentChecks() {}

  static List<RegisterFault> of(Instrument instrument) {
    List<RegisterFault> faults = new ArrayList<>();
    serials(instrument).ifPresent(faults::add);
    size(instrument).ifPresent(faults::add);
    granular(instrument).ifPresent(faults::add);
    dates(instrument, faults);
    boolean isTradable = instrument.terms().tradable();
    if (!isTradable && instrument.kind() != InstrumentKind.GEC) {
      faults.add(
          new RegisterFault(
              "wrong-kind",
              "tradable",
              "expected true for a " + instrument.kind().word() + ", found false"));
    }
    instrument
        .terms()
        .generation()
        .filter(generation -> generation.compareTo(instrument.energy()) < 0)
        .ifPresent(
            generation ->
                faults.add(
                    new RegisterFault(
                        "beyond-generation",
                        "energyWh",
                        "expected at most the device's generation of "
                            + generation.wattHours()
                            + " Wh, found "
                            + instrument.energy().wattHours())));
    return faults;
  }

  private static Optional<RegisterFault> serials(Instrument instrument) {
    boolean has = instrument.serials().isPresent();
    if (has == instrument.kind().hasCertificates()) {
      return Optional.empty();
    }
    String expected = has ? "no serials for a " : "first and last serial for a ";
    String found = instrument.serials().map(SerialRange::toString).orElse("none");
    return Optional.of(
        new RegisterFault(
            "serials",
            "serialFirst",
            "expected " + expected + instrument.kind().word() + ", found " + found));
  }

  private static Optional<RegisterFault> size(Instrument instrument) {
    if (instrument.serials().isEmpty()) {
      return Optional.empty();
    }
    long count = instrument.serials().get().count();
    long energy = instrument.energy().wattHours();
    boolean isGec = instrument.kind() == InstrumentKind.GEC;
    boolean isRight =
        energy % count == 0 && (!isGec || energy / count == CertificateIssue.GEC.wattHours());
    if (isRight) {
      return Optional.empty();
    }
    String expected =
        isGec ? "1000000 Wh for each of " : "the same whole number of Wh for each of ";
    return Optional.of(
        new RegisterFault(
            "size",
            "energyWh",
            "expected " + expected + count + " certificates, found " + energy + " Wh"));
  }

  private static Optional<RegisterFault> granular(Instrument instrument) {
    long seconds = instrument.production().length().toSeconds();
    if (instrument.granular().isEmpty() || seconds <= GranularDetail.LONGEST_SECONDS) {
      return Optional.empty();
    }
    return Optional.of(
        new RegisterFault(
            "interval",
            "productionTo",
            "expected at most 3600 s of production for a granular certificate, found "
                + seconds
                + " s"));
  }

  private static void dates(Instrument instrument, List<RegisterFault> faults) {
    var produced = instrument.production().start().atOffset(ZoneOffset.UTC).toLocalDate();
    // a day of slack: the dates are local, the interval is not
    if (instrument.device().commissioned().isAfter(produced.plusDays(1))) {
      faults.add(
          new RegisterFault(
              "wrong-date",
              "commissioned",
              "expected a date before the production of "
                  + produced
                  + ", found "
                  + instrument.device().commissioned()));
    }
    if (instrument.kind().hasCertificates() && instrument.issued().plusDays(1).isBefore(produced)) {
      faults.add(
          new RegisterFault(
              "wrong-date",
              "issued",
              "expected a date after the production of "
                  + produced
                  + ", found "
                  + instrument.issued()));
    }
  }
}

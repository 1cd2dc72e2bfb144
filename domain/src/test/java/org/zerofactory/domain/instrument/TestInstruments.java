package org.zerofactory.domain.instrument;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;

/** Instruments and reporters for tests. */
final class TestInstruments {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final YearMonth MARCH = YearMonth.of(2025, 3);
  static final Market HUBEI = new Market("CN", Optional.of("CN-HB"), Optional.of("central"));
  static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

  private TestInstruments() {}

  static Interval month(YearMonth month) {
    return new Interval(
        month.atDay(1).atStartOfDay(ZONE).toInstant(),
        month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant());
  }

  /** Certificates of a wind farm in March 2025, as many as the serials. */
  static Instrument gec(String id, String first, String last) {
    SerialRange serials = SerialRange.of("gec", first, last);
    return new Instrument(
        id,
        InstrumentKind.GEC,
        "gec",
        Optional.of(serials),
        device("wind-7", HUBEI),
        month(MARCH),
        LocalDate.of(2025, 4, 20),
        new Energy(serials.count() * 1_000_000),
        OptionalLong.of(0),
        terms("plant"),
        Optional.empty());
  }

  static Instrument contract(String id, InstrumentKind kind, String owner) {
    return new Instrument(
        id,
        kind,
        "Wind Company",
        Optional.empty(),
        device("wind-7", HUBEI),
        month(MARCH),
        LocalDate.of(2024, 12, 1),
        new Energy(5_000_000),
        OptionalLong.of(0),
        terms(owner),
        Optional.empty());
  }

  static Instrument with(Instrument of, Instrument.Terms terms) {
    return changed(of, of.device(), terms, of.granular());
  }

  static Instrument with(Instrument of, Energy energy, OptionalLong rate, Interval production) {
    return new Instrument(
        of.id(),
        of.kind(),
        of.registry(),
        of.serials(),
        of.device(),
        production,
        of.issued(),
        energy,
        rate,
        of.terms(),
        of.granular());
  }

  static Instrument from(Instrument of, Instrument.Device device) {
    return changed(of, device, of.terms(), of.granular());
  }

  static Instrument with(Instrument of, GranularDetail granular) {
    return changed(of, of.device(), of.terms(), Optional.of(granular));
  }

  private static Instrument changed(
      Instrument of,
      Instrument.Device device,
      Instrument.Terms terms,
      Optional<GranularDetail> granular) {
    return new Instrument(
        of.id(),
        of.kind(),
        of.registry(),
        of.serials(),
        device,
        of.production(),
        of.issued(),
        of.energy(),
        of.microgramsPerWattHour(),
        terms,
        granular);
  }

  static Instrument.Device device(String id, Market market) {
    return new Instrument.Device(id, "wind", LocalDate.of(2019, 5, 1), market);
  }

  static Instrument.Terms terms(String owner) {
    return new Instrument.Terms(
        owner, true, false, false, Optional.empty(), Optional.empty(), "statement 1");
  }

  static Instrument.Terms generating(long wattHours) {
    return new Instrument.Terms(
        "plant",
        true,
        false,
        false,
        Optional.empty(),
        Optional.of(new Energy(wattHours)),
        "statement 1");
  }

  static Allocation allocation(Instrument instrument, long wattHours, YearMonth month) {
    Energy part = new Energy(wattHours);
    return new Allocation(
        7,
        instrument.id(),
        "plant",
        month,
        part,
        instrument.serialsOf(Energy.ZERO, part),
        Optional.empty());
  }

  static Allocation.Retirement retirement(String beneficiary) {
    return new Allocation.Retirement(LocalDate.of(2025, 5, 5), beneficiary, "R-1");
  }

  static QualityCriteria.Reporter reporter(MatchingRule rule) {
    return new QualityCriteria.Reporter(
        Set.of("plant", "Plant Ltd."),
        HUBEI,
        ZONE,
        rule,
        Optional.of(ResidualMix.of(OptionalLong.of(585_600), 436_400)));
  }

  /** A register that holds these. */
  static RegisterRules.Held holding(Instrument... held) {
    List<Instrument> all = List.of(held);
    return new RegisterRules.Held(
        id -> all.stream().filter(one -> one.id().equals(id)).findFirst(),
        serials ->
            all.stream()
                .filter(one -> one.serials().filter(serials::overlaps).isPresent())
                .toList(),
        (device, production) ->
            all.stream()
                .filter(one -> one.device().id().equals(device))
                .filter(one -> one.production().overlaps(production))
                .toList(),
        (device, production) -> OptionalLong.empty());
  }

  static Interval hour(String start) {
    Instant from = Instant.parse(start);
    return new Interval(from, from.plusSeconds(3600));
  }
}

package org.zerofactory.domain.instrument;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what a site wants to claim against the eight criteria; what fails is not counted. */
public final class QualityCriteria {

  private QualityCriteria() {}

  /**
   * Who claims, and by which rule.
   *
   * @param names of the site and of those who report for it; a retirement names one of them
   * @param zone in which the site's months are cut
   * @param residual what covers the rest; empty if no factor at all is known
   */
  public record Reporter(
      Set<String> names,
      Market market,
      ZoneId zone,
      MatchingRule rule,
      Optional<ResidualMix> residual) {

    public Reporter {
      names = Set.copyOf(names);
    }
  }

  /**
   * One result a criterion, in their order.
   *
   * @param rivals other instruments of the same device and overlapping production
   */
  public static List<Criterion.Result> of(
      Instrument instrument, Allocation allocation, Reporter reporter, List<Instrument> rivals) {
    return List.of(
        conveysRate(instrument),
        soleClaim(instrument, reporter, rivals),
        retired(instrument, allocation, reporter),
        vintage(instrument, allocation, reporter),
        market(instrument, reporter),
        supplierBasis(instrument),
        notSoldOn(instrument, reporter),
        residual(reporter));
  }

  private static Criterion.Result conveysRate(Instrument instrument) {
    return instrument.microgramsPerWattHour().isPresent()
        ? Criterion.CONVEYS_RATE.met(
            instrument.microgramsPerWattHour().getAsLong() + " ug/Wh stated")
        : Criterion.CONVEYS_RATE.notMet("no emission rate is stated");
  }

  /** Where certificates exist for the energy, they alone can be claimed. */
  private static Criterion.Result soleClaim(
      Instrument instrument, Reporter reporter, List<Instrument> rivals) {
    boolean hasCertificates = instrument.kind().hasCertificates();
    if (hasCertificates && !isOwner(instrument, reporter)) {
      return Criterion.SOLE_CLAIM.notMet(
          "the attributes belong to " + instrument.terms().attributeOwner());
    }
    Optional<Instrument> certificate =
        rivals.stream()
            .filter(other -> !other.id().equals(instrument.id()))
            .filter(other -> other.kind().hasCertificates())
            .findFirst();
    if (!hasCertificates && instrument.kind() == InstrumentKind.PPA && certificate.isPresent()) {
      return Criterion.SOLE_CLAIM.notMet(
          "certificates exist for the same device and time: " + certificate.get().id());
    }
    return Criterion.SOLE_CLAIM.met(
        hasCertificates
            ? "its serials are held once in the register"
            : "no certificates of the same device and time are known");
  }

  private static Criterion.Result retired(
      Instrument instrument, Allocation allocation, Reporter reporter) {
    if (!instrument.kind().hasCertificates()) {
      return Criterion.RETIRED.notApplicable("a contract without certificates");
    }
    Optional<Allocation.Retirement> retirement = allocation.retirement();
    if (retirement.isEmpty()) {
      return Criterion.RETIRED.notMet("not retired");
    }
    String beneficiary = retirement.get().beneficiary();
    return reporter.names().contains(beneficiary)
        ? Criterion.RETIRED.met("retired on " + retirement.get().date() + " for " + beneficiary)
        : Criterion.RETIRED.notMet(
            "retired for " + beneficiary + ", who is none of " + sorted(reporter.names()));
  }

  private static Criterion.Result vintage(
      Instrument instrument, Allocation allocation, Reporter reporter) {
    YearMonth month = allocation.month();
    Instant yearEnd = start(YearMonth.of(month.getYear() + 1, 1), reporter.zone());
    int months = reporter.rule().vintageMonths();
    Instant earliest = start(month.minusMonths(months), reporter.zone());
    if (!instrument.production().start().isBefore(yearEnd)) {
      return Criterion.VINTAGE.notMet(
          "generated after the year of the consumption: " + instrument.production().start());
    }
    if (!instrument.production().end().isAfter(earliest)) {
      return Criterion.VINTAGE.notMet(
          "generated more than "
              + months
              + " months before "
              + month
              + ": until "
              + instrument.production().end());
    }
    return Criterion.VINTAGE.met(
        "generated from " + instrument.production().start() + " for " + month);
  }

  private static Criterion.Result market(Instrument instrument, Reporter reporter) {
    Market.Boundary boundary = reporter.rule().boundary();
    Optional<String> own = reporter.market().name(boundary);
    Optional<String> theirs = instrument.device().market().name(boundary);
    if (own.isEmpty() || theirs.isEmpty()) {
      return Criterion.MARKET.notMet(
          "the "
              + boundary.word()
              + " of the "
              + (own.isEmpty() ? "site" : "device")
              + " is not stated");
    }
    return own.equals(theirs)
        ? Criterion.MARKET.met("both in " + own.get())
        : Criterion.MARKET.notMet("generated in " + theirs.get() + ", consumed in " + own.get());
  }

  private static Criterion.Result supplierBasis(Instrument instrument) {
    if (instrument.kind() != InstrumentKind.SUPPLIER_FACTOR) {
      return Criterion.SUPPLIER_BASIS.notApplicable("no supplier's factor");
    }
    return instrument.terms().deliveredBasis()
        ? Criterion.SUPPLIER_BASIS.met("rests on delivered power with certificates retired")
        : Criterion.SUPPLIER_BASIS.notMet("not stated that it rests on delivered power");
  }

  private static Criterion.Result notSoldOn(Instrument instrument, Reporter reporter) {
    if (instrument.kind() != InstrumentKind.PPA) {
      return Criterion.NOT_SOLD_ON.notApplicable("no direct or own power");
    }
    return isOwner(instrument, reporter)
        ? Criterion.NOT_SOLD_ON.met("the attributes belong to the one who reports")
        : Criterion.NOT_SOLD_ON.notMet(
            "the attributes belong to " + instrument.terms().attributeOwner());
  }

  private static Criterion.Result residual(Reporter reporter) {
    if (reporter.residual().isEmpty()) {
      return Criterion.RESIDUAL.notMet("neither a residual mix nor a grid average is known");
    }
    ResidualMix mix = reporter.residual().get();
    return Criterion.RESIDUAL.met(mix.disclosure().orElse("a residual mix is used"));
  }

  private static boolean isOwner(Instrument instrument, Reporter reporter) {
    return reporter.names().contains(instrument.terms().attributeOwner());
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static Instant start(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }
}

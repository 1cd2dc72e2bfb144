package org.zerofactory.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zerofactory.domain.instrument.TestInstruments.HUBEI;
import static org.zerofactory.domain.instrument.TestInstruments.MARCH;
import static org.zerofactory.domain.instrument.TestInstruments.allocation;
import static org.zerofactory.domain.instrument.TestInstruments.contract;
import static org.zerofactory.domain.instrument.TestInstruments.device;
import static org.zerofactory.domain.instrument.TestInstruments.from;
import static org.zerofactory.domain.instrument.TestInstruments.gec;
import static org.zerofactory.domain.instrument.TestInstruments.reporter;
import static org.zerofactory.domain.instrument.TestInstruments.retirement;
import static org.zerofactory.domain.instrument.TestInstruments.terms;
import static org.zerofactory.domain.instrument.TestInstruments.with;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.quantity.Energy;

class QualityCriteriaTest {

  private static final Instrument GEC = gec("a", "GEC001", "GEC010");

  @Test
  void whatMeetsAllCriteriaCounts() {
    SiteClaims.Claim claim = claim(GEC, "Plant Ltd.", MARCH);

    assertThat(claim.isEligible()).isTrue();
    assertThat(claim.criteria()).hasSize(8);
    assertThat(claim.criteria().get(5).outcome()).isEqualTo(Criterion.Outcome.NOT_APPLICABLE);
  }

  @Test
  void withoutARateItDoesNotCount() {
    Instrument without = with(GEC, GEC.energy(), OptionalLong.empty(), GEC.production());

    assertOnlyFails(claim(without, "plant", MARCH), Criterion.CONVEYS_RATE, "no emission rate");
  }

  @Test
  void whoseAttributesBelongToAnotherDoesNotCount() {
    assertOnlyFails(
        claim(with(GEC, terms("Other Ltd.")), "plant", MARCH),
        Criterion.SOLE_CLAIM,
        "belong to Other Ltd.");
  }

  @Test
  void aContractDoesNotCountWhereCertificatesOfTheSamePowerExist() {
    Instrument ppa = contract("ppa", InstrumentKind.PPA, "plant");
    Allocation part = allocation(ppa, 5_000_000, MARCH);

    SiteClaims.Claim alone = judged(ppa, part, List.of());
    SiteClaims.Claim doubled = judged(ppa, part, List.of(ppa, GEC));

    assertThat(alone.isEligible()).isTrue();
    assertOnlyFails(doubled, Criterion.SOLE_CLAIM, "same device and time: a");
  }

  @Test
  void whatIsNotRetiredDoesNotCount() {
    SiteClaims.Claim claim = judged(GEC, allocation(GEC, 1_000_000, MARCH), List.of());

    assertOnlyFails(claim, Criterion.RETIRED, "not retired");
  }

  @Test
  void whatIsRetiredForAnotherDoesNotCount() {
    assertOnlyFails(
        claim(GEC, "Other Ltd.", MARCH), Criterion.RETIRED, "for Other Ltd., who is none of");
  }

  // generated in March 2025: 12 months before March 2026 still touch it, before April 2026 do not
  @ParameterizedTest
  @CsvSource({"2026-03,true", "2026-04,false", "2025-01,true", "2024-12,false"})
  void theVintageIsCloseToTheConsumption(YearMonth consumption, boolean counts) {
    SiteClaims.Claim claim = claim(GEC, "plant", consumption);

    assertThat(claim.isEligible()).isEqualTo(counts);
  }

  @Test
  void theMarketIsTheSame() {
    Market hunan = new Market("CN", Optional.of("CN-HN"), Optional.of("central"));
    Market germany = new Market("DE", Optional.empty(), Optional.empty());

    assertThat(claim(from(GEC, device("w", hunan)), "plant", MARCH).isEligible()).isTrue();
    assertOnlyFails(
        claim(from(GEC, device("w", germany)), "plant", MARCH),
        Criterion.MARKET,
        "generated in DE, consumed in CN");
  }

  @Test
  void aNarrowerMarketRefusesWhatAWiderTakes() {
    Market hunan = new Market("CN", Optional.of("CN-HN"), Optional.of("central"));
    Market unstated = new Market("CN", Optional.empty(), Optional.empty());
    MatchingRule province =
        new MatchingRule(
            MatchingRule.Match.MONTH,
            Market.Boundary.PROVINCE,
            MatchingRule.Unmatched.RESIDUAL,
            Optional.empty(),
            true,
            OptionalLong.empty(),
            12);

    assertThat(outcome(from(GEC, device("w", hunan)), province, Criterion.MARKET).reason())
        .isEqualTo("generated in CN-HN, consumed in CN-HB");
    assertThat(outcome(from(GEC, device("w", unstated)), province, Criterion.MARKET).reason())
        .contains("province of the device is not stated");
    assertThat(outcome(from(GEC, device("w", HUBEI)), province, Criterion.MARKET).outcome())
        .isEqualTo(Criterion.Outcome.MET);
  }

  @Test
  void aSuppliersFactorStatesItsBasis() {
    Instrument factor = contract("tariff", InstrumentKind.SUPPLIER_FACTOR, "plant");
    Instrument.Terms delivered =
        new Instrument.Terms(
            "plant", true, false, true, Optional.empty(), Optional.empty(), "statement");
    Allocation part = allocation(factor, 5_000_000, MARCH);

    assertOnlyFails(
        judged(factor, part, List.of()), Criterion.SUPPLIER_BASIS, "not stated that it rests");
    assertThat(judged(with(factor, delivered), part, List.of()).isEligible()).isTrue();
  }

  @Test
  void directPowerWhoseAttributesWereSoldDoesNotCount() {
    Instrument line = contract("line", InstrumentKind.PPA, "Trader Ltd.");

    assertOnlyFails(
        judged(line, allocation(line, 5_000_000, MARCH), List.of()),
        Criterion.NOT_SOLD_ON,
        "belong to Trader Ltd.");
  }

  @Test
  void aResidualOfZeroOrNoneIsReplacedAndDisclosed() {
    ResidualMix none = ResidualMix.of(OptionalLong.empty(), 536_600);
    ResidualMix zero = ResidualMix.of(OptionalLong.of(0), 200_000);
    ResidualMix real = ResidualMix.of(OptionalLong.of(609_600), 530_600);

    assertThat(none.microgramsPerWattHour()).isEqualTo(536_600);
    assertThat(none.level()).isEqualTo(HierarchyLevel.GRID_AVERAGE);
    assertThat(none.alert()).contains("residual-missing");
    assertThat(none.disclosure().orElseThrow()).contains("no residual mix");
    assertThat(zero.microgramsPerWattHour()).isEqualTo(200_000);
    assertThat(zero.alert()).contains("residual-zero");
    assertThat(real.microgramsPerWattHour()).isEqualTo(609_600);
    assertThat(real.alert()).isEmpty();
    assertThat(real.level().rank()).isEqualTo(4);
  }

  @Test
  void withoutAnyFactorForTheRestTheLastCriterionFails() {
    QualityCriteria.Reporter reporter =
        new QualityCriteria.Reporter(
            Set.of("plant"),
            HUBEI,
            TestInstruments.ZONE,
            MatchingRule.GUIDANCE_2015,
            Optional.empty());
    Allocation part = allocation(GEC, 1_000_000, MARCH).retired(retirement("plant"));

    SiteClaims.Claim claim =
        new SiteClaims.Claim(GEC, part, QualityCriteria.of(GEC, part, reporter, List.of()));

    assertOnlyFails(claim, Criterion.RESIDUAL, "neither a residual mix nor a grid average");
  }

  @Test
  void claimsOfAMonthStandInTheOrderOfTheHierarchy() {
    Instrument ppa = contract("ppa", InstrumentKind.PPA, "plant");
    Instrument factor = contract("tariff", InstrumentKind.SUPPLIER_FACTOR, "plant");
    SiteClaims claims =
        new SiteClaims(
            List.of(
                judged(factor, allocation(factor, 1, MARCH), List.of()),
                judged(ppa, allocation(ppa, 1, MARCH), List.of()),
                claim(GEC, "plant", MARCH),
                claim(GEC, "plant", MARCH.plusMonths(1))),
            Map.of());

    assertThat(claims.of(MARCH).stream().map(claim -> claim.instrument().id()).toList())
        .containsExactly("a", "ppa", "tariff");
  }

  // legacy until 2027: a contract marked so matches by the month in 2026, not in 2027
  @Test
  void aLegacyContractKeepsTheOldRuleForATime() {
    MatchingRule rule =
        new MatchingRule(
            MatchingRule.Match.HOUR,
            Market.Boundary.COUNTRY,
            MatchingRule.Unmatched.FOSSIL,
            Optional.of(LocalDate.of(2027, 1, 1)),
            true,
            OptionalLong.of(10_000_000_000L),
            12);
    Instrument.Terms old =
        new Instrument.Terms(
            "plant", true, true, false, Optional.empty(), Optional.empty(), "contract of 2024");

    assertThat(rule.isLegacy(with(GEC, old), YearMonth.of(2026, 12))).isTrue();
    assertThat(rule.isLegacy(with(GEC, old), YearMonth.of(2027, 1))).isFalse();
    assertThat(rule.isLegacy(GEC, YearMonth.of(2026, 12))).isFalse();
    assertThat(rule.intervalFor(new Energy(9_999_999_999L))).isEqualTo(MatchingRule.Match.MONTH);
    assertThat(rule.intervalFor(new Energy(10_000_000_000L))).isEqualTo(MatchingRule.Match.HOUR);
  }

  // exported 2 of 10, certificates of 5 sold: 3 of the self-used 8 lose their zero
  @ParameterizedTest
  @CsvSource({"8,2,5,3", "8,2,2,0", "8,2,0,0", "8,2,10,8", "8,0,8,8", "0,9,9,0"})
  void soldCertificatesOfOwnSunTakeTheZeroFromSelfUse(
      long selfUse, long export, long sold, long without) {
    assertThat(
            SoldAttributes.selfUseWithoutClaim(
                new Energy(selfUse), new Energy(export), new Energy(sold)))
        .isEqualTo(new Energy(without));
  }

  private static Criterion.Result outcome(
      Instrument instrument, MatchingRule rule, Criterion criterion) {
    Allocation part = allocation(instrument, 1_000_000, MARCH).retired(retirement("plant"));
    return QualityCriteria.of(instrument, part, reporter(rule), List.of()).get(criterion.ordinal());
  }

  private static SiteClaims.Claim claim(
      Instrument instrument, String beneficiary, YearMonth consumption) {
    return judged(
        instrument,
        allocation(instrument, 1_000_000, consumption).retired(retirement(beneficiary)),
        List.of());
  }

  private static SiteClaims.Claim judged(
      Instrument instrument, Allocation part, List<Instrument> rivals) {
    return new SiteClaims.Claim(
        instrument,
        part,
        QualityCriteria.of(instrument, part, reporter(MatchingRule.GUIDANCE_2015), rivals));
  }

  private static void assertOnlyFails(SiteClaims.Claim claim, Criterion criterion, String reason) {
    assertThat(claim.isEligible()).isFalse();
    assertThat(claim.criteria())
        .filteredOn(result -> result.outcome() == Criterion.Outcome.NOT_MET)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.criterion()).isEqualTo(criterion);
              assertThat(result.reason()).contains(reason);
            });
  }
}

package org.zerofactory.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.quantity.Carbon;

class OffsetsTest {

  private static final String STATEMENT = "ab".repeat(32);
  private static final Optional<Carbon> REDUCED = Optional.of(new Carbon(1));
  // HB-REF: 801.80811262 + 23,279.80672 t
  private static final Carbon GROSS = new Carbon(24_081_614_832_620_000L);

  @ParameterizedTest
  @CsvSource({"1,10,true", "10,20,true", "11,20,false", "4,6,true", "1,3,true"})
  void serialsThatShareOneNumberOverlap(long first, long last, boolean overlaps) {
    SerialRange held = new SerialRange("vcs", "VCU-1", 3, 10);

    assertThat(new SerialRange("vcs", "VCU-1", first, last).overlaps(held)).isEqualTo(overlaps);
    assertThat(new SerialRange("vcs", "VCU-2", first, last).overlaps(held)).isFalse();
    assertThat(new SerialRange("ccer", "VCU-1", first, last).overlaps(held)).isFalse();
  }

  @Test
  void serialsUsedByAnotherSiteOrElsewhereClash() {
    OffsetEntry other = entry(1, "other-plant", 1, 100, CreditKind.REMOVAL, true);
    SerialRange wanted = serials(100, 120);

    assertThat(SerialClashes.of(wanted, List.of(other), serials -> List.of()))
        .containsExactly("ccer P-7 100-120 overlaps ccer P-7 1-100 of site other-plant, year 2025");
    assertThat(
            SerialClashes.of(wanted, List.of(), serials -> List.of("GEC 5 of the same wind farm")))
        .containsExactly("GEC 5 of the same wind farm");
  }

  @Test
  void theSerialsOfAWithdrawnEntryAreFree() {
    OffsetEntry held = entry(1, "plant", 1, 100, CreditKind.REMOVAL, true);
    OffsetEntry withdrawn =
        new OffsetEntry(1, held.credit(), held.retirement(), Optional.of("typed wrongly"));

    assertThat(SerialClashes.of(serials(1, 1), List.of(withdrawn), serials -> List.of())).isEmpty();
  }

  @Test
  void onlyRetiredCreditsWithEvidenceCount() {
    List<OffsetEntry> entries =
        List.of(
            entry(1, "plant", 1, 100, CreditKind.REMOVAL, true),
            entry(2, "plant", 101, 150, CreditKind.AVOIDANCE, true),
            entry(3, "plant", 151, 160, CreditKind.AVOIDANCE, false));

    CountedOffsets counted =
        CountedOffsets.of(entries, REDUCED, STATEMENT::equals, serials -> false);

    assertThat(counted.registered()).isEqualTo(160_000);
    assertThat(counted.counted()).isEqualTo(150_000);
    assertThat(counted.removal()).isEqualTo(100_000);
    assertThat(counted.refused()).isEqualTo(1);
    assertThat(counted.lines().get(2).refusal()).contains(CountedOffsets.Refusal.NOT_RETIRED);
    assertThat(refusal(CountedOffsets.of(entries, REDUCED, hash -> false, serials -> false)))
        .contains(CountedOffsets.Refusal.NO_EVIDENCE);
    assertThat(refusal(CountedOffsets.of(entries, REDUCED, STATEMENT::equals, serials -> true)))
        .contains(CountedOffsets.Refusal.SERIALS_USED_TWICE);
  }

  @Test
  void nothingCountsBeforeOwnReductions() {
    List<OffsetEntry> entries = List.of(entry(1, "plant", 1, 100, CreditKind.REMOVAL, true));

    for (Optional<Carbon> own :
        List.of(Optional.<Carbon>empty(), Optional.of(Carbon.ZERO), Optional.of(new Carbon(-5)))) {
      CountedOffsets counted = CountedOffsets.of(entries, own, STATEMENT::equals, serials -> false);

      assertThat(counted.counted()).isZero();
      assertThat(refusal(counted)).contains(CountedOffsets.Refusal.NO_OWN_REDUCTIONS);
    }
  }

  // ceil(24,081.61483262) = 24,082 t, of which 24,000 are there
  @Test
  void creditsStandBesideTheGrossFigureAndNeverTouchIt() {
    CountedOffsets counted = new CountedOffsets(List.of(), 24_000_000, 0, 24_000_000);

    OffsetStatement statement = OffsetStatement.of(GROSS, counted);

    assertThat(statement.gross()).isEqualTo(GROSS);
    assertThat(statement.tonnesNeeded()).isEqualTo(24_082);
    assertThat(statement.uncovered().tonnes()).isEqualByComparingTo("81.61483262");
    assertThat(statement.surplus()).isEqualTo(Carbon.ZERO);
  }

  @Test
  void moreCreditsThanGrossAreASurplusAndNoNegativeEmission() {
    CountedOffsets counted = new CountedOffsets(List.of(), 24_082_000, 0, 24_082_000);

    OffsetStatement statement = OffsetStatement.of(GROSS, counted);

    assertThat(statement.uncovered()).isEqualTo(Carbon.ZERO);
    assertThat(statement.surplus().tonnes()).isEqualByComparingTo("0.38516738");
    assertThat(OffsetStatement.of(new Carbon(2_000_000_000_000L), counted).tonnesNeeded())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "ccer,P-7,0,5,first from 1",
    "ccer,P-7,6,5,last not below it",
    "CCER,P-7,1,5,registry: expected",
    "ccer,p 7,1,5,block: expected",
    "ccer,P-7,1,9223372036854775807,expected fewer"
  })
  void brokenSerialsAreRefused(String registry, String block, long first, long last, String why) {
    assertThatThrownBy(() -> new SerialRange(registry, block, first, last))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"0", "-5", "5001"})
  void aMassBeyondItsSerialsIsRefused(long kilograms) {
    assertThatThrownBy(() -> credit("plant", 1, 5, CreditKind.REMOVAL, kilograms))
        .hasMessageContaining("expected 1 to 5000 for 5 serials of a tonne, found " + kilograms);
  }

  @Test
  void aRetirementBeforeItsVintageTwiceOrOfAWithdrawnEntryIsRefused() {
    LocalDate today = LocalDate.of(2026, 3, 1);
    OffsetEntry held = entry(4, "plant", 1, 5, CreditKind.REMOVAL, false);
    OffsetEntry retired = entry(4, "plant", 1, 5, CreditKind.REMOVAL, true);
    OffsetEntry withdrawn =
        new OffsetEntry(4, held.credit(), Optional.empty(), Optional.of("typed wrongly"));

    assertThat(held.refusalOf(retirement(today), today)).isEmpty();
    assertThat(held.refusalOf(retirement(LocalDate.of(2022, 12, 31)), today))
        .hasValueSatisfying(why -> assertThat(why).contains("none before the vintage 2023"));
    assertThat(held.refusalOf(retirement(today.plusDays(1)), today))
        .hasValueSatisfying(why -> assertThat(why).contains("none after 2026-03-01"));
    assertThat(retired.refusalOf(retirement(today), today))
        .hasValueSatisfying(why -> assertThat(why).contains("it is since 2026-01-15"));
    assertThat(withdrawn.refusalOf(retirement(today), today))
        .hasValueSatisfying(why -> assertThat(why).contains("it was withdrawn"));
  }

  @Test
  void aRetirementNeedsABeneficiaryAndADocument() {
    assertThatThrownBy(() -> new Retirement(LocalDate.of(2026, 1, 1), " ", STATEMENT))
        .hasMessageContaining("beneficiary: expected");
    assertThatThrownBy(() -> new Retirement(LocalDate.of(2026, 1, 1), "plant", "abc"))
        .hasMessageContaining("document: expected a SHA-256");
  }

  private static Optional<CountedOffsets.Refusal> refusal(CountedOffsets counted) {
    return counted.lines().get(0).refusal();
  }

  private static OffsetEntry entry(
      long id, String site, long first, long last, CreditKind kind, boolean isRetired) {
    return new OffsetEntry(
        id,
        credit(site, first, last, kind, (last - first + 1) * 1000),
        isRetired ? Optional.of(retirement(LocalDate.of(2026, 1, 15))) : Optional.empty(),
        Optional.empty());
  }

  private static Retirement retirement(LocalDate day) {
    return new Retirement(day, "HB-REF", STATEMENT);
  }

  private static OffsetCredit credit(
      String site, long first, long last, CreditKind kind, long kilograms) {
    return new OffsetCredit(
        site, 2025, serials(first, last), "forest 7", "AR-1", kind, 2023, kilograms);
  }

  private static SerialRange serials(long first, long last) {
    return new SerialRange("ccer", "P-7", first, last);
  }
}

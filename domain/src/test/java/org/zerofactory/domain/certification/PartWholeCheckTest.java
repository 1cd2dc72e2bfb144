package org.zerofactory.domain.certification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartWholeCheckTest {

  // the published mock: E = 1,284.5 tce with an electricity line of 2,278.6 tce;
  // C = 2,946.8 t with 10,573 t of power
  @Test
  void theContradictionsOfAPublishedPlatformAreFound() {
    CertificationFacts facts =
        CertificationFacts.NONE
            .with(Fact.COAL_CALORIFIC_G, 1_284_500_000L)
            .with(Fact.ELECTRICITY_COAL_CALORIFIC_G, 2_278_600_000L)
            .with(Fact.SCOPE2_LOCATION_UG, 2_946_800_000_000_000L)
            .with(Fact.SCOPE2_ELECTRICITY_LOCATION_UG, 10_573_000_000_000_000L);

    PartWholeCheck check = PartWholeCheck.of(facts);

    assertThat(check.checked()).isEqualTo(2);
    assertThat(check.broken().stream().map(PartWholeCheck.Broken::part))
        .containsExactlyInAnyOrder(
            Fact.ELECTRICITY_COAL_CALORIFIC_G, Fact.SCOPE2_ELECTRICITY_LOCATION_UG);
  }

  @Test
  void aPartAsLargeAsItsWholeIsRightAndOneMoreIsNot() {
    CertificationFacts same =
        CertificationFacts.NONE.with(Fact.GREEN_POWER_WH, 7).with(Fact.GRID_IMPORT_WH, 7);

    assertThat(PartWholeCheck.of(same).broken()).isEmpty();
    assertThat(PartWholeCheck.of(same.with(Fact.GREEN_POWER_WH, 8)).broken()).hasSize(1);
  }

  @Test
  void whatIsNotKnownIsNotChecked() {
    assertThat(PartWholeCheck.of(CertificationFacts.NONE.with(Fact.GREEN_POWER_WH, 8)).checked())
        .isZero();
  }

  @Test
  void totalsFollowFromTheirPartsOnlyIfBothAreKnown() {
    CertificationFacts facts = CertificationFacts.NONE.with(Fact.SCOPE1_UG, 10);

    assertThat(YearFacts.completed(facts).knows(Fact.GROSS_LOCATION_UG)).isFalse();
    assertThat(
            YearFacts.completed(facts.with(Fact.SCOPE2_LOCATION_UG, 5))
                .whole(Fact.GROSS_LOCATION_UG))
        .contains(15L);
  }
}

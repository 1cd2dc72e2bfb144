package org.zerofactory.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.inventory.ChosenFactor;
import org.zerofactory.domain.inventory.InventoryTestData;
import org.zerofactory.domain.inventory.Uncertainties;

/** Which series account an amount once more. */
class UpstreamSeriesTest {

  private static final UpstreamSeries UPSTREAM =
      new UpstreamSeries(
          List.of("supply", "losses"),
          List.of("gas-supply"),
          List.of("heat-supply"),
          new TreeMap<>(Map.of("diesel", List.of("well-to-tank"))));

  @Test
  void eachCarrierFindsItsOwnByTheSeriesOfItsMeters() {
    assertThat(UPSTREAM.bySeries(factors(Optional.of("gas")), MonthFactors.NONE))
        .containsOnly(
            entry("grid", List.of("supply", "losses")),
            entry("gas", List.of("gas-supply")),
            entry("diesel", List.of("well-to-tank")));
    assertThat(UPSTREAM.bySeries(factors(Optional.empty()), MonthFactors.NONE))
        .containsOnlyKeys("grid", "diesel");
  }

  // a month of hourly factors has a series of its own, which no accounts file can name
  @Test
  void aMonthOfHourlyFactorsHasTheUpstreamOfItsSeries() {
    ChosenFactor mean = new ChosenFactor(InventoryTestData.grid("grid", "0.5"), false);
    String ofGrid = "grid/main/energy-import/2025-01";
    String ofAnother = "gridless/main/energy-import/2025-01";
    MonthFactors months = new MonthFactors(Map.of(ofGrid, mean, ofAnother, mean), List.of());

    assertThat(UPSTREAM.bySeries(factors(Optional.empty()), months))
        .contains(entry(ofGrid, List.of("supply", "losses")))
        .doesNotContainKey(ofAnother);
  }

  private static SiteFactors factors(Optional<String> gas) {
    return new SiteFactors(
        Optional.of("grid"),
        Optional.of("residual"),
        gas,
        Optional.empty(),
        Optional.empty(),
        new AccountingRules(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()),
        Uncertainties.NONE,
        UPSTREAM);
  }
}

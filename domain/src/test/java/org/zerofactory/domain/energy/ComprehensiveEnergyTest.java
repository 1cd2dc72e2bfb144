package org.zerofactory.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zerofactory.domain.inventory.InventoryTestData.amount;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.CoalCoefficient.Convention;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.StandardCoal;
import org.zerofactory.domain.quantity.Unit;

class ComprehensiveEnergyTest {

  private static final Amount POWER = amount("1000", Unit.MEGAWATT_HOUR);

  // 1,000 MWh x 0.1229 = 122.9 tce; the air made from them would add 5,000,000 m3 x 0.04 = 200 t
  @Test
  void compressedAirFromMeteredPowerIsNotAddedAgain() {
    ComprehensiveEnergy energy =
        ComprehensiveEnergy.of(
            Convention.ENERGY_EQUAL,
            List.of(
                item("power", POWER, "0.1229", EnergyItem.Supply.PURCHASED),
                item(
                    "air",
                    amount("5000000", Unit.CUBIC_METRE),
                    "0.04",
                    EnergyItem.Supply.MADE_FROM_COUNTED)));

    assertThat(energy.total().tonnes()).isEqualByComparingTo("122.9");
    assertThat(energy.items()).hasSize(2); // shown, not counted
  }

  // 250 of 1,000 MWh from the roof, 500 by certificates: 75 % by contract, 25 % by physics
  @Test
  void certificatesCountForTheNonFossilShareButNotForThePhysicalOne() {
    ComprehensiveEnergy energy =
        ComprehensiveEnergy.of(
            Convention.ENERGY_EQUAL,
            List.of(
                item(
                    "grid",
                    amount("250", Unit.MEGAWATT_HOUR),
                    "0.1229",
                    EnergyItem.Supply.PURCHASED),
                item(
                    "green",
                    amount("500", Unit.MEGAWATT_HOUR),
                    "0.1229",
                    EnergyItem.Supply.PURCHASED_NON_FOSSIL),
                item(
                    "roof",
                    amount("250", Unit.MEGAWATT_HOUR),
                    "0.1229",
                    EnergyItem.Supply.OWN_NON_FOSSIL)));

    assertThat(energy.nonFossilShare()).isEqualTo(Ratio.of(3, 4));
    assertThat(energy.physicalShare()).isEqualTo(Ratio.of(1, 4));
  }

  @Test
  void electricityByTwoConventionsIsRefused() {
    assertThatThrownBy(
            () ->
                ComprehensiveEnergy.of(
                    Convention.INPUT_EQUAL,
                    List.of(item("power", POWER, "0.1229", EnergyItem.Supply.PURCHASED))))
        .hasMessage("power needs a coefficient that is input-equal, but power is energy-equal");
  }

  // A published platform showed a total of 1,284.5 tce with electricity alone at 2,278.6 tce.
  @Test
  void aPartBeyondTheWholeIsAnError() {
    EnergyItem power = item("power", POWER, "0.1229", EnergyItem.Supply.PURCHASED);

    assertThatThrownBy(
            () ->
                new ComprehensiveEnergy(
                    Convention.ENERGY_EQUAL,
                    new StandardCoal(1),
                    StandardCoal.ZERO,
                    List.of(power)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("power must be at most the whole of 1");
  }

  @Test
  void anAmountBelowZeroIsRefused() {
    assertThatThrownBy(
            () ->
                item("power", amount("-1", Unit.WATT_HOUR), "0.1229", EnergyItem.Supply.PURCHASED))
        .hasMessage("power must not be negative, but was -1 Wh");
  }

  private static EnergyItem item(
      String name, Amount amount, String grams, EnergyItem.Supply supply) {
    return new EnergyItem(
        name,
        amount,
        new CoalCoefficient(
            name,
            name,
            name,
            Convention.ENERGY_EQUAL,
            0,
            amount.unit(),
            Ratio.of(grams),
            new Citation("SAC", "GB/T 2589", "2020", "annex A"),
            Verification.UNVERIFIED,
            Optional.empty()),
        supply);
  }
}

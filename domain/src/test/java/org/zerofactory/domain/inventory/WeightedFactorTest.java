package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zerofactory.domain.inventory.InventoryTestData.AR5;
import static org.zerofactory.domain.inventory.InventoryTestData.always;
import static org.zerofactory.domain.inventory.InventoryTestData.grid;
import static org.zerofactory.domain.inventory.InventoryTestData.input;
import static org.zerofactory.domain.inventory.InventoryTestData.metered;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;

class WeightedFactorTest {

  // 1,000 kWh x 222.296 + 500 x 260.918 + 0 x 271.891 + 750 x 0 g = 352,755 g
  @Test
  void aMonthOfHourlyFactorsGivesBackTheSumOfItsHours() {
    ChosenFactor month =
        WeightedFactor.of(
            "caiso-m1-2022-01",
            "caiso-m1",
            List.of(
                part("0.222296", 1_000_000),
                part("0.260918", 500_000),
                part("0.271891", 0),
                part("0", 750_000)));

    Inventory inventory =
        Inventory.of(
            input(
                InventoryRules.ghgProtocol(AR5, Map.of()),
                List.of(
                    metered(
                        "m1",
                        "2022-01",
                        SourceCategory.ELECTRICITY,
                        Flow.USED,
                        "caiso-m1",
                        new Amount(2_250_000, BaseUnit.WATT_HOUR))),
                List.of(),
                List.of()),
            always(month.factor()));

    assertThat(inventory.totals().scope2Location().micrograms()).isEqualTo(352_755_000_000L);
  }

  @Test
  void aMonthWithoutConsumptionTakesTheMeanSoThatItStillHasAFactor() {
    ChosenFactor month = WeightedFactor.of("x", "x", List.of(part("0.2", 0), part("0.4", 0)));

    assertThat(month.factor().times(new Amount(10, BaseUnit.WATT_HOUR)).carbon(AR5).micrograms())
        .isEqualTo(3_000_000); // 10 Wh x 300,000
  }

  @Test
  void anHourWithoutAFactorCanNotBePassedOver() {
    assertThatThrownBy(() -> WeightedFactor.of("x", "x", List.of()))
        .hasMessage("factor x needs a part, but has none");
    assertThatThrownBy(() -> WeightedFactor.of("x", "x", List.of(part("0.2", -1))))
        .hasMessage("factor x needs amounts of 0 or more, but one was -1");
  }

  private static WeightedFactor.Part part(String kilogramsPerKilowattHour, long wattHours) {
    return new WeightedFactor.Part(
        new ChosenFactor(grid("caiso", kilogramsPerKilowattHour), false), wattHours);
  }
}

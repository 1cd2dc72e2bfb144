package org.zerofactory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.zerofactory.domain.carbon.RefrigerantLoss;
import org.zerofactory.domain.energy.ComprehensiveEnergy;
import org.zerofactory.domain.energy.EnergyItem;
import org.zerofactory.domain.factor.Blend;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.CoalCoefficient.Convention;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GwpSet;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryRules;
import org.zerofactory.domain.inventory.InventoryTestData;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/** Worked cases of scope 1, heat and standard coal. */
final class InventoryCases {

  static final Map<String, Consumer<JsonNode>> ALL =
      Map.of(
          "scope1-gas", InventoryCases::gas,
          "scope1-diesel", InventoryCases::diesel,
          "scope1-refrigerant", InventoryCases::refrigerant,
          "scope2-heat", InventoryCases::heat,
          "standard-coal", InventoryCases::coal);

  private InventoryCases() {}

  private static void gas(JsonNode node) {
    // GJ per 10^4 m3 = 10^6 kJ per 10^7 L
    FuelProperties gas = properties(node, BaseUnit.LITRE, "ncvGjPer10e4M3", 1);

    Carbon carbon =
        InventoryTestData.burnt(amount(node, "volumeM3", Unit.CUBIC_METRE), gas)
            .carbon(InventoryTestData.AR5);

    assertTonnes(carbon, node);
  }

  private static void diesel(JsonNode node) {
    // GJ per t = kJ per g
    FuelProperties diesel = properties(node, BaseUnit.GRAM, "ncvGjPerT", 0);

    Carbon carbon =
        InventoryTestData.burnt(amount(node, "massT", Unit.TONNE), diesel)
            .carbon(InventoryTestData.AR5);

    assertTonnes(carbon, node);
  }

  private static void refrigerant(JsonNode node) {
    TreeMap<Gas, Ratio> shares = new TreeMap<>();
    TreeMap<Gas, Ratio> potentials = new TreeMap<>();
    for (JsonNode part : node.at("/given/blend")) {
      Gas gas = new Gas(part.get(0).asText().replace("R-", "HFC-"));
      shares.put(gas, Ratio.of(part.get(1).asText()));
      potentials.put(gas, Ratio.of(part.get(2).asText()));
    }
    Blend blend = new Blend("blend", "blend", shares);
    GwpSet set = new GwpSet("AR5", potentials);

    Carbon carbon = RefrigerantLoss.of(amount(node, "massKg", Unit.KILOGRAM), blend).carbon(set);

    assertThat(blend.potential(set).decimal(6))
        .isEqualByComparingTo(node.at("/expected/gwp").asText());
    assertThat(carbon.kilograms()).isEqualByComparingTo(node.at("/expected/emissionKg").asText());
  }

  private static void heat(JsonNode node) {
    // t/GJ x 10^6 = ug/kJ
    Ratio micrograms = Ratio.of(new BigDecimal(given(node, "factorTPerGj")).movePointRight(6));

    Inventory inventory =
        Inventory.of(
            InventoryTestData.input(
                InventoryRules.ghgProtocol(InventoryTestData.AR5, Map.of()),
                List.of(),
                List.of(
                    InventoryTestData.entry(
                        "steam",
                        SourceCategory.STEAM,
                        "2022-01-01",
                        "2022-02-01",
                        amount(node, "heatGj", Unit.GIGAJOULE),
                        "heat")),
                List.of()),
            InventoryTestData.always(
                InventoryTestData.factor(
                    "heat", Boundary.GENERATION, BaseUnit.KILOJOULE, Gas.CO2, micrograms)));

    assertTonnes(inventory.totals().scope2Location(), node);
    assertTonnes(inventory.totals().scope2Market(), node);
  }

  private static void coal(JsonNode node) {
    List<EnergyItem> items = new ArrayList<>();
    // kgce/kWh = gce/Wh; kgce/m3 = gce/L; kgce/MJ = gce/kJ
    items.add(item("electricity", amount(node, "electricityKwh", Unit.KILOWATT_HOUR), "0.1229"));
    items.add(item("gas", amount(node, "gasM3", Unit.CUBIC_METRE), given(node, "gasKgcePerM3")));
    items.add(item("heat", amount(node, "heatMj", Unit.MEGAJOULE), "0.03412"));

    ComprehensiveEnergy energy = ComprehensiveEnergy.of(Convention.ENERGY_EQUAL, items);

    assertThat(energy.total().tonnes()).isEqualByComparingTo(node.at("/expected/tce").asText());
  }

  static EnergyItem item(String name, Amount amount, String coefficient) {
    return new EnergyItem(
        name,
        amount,
        coefficient(name, amount.unit(), coefficient, Convention.ENERGY_EQUAL),
        EnergyItem.Supply.PURCHASED);
  }

  static CoalCoefficient coefficient(
      String name, BaseUnit per, String grams, Convention convention) {
    return new CoalCoefficient(
        name,
        name,
        name,
        convention,
        0,
        per,
        Ratio.of(grams),
        new Citation("SAC", "GB/T 2589", "2020", "annex A"),
        Verification.UNVERIFIED,
        Optional.empty());
  }

  private static FuelProperties properties(
      JsonNode node, BaseUnit per, String heat, int pointLeft) {
    return new FuelProperties(
        per,
        Ratio.of(new BigDecimal(given(node, heat)).movePointLeft(pointLeft)),
        Ratio.of(given(node, "carbonContentTcPerTj")), // t/TJ = kg/GJ
        Ratio.of(given(node, "oxidation")));
  }

  private static void assertTonnes(Carbon carbon, JsonNode node) {
    BigDecimal expected = new BigDecimal(node.at("/expected/emissionT").asText());
    assertThat(carbon.tonnes().setScale(expected.scale(), RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(expected);
  }

  private static Amount amount(JsonNode node, String field, Unit unit) {
    return Amount.of(new BigDecimal(given(node, field)), unit);
  }

  private static String given(JsonNode node, String field) {
    return node.at("/given/" + field).asText();
  }
}

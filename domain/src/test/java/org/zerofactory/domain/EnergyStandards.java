package org.zerofactory.domain;

import static org.zerofactory.domain.inventory.InventoryTestData.at;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.zerofactory.domain.energy.CoalByHeat;
import org.zerofactory.domain.energy.ComprehensiveEnergy;
import org.zerofactory.domain.energy.EnergyItem;
import org.zerofactory.domain.factor.CoalCoefficient.Convention;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.inventory.InventoryTestData;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/** Numbers of standards.json by GB/T 2589: standard coal and shares. */
final class EnergyStandards {

  static final Map<String, Supplier<Object>> ALL = new TreeMap<>();

  private static final Ratio HUNDRED = Ratio.of(100, 1);

  static {
    ALL.put("E_dangliang_tce", () -> factory(Convention.ENERGY_EQUAL).total().tonnes());
    ALL.put("E_dengjia_tce", () -> factory(Convention.INPUT_EQUAL).total().tonnes());
    ALL.put("C_CO2_t", EnergyStandards::carbonDioxide);
    ALL.put("I_dangliang", () -> factory(Convention.ENERGY_EQUAL).carbonIntensity(carbonDioxide()));
    ALL.put("I_dengjia", () -> factory(Convention.INPUT_EQUAL).carbonIntensity(carbonDioxide()));
    ALL.put(
        "nonfossil_share_dangliang_pct",
        () -> factory(Convention.ENERGY_EQUAL).nonFossilShare().times(HUNDRED));
    ALL.put(
        "nonfossil_share_dengjia_pct",
        () -> factory(Convention.INPUT_EQUAL).nonFossilShare().times(HUNDRED));
    ALL.put(
        "physical_share_pct",
        () -> factory(Convention.ENERGY_EQUAL).physicalShare().times(HUNDRED));
    ALL.put("allgrid_I_dangliang_Hubei22", () -> allGrid(Convention.ENERGY_EQUAL));
    ALL.put("allgrid_I_dengjia_Hubei22", () -> allGrid(Convention.INPUT_EQUAL));
    ALL.put("kWh_kgce_from_29307.6", () -> CoalByHeat.ofKilojoules(Ratio.of(3600, 1)));
    ALL.put("diesel_kgce_42652/29307.6", () -> CoalByHeat.ofKilojoules(Ratio.of(42_652, 1)));
    ALL.put("diesel_10200/7000", () -> CoalByHeat.ofKilocalories(Ratio.of(10_200, 1)));
  }

  private EnergyStandards() {}

  /** CO2 of scopes 1 and 2, so without refrigerant. */
  private static Carbon carbonDioxide() {
    var gases = FactoryStandards.factory().totals().gasesByScope();
    return at(at(gases, 1), Gas.Family.CO2).plus(at(at(gases, 2), Gas.Family.CO2));
  }

  /** A plant that uses nothing but grid power at the factor of Hubei 2022. */
  private static Ratio allGrid(Convention convention) {
    Amount power = InventoryTestData.amount("60000", Unit.MEGAWATT_HOUR);
    Carbon carbon =
        InventoryTestData.grid("grid", "0.4364").times(power).carbon(InventoryTestData.AR5);
    return ComprehensiveEnergy.of(
            convention, List.of(power(convention, "60000", EnergyItem.Supply.PURCHASED)))
        .carbonIntensity(carbon);
  }

  private static ComprehensiveEnergy factory(Convention convention) {
    return ComprehensiveEnergy.of(
        convention,
        List.of(
            power(convention, "32084.8", EnergyItem.Supply.PURCHASED),
            power(convention, "20000", EnergyItem.Supply.PURCHASED_NON_FOSSIL),
            power(convention, "7915.2", EnergyItem.Supply.OWN_NON_FOSSIL),
            InventoryCases.item(
                "gas", InventoryTestData.amount("300000", Unit.NORMAL_CUBIC_METRE), "1.33"),
            InventoryCases.item("diesel", InventoryTestData.amount("12", Unit.TONNE), "1.4571"),
            InventoryCases.item(
                "heat", InventoryTestData.amount("5000", Unit.GIGAJOULE), "0.03412")));
  }

  private static EnergyItem power(
      Convention convention, String megawattHours, EnergyItem.Supply supply) {
    Amount amount = InventoryTestData.amount(megawattHours, Unit.MEGAWATT_HOUR);
    String grams = convention == Convention.ENERGY_EQUAL ? "0.1229" : "0.2856";
    return new EnergyItem(
        "electricity " + supply,
        amount,
        InventoryCases.coefficient("electricity", amount.unit(), grams, convention),
        supply);
  }
}

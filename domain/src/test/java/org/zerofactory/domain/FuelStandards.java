package org.zerofactory.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.zerofactory.domain.carbon.HeatCombustion;
import org.zerofactory.domain.carbon.RefrigerantLoss;
import org.zerofactory.domain.factor.Blend;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.factor.GwpSet;
import org.zerofactory.domain.inventory.InventoryTestData;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/** Numbers of standards.json: fuels and refrigerants. */
final class FuelStandards {

  static final Map<String, Supplier<Object>> ALL = new TreeMap<>();

  private static final Ratio MICROGRAMS_PER_TONNE = Ratio.of(1_000_000_000_000L, 1);
  private static final Amount GAS =
      InventoryTestData.amount("30", Unit.TEN_THOUSAND_NORMAL_CUBIC_METRES);
  // 389.31 GJ per 10^4 m3 = 38.931 kJ per L
  private static final FuelProperties CN_GAS = fuel(BaseUnit.LITRE, "38.931", "15.3", "0.99");

  static {
    ALL.put(
        "cn_gas_tCO2_per_1e4Nm3",
        () ->
            InventoryTestData.burnt(
                    InventoryTestData.amount("1", Unit.TEN_THOUSAND_NORMAL_CUBIC_METRES), CN_GAS)
                .carbon(InventoryTestData.AR5));
    ALL.put(
        "cn_gas_30e4Nm3", () -> InventoryTestData.burnt(GAS, CN_GAS).carbon(InventoryTestData.AR5));
    ALL.put("cn_diesel_43.33_per_t", () -> perTonne("43.33", "20.2", "0.98"));
    ALL.put("cn_diesel_42.652_per_t", () -> perTonne("42.652", "20.2", "0.98"));
    ALL.put("cn_gasoline_44.80", () -> perTonne("44.80", "18.9", "0.98"));
    ALL.put("cn_lpg", () -> perTonne("47.31", "17.2", "0.99"));
    ALL.put("cn_bit_coal", () -> perTonne("23.204", "26.18", "0.93"));
    ALL.put("gas_c_identity_15.3*44/12", () -> perGigajoule("15.3"));
    ALL.put("diesel_c_identity_20.2*44/12", () -> perGigajoule("20.2"));
    putIpcc();
    // 10.21 kg per US gallon
    ALL.put(
        "epa_diesel_kg_per_L", () -> Ratio.of("10.21").dividedBy(Unit.US_GALLON.in(Unit.LITRE)));
    for (int edition = 0; edition < 3; edition++) {
      putBlends(edition);
    }
    ALL.put("r410a_60kg_AR5_t", () -> leaked(1));
    ALL.put("r410a_60kg_AR6_t", () -> leaked(2));
    ALL.put("sf6_1kg_AR5", () -> sulphurHexafluoride(1));
    ALL.put("sf6_1kg_AR6", () -> sulphurHexafluoride(2));
  }

  private FuelStandards() {}

  private static void putIpcc() {
    ALL.put("ipcc_gas_TJ", () -> kilojoules().dividedBy(Ratio.of(1_000_000_000, 1)));
    ALL.put("ipcc_gas_CO2_t", () -> tonnes(ipcc().of(Gas.CO2)));
    ALL.put("ipcc_gas_CH4_t", () -> tonnes(ipcc().of(Gas.CH4_FOSSIL)));
    ALL.put("ipcc_gas_N2O_t", () -> tonnes(ipcc().of(Gas.N2O)));
    ALL.put("ipcc_gas_CO2e_AR5", () -> ipcc().carbon(potentials(1)));
    ALL.put("ipcc_gas_CO2e_AR6_fossil", () -> ipcc().carbon(potentials(2)));
  }

  private static void putBlends(int edition) {
    String suffix = "_AR" + (edition + 4);
    GwpSet set = potentials(edition);
    ALL.put("R-410A" + suffix, () -> r410a().potential(set));
    ALL.put(
        "R-407C" + suffix,
        () -> blend("HFC-32", "0.23", "HFC-125", "0.25", "HFC-134a", "0.52").potential(set));
    ALL.put(
        "R-404A" + suffix,
        () -> blend("HFC-125", "0.44", "HFC-143a", "0.52", "HFC-134a", "0.04").potential(set));
    ALL.put("R-507A" + suffix, () -> blend("HFC-125", "0.5", "HFC-143a", "0.5").potential(set));
  }

  private static FuelProperties fuel(BaseUnit per, String heat, String carbon, String oxidation) {
    return new FuelProperties(per, Ratio.of(heat), Ratio.of(carbon), Ratio.of(oxidation));
  }

  /** GJ/t is kJ/g, so t CO2 per t of fuel is g per g. */
  private static Ratio perTonne(String heat, String carbon, String oxidation) {
    return fuel(BaseUnit.GRAM, heat, carbon, oxidation)
        .microgramsCo2PerUnit()
        .dividedBy(Ratio.of(1_000_000, 1));
  }

  /** kg per GJ is mg per kJ. */
  private static Ratio perGigajoule(String carbon) {
    return fuel(BaseUnit.KILOJOULE, "1", carbon, "1")
        .microgramsCo2PerUnit()
        .dividedBy(Ratio.of(1000, 1));
  }

  private static GasMasses ipcc() {
    return HeatCombustion.of(
            kilojoules(),
            Map.of(
                Gas.CO2,
                Ratio.of("56100"),
                Gas.CH4_FOSSIL,
                Ratio.of("1"),
                Gas.N2O,
                Ratio.of("0.1")),
            false)
        .gases();
  }

  private static Ratio kilojoules() {
    return CN_GAS.kilojoulesPerUnit().times(Ratio.of(GAS.value(), 1));
  }

  private static Ratio tonnes(long micrograms) {
    return Ratio.of(micrograms, 1).dividedBy(MICROGRAMS_PER_TONNE);
  }

  private static Carbon leaked(int edition) {
    return RefrigerantLoss.of(InventoryTestData.amount("60", Unit.KILOGRAM), r410a())
        .carbon(potentials(edition));
  }

  private static Carbon sulphurHexafluoride(int edition) {
    return RefrigerantLoss.of(InventoryTestData.amount("1", Unit.KILOGRAM), blend("SF6", "1"))
        .carbon(potentials(edition));
  }

  private static Blend r410a() {
    return blend("HFC-32", "0.5", "HFC-125", "0.5");
  }

  private static Blend blend(String... gasesAndShares) {
    TreeMap<Gas, Ratio> shares = new TreeMap<>();
    for (int i = 0; i < gasesAndShares.length; i += 2) {
      shares.put(new Gas(gasesAndShares[i]), Ratio.of(gasesAndShares[i + 1]));
    }
    return new Blend("blend", "blend", shares);
  }

  /** IPCC AR4, AR5, AR6. */
  private static GwpSet potentials(int edition) {
    Map<Gas, Ratio> potentials = new TreeMap<>();
    potentials.put(Gas.CH4_FOSSIL, Ratio.of(new String[] {"25", "28", "29.8"}[edition]));
    potentials.put(Gas.N2O, Ratio.of(new String[] {"298", "265", "273"}[edition]));
    potentials.put(Gas.SF6, Ratio.of(new String[] {"22800", "23500", "25200"}[edition]));
    potentials.put(new Gas("HFC-32"), Ratio.of(new String[] {"675", "677", "771"}[edition]));
    potentials.put(new Gas("HFC-125"), Ratio.of(new String[] {"3500", "3170", "3740"}[edition]));
    potentials.put(new Gas("HFC-134a"), Ratio.of(new String[] {"1430", "1300", "1530"}[edition]));
    potentials.put(new Gas("HFC-143a"), Ratio.of(new String[] {"4470", "4800", "5810"}[edition]));
    return new GwpSet("AR" + (edition + 4), potentials);
  }
}

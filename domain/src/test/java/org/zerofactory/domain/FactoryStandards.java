package org.zerofactory.domain;

import static org.zerofactory.domain.inventory.InventoryTestData.at;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.zerofactory.domain.inventory.AccountingMethod;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryTestData;
import org.zerofactory.domain.inventory.MethodTotal;
import org.zerofactory.domain.inventory.ReferenceFactory;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/** Numbers of standards.json: the reference factory by every method. */
final class FactoryStandards {

  static final Map<String, Supplier<Object>> ALL = new TreeMap<>();

  private static final Amount PRODUCTION = InventoryTestData.amount("8160", Unit.MEGAWATT_HOUR);
  private static final Energy LOAD = new Energy(60_000_000_000L);

  static {
    // 8 MWp x 1,020 kWh/kWp; 97 % used here
    ALL.put("pv_MWh", () -> new BigDecimal("8").multiply(new BigDecimal("1020")));
    ALL.put("pv_self", () -> megawattHours(selfUse()));
    ALL.put("pv_export", () -> megawattHours(new Energy(PRODUCTION.value()).minus(selfUse())));
    ALL.put("grid_import", () -> megawattHours(LOAD.minus(selfUse())));
    ALL.put("S1_gas", () -> category(SourceCategory.STATIONARY_COMBUSTION));
    ALL.put("S1_diesel12t", () -> category(SourceCategory.MOBILE_COMBUSTION));
    ALL.put("S1_ref", () -> category(SourceCategory.FUGITIVE));
    ALL.put("S1_total", () -> factory().totals().scope1());
    ALL.put("S2_heat", () -> category(SourceCategory.HEAT));
    putElectricity("LB_elec_Hubei2021", "0.3672");
    putElectricity("LB_elec_Hubei2022", "0.4364");
    putElectricity("LB_elec_Central2022", "0.5395");
    putElectricity("LB_elec_National2022", "0.5366");
    putElectricity("LB_elec_National2023", "0.5306");
    putElectricity("LB_elec_Nat2022_exmarket", "0.5856");
    putElectricity("LB_elec_Nat2023_exmarket", "0.6096");
    putElectricity("LB_elec_Fossil2022", "0.8325");
    ALL.put("S2_LB_Hubei2022_total", () -> factory().totals().scope2Location());
    ALL.put("S2_MB_residual2022", () -> factory().totals().scope2Market());
    ALL.put(
        "S2_MB_residual2023",
        () ->
            ReferenceFactory.inventory("0.4364", Optional.of("0.6096"), "0")
                .totals()
                .scope2Market());
    ALL.put(
        "S2_MB_nationalavg2022(fallback)",
        () -> ReferenceFactory.inventory("0.5366", Optional.empty(), "0").totals().scope2Market());
    ALL.put(
        "MB22_if_PV_certs_sold",
        () ->
            ReferenceFactory.inventory("0.4364", Optional.of("0.5856"), "7915.2")
                .totals()
                .scope2Market());
    ALL.put("S1+S2_LB", () -> factory().totals().scopes12Location());
    ALL.put("S1+S2_MB22", () -> factory().totals().scopes12Market());
    ALL.put("WRONG_netting_LB", FactoryStandards::nettedScope2);
    ALL.put("netting_error_t", () -> factory().totals().scope2Location().minus(nettedScope2()));
    ALL.put("offset_needed_LB", () -> factory().totals().scopes12Location().wholeTonnesUp());
    ALL.put("offset_needed_MB", () -> factory().totals().scopes12Market().wholeTonnesUp());
    // at 60 CNY a tonne, an invented price
    ALL.put("cost_CEA_60", () -> factory().totals().scopes12Market().wholeTonnesUp() * 60);
  }

  private FactoryStandards() {}

  static Inventory factory() {
    return ReferenceFactory.inventory("0.4364", Optional.of("0.5856"), "0");
  }

  private static void putElectricity(String key, String factor) {
    ALL.put(
        key,
        () ->
            at(
                ReferenceFactory.inventory(factor, Optional.empty(), "0").totals().byCategory(),
                SourceCategory.ELECTRICITY));
  }

  private static Carbon category(SourceCategory category) {
    return at(factory().totals().byCategory(), category);
  }

  /** Purchased power and heat less what was exported: GB/T 32150, never the GHG Protocol. */
  private static Carbon nettedScope2() {
    Map<MethodTotal.Part, Carbon> parts =
        at(factory().methods(), AccountingMethod.GB_T_32150).parts();
    return at(parts, MethodTotal.Part.PURCHASED_POWER)
        .plus(at(parts, MethodTotal.Part.PURCHASED_HEAT))
        .plus(at(parts, MethodTotal.Part.EXPORTED_POWER));
  }

  private static Energy selfUse() {
    return new Energy(Ratio.of("0.97").timesRounded(PRODUCTION.value()));
  }

  private static BigDecimal megawattHours(Energy energy) {
    return new Amount(energy.wattHours(), BaseUnit.WATT_HOUR).in(Unit.MEGAWATT_HOUR);
  }
}

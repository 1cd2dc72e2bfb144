package org.zerofactory.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.HeadlineCheck;
import org.zerofactory.domain.inventory.ChangeSplit;
import org.zerofactory.domain.inventory.InventoryTestData;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.RoundedTable;
import org.zerofactory.domain.quantity.Unit;
import org.zerofactory.domain.uncertainty.GapValue;
import org.zerofactory.domain.uncertainty.Quadrature;

/** Numbers of standards.json: headlines, changes, uncertainty, rounding and units. */
final class ArithmeticStandards {

  static final Map<String, Supplier<Object>> ALL = new TreeMap<>();

  private static final ChangeSplit.Side BEFORE = side("62000", "0.3672");
  private static final ChangeSplit.Side AFTER = side("60000", "0.4364");
  private static final GapValue GAP = GapValue.of(412, 398, 405, 420, 409, 401, 415, 407);

  static {
    putHeadline();
    putDecomposition();
    putUncertainty();
    putRounding();
    putUnits();
  }

  private ArithmeticStandards() {}

  private static void putHeadline() {
    for (String factor : List.of("0.3672", "0.4364", "0.5366", "0.5568", "0.5703", "0.8325")) {
      ALL.put("420MWh@" + factor, () -> carbon("420", factor));
    }
    putEquivalent("MWh_needed_for_15000t@0.5366", "15000", "0.5366");
    putEquivalent("MWh_needed_for_15000t@0.4364", "15000", "0.4364");
    putEquivalent("PV1104t_MWh@0.5366", "1104", "0.5366");
    putEquivalent("PV1104t_MWh@0.5257", "1104", "0.5257");
    putEquivalent("PV1104t_MWh@0.5703", "1104", "0.5703");
    ALL.put(
        "implied_EF_if_same_kWh",
        () -> HeadlineCheck.impliedFactor(tonnes("15000"), energy("420")));
    ALL.put("N2_3650MWh_t", () -> carbon("3650", "0.5366"));
    ALL.put("sched_t", () -> carbon("420", "0.5366"));
    ALL.put("remaining_t", ArithmeticStandards::remaining);
    ALL.put(
        "remaining_MWh_green", () -> HeadlineCheck.megawattHours(remaining(), factor("0.5366")));
  }

  private static void putDecomposition() {
    ALL.put("C0", BEFORE::carbon);
    ALL.put("C1", AFTER::carbon);
    ALL.put("act_shapley", () -> split(ChangeSplit.Convention.SHAPLEY).activity());
    ALL.put("fac_shapley", () -> split(ChangeSplit.Convention.SHAPLEY).factor());
    ALL.put("delta", () -> AFTER.carbon().minus(BEFORE.carbon()));
    ALL.put("act_laspeyres_EF0", () -> split(ChangeSplit.Convention.LASPEYRES).activity());
    ALL.put("fac_paasche_A1", () -> split(ChangeSplit.Convention.LASPEYRES).factor());
    ALL.put("hubei21to22_pct", () -> percentChange("0.3672", "0.4364"));
    putChange("chg_N", "0.6776", "0.6361");
    putChange("chg_NE", "0.5564", "0.5122");
    putChange("chg_E", "0.5617", "0.5500");
    putChange("chg_C", "0.5395", "0.5271");
    putChange("chg_NW", "0.5857", "0.5543");
    putChange("chg_S", "0.3869", "0.4042");
    putChange("chg_SW", "0.2268", "0.2472");
    putChange("chg_nat", "0.5366", "0.5306");
    putChange("chg_ex", "0.5856", "0.6096");
    putChange("chg_fos", "0.8325", "0.8273");
    // 250 kWh of import; netted with the surplus of 50 it would be 200
    ALL.put("LB_kg", () -> carbon("0.250", "0.4364").kilograms());
    ALL.put("wrong_net_LB_kg", () -> carbon("0.200", "0.4364").kilograms());
  }

  private static void putUncertainty() {
    ALL.put("product_5_10", () -> Quadrature.ofProduct(5, 10));
    ALL.put("meter0.5_EF5", () -> Quadrature.ofProduct(0.5, 5));
    ALL.put(
        "sum_unc_pct",
        () ->
            Quadrature.ofSum(
                List.of(
                    new Quadrature.Term(648.66, 7.07),
                    new Quadrature.Term(22_729.8, 5.1),
                    new Quadrature.Term(550, 15))));
    ALL.put("gap_mean", GAP::mean);
    ALL.put("gap_sd", GAP::deviation);
    ALL.put("gap_conservative_mean+2sd", GAP::ofConsumption);
  }

  private static void putRounding() {
    for (String number : List.of("2.675", "0.125", "0.135", "1.005")) {
      ALL.put("half_even_" + number, () -> RoundedTable.rounded(new BigDecimal(number), 2));
      ALL.put("half_up_" + number, () -> new BigDecimal(number).setScale(2, RoundingMode.HALF_UP));
    }
    ALL.put("sum_round", () -> threeParts().total());
    ALL.put(
        "round_sum", () -> threeParts().parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static void putUnits() {
    ALL.put("egrid23_US", () -> kilogramsPerKilowattHour("770.884"));
    ALL.put("egrid23_CAMX", () -> kilogramsPerKilowattHour("429.983"));
    ALL.put("egrid23_RFCE", () -> kilogramsPerKilowattHour("599.170"));
    ALL.put("uk100MWh24", () -> carbon("100", "0.20705").kilograms());
    ALL.put("uk100MWh25", () -> carbon("100", "0.17700").kilograms());
    ALL.put(
        "uk_components",
        () -> Ratio.of("0.20493").plus(Ratio.of("0.00090")).plus(Ratio.of("0.00122")));
    // 1.8 kWh a unit; the loss part on top only if the factor has none, which is to be asked
    ALL.put("cfp_elec_per_unit_2024", () -> carbon("0.0018", "0.5777").kilograms());
    ALL.put(
        "cfp_elec_withTD",
        () -> carbon("0.0018", "0.5777").plus(carbon("0.0018", "0.0327")).kilograms());
    // t by tce
    ALL.put(
        "park_intensity",
        () ->
            Ratio.of(tonnes("40000").plus(tonnes("70000")).micrograms(), 1)
                .dividedBy(Ratio.of(tonnes("500000").micrograms(), 1)));
  }

  private static void putEquivalent(String key, String tonnes, String factor) {
    ALL.put(key, () -> HeadlineCheck.megawattHours(tonnes(tonnes), factor(factor)));
  }

  private static void putChange(String key, String before, String after) {
    ALL.put(key, () -> percentChange(before, after));
  }

  /** What own power, the nitrogen plant and scheduling leave of the 15,000 t (inferred). */
  private static Carbon remaining() {
    return tonnes("15000")
        .minus(tonnes("1104"))
        .minus(carbon("3650", "0.5366"))
        .minus(carbon("420", "0.5366"));
  }

  private static ChangeSplit split(ChangeSplit.Convention convention) {
    return ChangeSplit.of(BEFORE, AFTER, convention);
  }

  private static ChangeSplit.Side side(String megawattHours, String factor) {
    return new ChangeSplit.Side(energy(megawattHours).wattHours(), carbon(megawattHours, factor));
  }

  private static Ratio percentChange(String before, String after) {
    return Ratio.of(after).dividedBy(Ratio.of(before)).minus(Ratio.ONE).times(Ratio.of(100, 1));
  }

  private static RoundedTable threeParts() {
    return RoundedTable.of(Collections.nCopies(3, new BigDecimal("10.445")), 2);
  }

  private static Ratio kilogramsPerKilowattHour(String poundsPerMegawattHour) {
    return Ratio.of(poundsPerMegawattHour)
        .times(Unit.POUND.in(Unit.KILOGRAM))
        .dividedBy(Unit.MEGAWATT_HOUR.in(Unit.KILOWATT_HOUR));
  }

  private static Carbon carbon(String megawattHours, String factor) {
    return factor(factor).times(energy(megawattHours));
  }

  private static EmissionFactor factor(String kilogramsPerKilowattHour) {
    return EmissionFactor.of(InventoryTestData.grid("grid", kilogramsPerKilowattHour));
  }

  private static Energy energy(String megawattHours) {
    return new Energy(InventoryTestData.amount(megawattHours, Unit.MEGAWATT_HOUR).value());
  }

  private static Carbon tonnes(String tonnes) {
    return new Carbon(new BigDecimal(tonnes).movePointRight(12).longValueExact());
  }
}

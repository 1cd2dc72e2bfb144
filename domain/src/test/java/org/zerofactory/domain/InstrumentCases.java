package org.zerofactory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.zerofactory.domain.instrument.CertificateIssue;
import org.zerofactory.domain.instrument.HierarchyLevel;
import org.zerofactory.domain.instrument.Matching;
import org.zerofactory.domain.instrument.Periods;
import org.zerofactory.domain.instrument.Settlement;
import org.zerofactory.domain.instrument.Storage;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;

/** The worked cases of both oracle files that instruments and matching answer. */
final class InstrumentCases {

  private static final long HUBEI_2022 = 436_400;
  private static final long RESIDUAL_2022 = 585_600;

  /** Four intervals of 10.5, Wh. */
  private static final long[] LOAD = {100_000, 100_000, 100_000, 100_000};

  private static final long[] PV = {0, 150_000, 50_000, 0};

  private InstrumentCases() {}

  /** Cases of accounting.json by name. */
  static Map<String, Consumer<JsonNode>> accounting() {
    return Map.of(
        "cfe-hourly", InstrumentCases::cfeHourly,
        "scope2-market", InstrumentCases::scope2Market,
        "scope2-market-surplus", InstrumentCases::scope2Market);
  }

  /** Values of standards.json by key: exact decimals, or the text of the file. */
  static Map<String, Supplier<Object>> standards() {
    Map<String, Supplier<Object>> values = new LinkedHashMap<>();
    values.putAll(fourIntervals());
    values.putAll(day());
    values.putAll(certificates());
    return values;
  }

  private static void cfeHourly(JsonNode node) {
    long[] load = longs(node.at("/given/loadWh"));
    long[] supply = longs(node.at("/given/carbonFreeWh"));

    Matching hourly = Matching.of(load, supply);

    JsonNode expected = node.get("expected");
    assertThat(hourly.matched().wattHours()).isEqualTo(expected.get("matchedWh").asLong());
    assertThat(hourly.share().orElseThrow().decimal(6))
        .isEqualByComparingTo(expected.get("hourlyMatchedShare").asText());
    assertThat(hourly.volumeShare().orElseThrow().decimal(6))
        .isEqualByComparingTo(expected.get("annualMatchedShare").asText());
  }

  private static void scope2Market(JsonNode node) {
    long[] imports = longs(node.at("/given/gridImportWh"));
    long[] certificates = new long[imports.length];
    certificates[0] = node.at("/given/certificatesWh").asLong();
    Settlement.Supply supply =
        new Settlement.Supply(
            "certificates",
            HierarchyLevel.CERTIFICATES,
            micrograms(node.at("/given/certificateFactorKgPerKwh")),
            certificates,
            false);
    Periods month = Periods.one(imports.length);

    Settlement settled =
        Settlement.of(
            imports,
            List.of(supply),
            month,
            month,
            new long[] {micrograms(node.at("/given/residualFactorKgPerKwh"))});

    JsonNode expected = node.get("expected");
    assertThat(settled.carbon().micrograms()).isEqualTo(expected.get("emissionUg").asLong());
    assertThat(settled.surplus().wattHours())
        .isEqualTo(expected.path("surplusCertificatesWh").asLong(0));
  }

  /** 10.5. */
  private static Map<String, Supplier<Object>> fourIntervals() {
    Map<String, Supplier<Object>> values = new LinkedHashMap<>();
    values.put("hourly_matched", () -> kilowattHours(four().matched()));
    values.put("hourly_ratio", () -> decimal(four().share().orElseThrow()));
    values.put("annual_ratio", () -> decimal(four().volumeShare().orElseThrow()));
    values.put("cfe_score", () -> score(300_000, 300_000, 300_000, 300_000));
    values.put("cfe_var", () -> score(500_000, 200_000, 300_000, 450_000));
    values.put("LB_kg", () -> kilograms(four().unmatched(), HUBEI_2022));
    values.put(
        "wrong_net_LB_kg", () -> kilograms(four().unmatched().minus(four().excess()), HUBEI_2022));
    values.put("MB_hourly_resid_kg", () -> market(Periods.each(4)));
    values.put("MB_annual_netted_kg", () -> market(Periods.one(4)));
    values.put("with_storage_matched", () -> kilowattHours(withStorage().matched()));
    values.put("with_storage_ratio", () -> decimal(withStorage().share().orElseThrow()));
    return values;
  }

  private static Matching four() {
    return Matching.of(LOAD, PV);
  }

  private static BigDecimal score(long... gridMillionths) {
    return decimal(Matching.score(LOAD, PV, gridMillionths).orElseThrow());
  }

  private static BigDecimal market(Periods periods) {
    Settlement.Supply pv = new Settlement.Supply("pv", HierarchyLevel.CERTIFICATES, 0, PV, false);
    return Settlement.of(LOAD, List.of(pv), periods, Periods.one(4), new long[] {RESIDUAL_2022})
        .carbon()
        .kilograms();
  }

  /** 40 kWh of the second interval's surplus go in, 32 come out in the fourth. */
  private static Matching withStorage() {
    long[] charged = {0, 40_000, 0, 0};
    Storage storage = Storage.of(charged, charged, new long[] {0, 0, 0, 32_000});
    return Matching.of(LOAD, storage.supply(PV, charged));
  }

  /** 10.6. */
  private static Map<String, Supplier<Object>> day() {
    Map<String, Supplier<Object>> values = new LinkedHashMap<>();
    values.put("d24_load", () -> kilowattHours(of(dayLoad()).load()));
    values.put("d24_pv", () -> kilowattHours(of(dayLoad()).supply()));
    values.put("d24_selfuse", () -> kilowattHours(of(dayLoad()).matched()));
    values.put("d24_export", () -> kilowattHours(of(dayLoad()).excess()));
    values.put("d24_import", () -> kilowattHours(of(dayLoad()).unmatched()));
    values.put(
        "d24_selfconsumption_rate", () -> decimal(of(dayLoad()).useOfSupply().orElseThrow()));
    values.put("d24_selfsufficiency", () -> decimal(of(dayLoad()).share().orElseThrow()));
    values.put("d24_annualvol_ratio", () -> decimal(of(dayLoad()).volumeShare().orElseThrow()));
    values.put("d24_selfuse_shifted", () -> kilowattHours(of(shiftedLoad()).matched()));
    values.put("d24_gain_kWh", () -> kilowattHours(gain()));
    values.put("d24_LB_saving_kg@0.4364", () -> kilograms(gain(), HUBEI_2022));
    return values;
  }

  private static Energy gain() {
    return of(dayLoad()).unmatched().minus(of(shiftedLoad()).unmatched());
  }

  private static Matching of(long[] load) {
    return Matching.of(
        load,
        wattHours(
            0, 0, 0, 0, 0, 0, 150, 900, 2100, 3300, 4300, 4900, 5100, 4800, 4100, 3100, 1900, 700,
            80, 0, 0, 0, 0, 0));
  }

  private static long[] dayLoad() {
    return wattHours(
        1800, 1750, 1700, 1700, 1750, 1900, 2300, 3200, 3800, 4000, 4100, 4050, 3700, 3950, 4100,
        4100, 4000, 3700, 3300, 3000, 2800, 2500, 2200, 2000);
  }

  /** Three times 400 kWh from the evening to noon. */
  private static long[] shiftedLoad() {
    long[] load = dayLoad();
    for (int i = 0; i < 3; i++) {
      load[18 + i] -= 400_000;
      load[11 + i] += 400_000;
    }
    return load;
  }

  /** 10.7. */
  private static Map<String, Supplier<Object>> certificates() {
    return Map.of(
        "gec_m1", () -> text(month(1)),
        "gec_m2", () -> text(month(2)),
        "gec_m3", () -> text(month(3)));
  }

  private static CertificateIssue month(int number) {
    long[] generation = {612_400_000, 498_700_000, 1_203_650_000};
    CertificateIssue issue = new CertificateIssue(0, Energy.ZERO);
    for (int i = 0; i < number; i++) {
      issue = CertificateIssue.of(issue.carry(), new Energy(generation[i]));
    }
    return issue;
  }

  private static String text(CertificateIssue issue) {
    return issue.certificates() + " certs carry " + kilowattHours(issue.carry()).toPlainString();
  }

  private static long[] longs(JsonNode array) {
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asLong();
    }
    return values;
  }

  private static long[] wattHours(long... kilowattHours) {
    long[] values = kilowattHours.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 1000;
    }
    return values;
  }

  private static long micrograms(JsonNode kilogramsPerKilowattHour) {
    return new BigDecimal(kilogramsPerKilowattHour.asText()).movePointRight(6).longValueExact();
  }

  private static BigDecimal kilowattHours(Energy energy) {
    BigDecimal plain = energy.kilowattHours().stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static BigDecimal kilograms(Energy energy, long micrograms) {
    return new Carbon(Math.multiplyExact(energy.wattHours(), micrograms)).kilograms();
  }

  /** As many places as the file's longest value has. */
  private static BigDecimal decimal(Ratio ratio) {
    return ratio.decimal(28);
  }
}

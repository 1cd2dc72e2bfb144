package org.zerofactory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.carbon.LoadShiftSaving;
import org.zerofactory.domain.carbon.LocationBasedScope2;
import org.zerofactory.domain.carbon.MarketBasedScope2;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.RegisterEnergy;
import org.zerofactory.domain.metering.RegisterReading;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/** Worked cases of electricity: registers, gaps, balances, scope 2 and load shifting. */
final class ElectricityCases {

  private static final Instant START = Instant.parse("2025-06-02T00:00:00Z");
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  static final Map<String, Consumer<JsonNode>> ALL =
      Map.ofEntries(
          Map.entry("scope2-location", ElectricityCases::scope2Location),
          Map.entry("scope2-market", ElectricityCases::scope2Market),
          Map.entry("scope2-market-surplus", ElectricityCases::scope2Market),
          Map.entry("scope2-hourly", ElectricityCases::scope2Hourly),
          Map.entry("pv-balance", ElectricityCases::pvBalance),
          Map.entry("register-rollover", ElectricityCases::registerRollover),
          Map.entry("register-reset", ElectricityCases::registerReset),
          Map.entry("gap-split", ElectricityCases::gap),
          Map.entry("gap-split-remainder", ElectricityCases::gap),
          Map.entry("dst-day", ElectricityCases::dstDay),
          Map.entry("savings-load-shift", ElectricityCases::loadShift));

  private ElectricityCases() {}

  private static void scope2Location(JsonNode node) {
    FactorSeries series = yearly(node.at("/given/factorKgPerKwh"));

    Carbon carbon = LocationBasedScope2.of(imports(node), series);

    assertThat(carbon.micrograms()).isEqualTo(node.at("/expected/emissionUg").asLong());
    assertThat(carbon.kilograms())
        .isEqualByComparingTo(new BigDecimal(node.at("/expected/emissionKg").asText()));
  }

  private static void scope2Market(JsonNode node) {
    Energy gridImport =
        imports(node).stream()
            .map(LocationBasedScope2.GridImport::energy)
            .reduce(Energy.ZERO, Energy::plus);

    MarketBasedScope2 result =
        MarketBasedScope2.of(
            gridImport,
            new Energy(node.at("/given/certificatesWh").asLong()),
            microgramsPerWattHour(node.at("/given/certificateFactorKgPerKwh")),
            microgramsPerWattHour(node.at("/given/residualFactorKgPerKwh")));

    assertThat(result.carbon().micrograms()).isEqualTo(node.at("/expected/emissionUg").asLong());
    assertThat(result.surplus().wattHours())
        .isEqualTo(node.at("/expected/surplusCertificatesWh").asLong(0));
  }

  private static void scope2Hourly(JsonNode node) {
    JsonNode factors = node.at("/given/hourlyFactorGPerKwh");
    JsonNode energies = node.at("/given/gridImportWh");
    List<EmissionFactor> hourly = new ArrayList<>();
    List<LocationBasedScope2.GridImport> imports = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      Interval hour = step(i, 3600);
      long micrograms = new BigDecimal(factors.get(i).asText()).movePointRight(3).longValueExact();
      hourly.add(factor("h" + i, hour, micrograms));
      imports.add(new LocationBasedScope2.GridImport(hour, new Energy(energies.get(i).asLong())));
    }

    Carbon carbon = LocationBasedScope2.of(imports, new FactorSeries("test", hourly));

    assertThat(carbon.micrograms()).isEqualTo(node.at("/expected/emissionUg").asLong());
  }

  private static void pvBalance(JsonNode node) {
    List<EnergyBalance> balances =
        IntStream.range(0, node.at("/given/gridImportWh").size())
            .mapToObj(
                i ->
                    new EnergyBalance(
                        energy(node, "gridImportWh", i),
                        energy(node, "gridExportWh", i),
                        energy(node, "pvProductionWh", i)))
            .toList();
    EmissionFactor factor =
        factor("f", step(0, 3600), microgramsPerWattHour(node.at("/given/factorKgPerKwh")));

    EnergyBalance sum = balances.stream().reduce(EnergyBalance.ZERO, EnergyBalance::plus);

    assertThat(balances.stream().map(balance -> balance.selfUse().wattHours()))
        .containsExactlyElementsOf(longs(node.at("/expected/pvSelfUseWh")));
    assertThat(balances.stream().map(balance -> balance.load().wattHours()))
        .containsExactlyElementsOf(longs(node.at("/expected/loadWh")));
    assertThat(sum.selfConsumption().orElseThrow().toPlainString())
        .isEqualTo(node.at("/expected/selfConsumptionRatio").asText());
    assertThat(sum.selfSufficiency().orElseThrow().toPlainString())
        .isEqualTo(node.at("/expected/selfSufficiencyRatio").asText());
    assertThat(factor.times(sum.gridImport()).micrograms())
        .isEqualTo(node.at("/expected/scope2Ug").asLong());
    assertThat(factor.times(sum.selfUse()).micrograms())
        .isEqualTo(node.at("/expected/avoidedBySelfUseUg").asLong());
  }

  private static void registerRollover(JsonNode node) {
    List<IntervalReading> amounts = amountsOfRegister(node);

    assertThat(amounts).hasSize(1);
    assertThat(amounts.get(0).amount()).hasValue(node.at("/expected/energyWh").asLong());
  }

  private static void registerReset(JsonNode node) {
    List<IntervalReading> amounts = amountsOfRegister(node);

    assertThat(amounts.stream().map(amount -> amount.amount().orElseThrow()))
        .containsExactlyElementsOf(longs(node.at("/expected/energyWh")));
    assertThat(amounts.stream().map(amount -> amount.flag().name()))
        .containsExactlyElementsOf(texts(node.at("/expected/flags")));
  }

  private static void gap(JsonNode node) {
    int intervals = node.at("/given/intervals").asInt();
    List<RegisterReading> readings =
        List.of(
            reading(0, node.at("/given/registerKwhBefore")),
            reading(intervals, node.at("/given/registerKwhAfter")));

    List<IntervalReading> amounts = amounts(readings, intervals, OptionalLong.empty());

    assertThat(amounts.stream().map(amount -> amount.amount().orElseThrow()))
        .containsExactlyElementsOf(longs(node.at("/expected/energyWh")));
    assertThat(amounts.stream().map(amount -> amount.flag().name())).containsOnly("ESTIMATED");
    assertThat(amounts.stream().mapToLong(amount -> amount.amount().orElseThrow()).sum())
        .isEqualTo(node.at("/expected/sumWh").asLong());
  }

  private static void dstDay(JsonNode node) {
    List<Long> counts = new ArrayList<>();
    for (JsonNode day : node.at("/given/days")) {
      LocalDate date = LocalDate.parse(day.get(0).asText());
      counts.add((long) QuarterHours.ofDay(date, ZoneId.of(day.get(1).asText())).size());
    }

    assertThat(counts).containsExactlyElementsOf(longs(node.at("/expected/quarterHours")));
  }

  private static void loadShift(JsonNode node) {
    Carbon saved = Carbon.ZERO;
    for (int i = 0; i < node.at("/given/pvWh").size(); i++) {
      Energy pv = energy(node, "pvWh", i);
      Energy reference = energy(node, "referenceLoadWh", i);
      Energy executed = energy(node, "executedLoadWh", i);
      long micrograms = node.at("/given/factorUgPerWh").get(i).asLong();

      assertThat(LoadShiftSaving.gridImport(reference, pv).wattHours())
          .isEqualTo(node.at("/expected/referenceImportWh").get(i).asLong());
      assertThat(LoadShiftSaving.gridImport(executed, pv).wattHours())
          .isEqualTo(node.at("/expected/executedImportWh").get(i).asLong());
      Energy avoided = LoadShiftSaving.of(executed, executed, reference, pv);
      saved = saved.plus(factor("f" + i, step(i, 900), micrograms).times(avoided));
    }

    assertThat(saved.micrograms()).isEqualTo(node.at("/expected/savedUg").asLong());
  }

  private static List<IntervalReading> amountsOfRegister(JsonNode node) {
    List<RegisterReading> readings = new ArrayList<>();
    for (JsonNode value : node.at("/given/registerKwh")) {
      readings.add(reading(readings.size(), value));
    }
    long span = wattHours(node.at("/given/rolloverKwh"));
    return amounts(readings, readings.size() - 1, OptionalLong.of(span));
  }

  private static List<IntervalReading> amounts(
      List<RegisterReading> readings, int intervals, OptionalLong span) {
    return IntStream.range(0, intervals)
        .mapToObj(i -> RegisterEnergy.of(step(i, 900), readings, span, TOLERANCE))
        .toList();
  }

  private static RegisterReading reading(int interval, JsonNode kilowattHours) {
    return new RegisterReading(START.plusSeconds(900L * interval), wattHours(kilowattHours));
  }

  private static long wattHours(JsonNode kilowattHours) {
    return new BigDecimal(kilowattHours.asText()).movePointRight(3).longValueExact();
  }

  private static Energy energy(JsonNode node, String field, int index) {
    return new Energy(node.at("/given/" + field).get(index).asLong());
  }

  private static List<LocationBasedScope2.GridImport> imports(JsonNode node) {
    JsonNode energies = node.at("/given/gridImportWh");
    return IntStream.range(0, energies.size())
        .mapToObj(
            i ->
                new LocationBasedScope2.GridImport(
                    step(i, 900), new Energy(energies.get(i).asLong())))
        .toList();
  }

  private static FactorSeries yearly(JsonNode kilogramsPerKilowattHour) {
    Interval year = new Interval(START.minusSeconds(86_400), START.plusSeconds(86_400));
    return new FactorSeries(
        "test", List.of(factor("f", year, microgramsPerWattHour(kilogramsPerKilowattHour))));
  }

  private static long microgramsPerWattHour(JsonNode kilogramsPerKilowattHour) {
    return new BigDecimal(kilogramsPerKilowattHour.asText()).movePointRight(6).longValueExact();
  }

  private static EmissionFactor factor(String id, Interval validity, long micrograms) {
    return new EmissionFactor(
        id,
        "test",
        new FactorKey(
            "location-based",
            "CN",
            2025,
            "test",
            FactorKey.GasBasis.CO2,
            FactorKey.Boundary.GENERATION),
        validity,
        micrograms,
        new Citation("test", "test", "2025-01", "test"),
        Verification.ORIGINAL);
  }

  private static Interval step(int index, long seconds) {
    return new Interval(
        START.plusSeconds(index * seconds), START.plusSeconds((index + 1) * seconds));
  }

  private static List<Long> longs(JsonNode array) {
    return LongStream.range(0, array.size()).mapToObj(i -> array.get((int) i).asLong()).toList();
  }

  private static List<String> texts(JsonNode array) {
    return IntStream.range(0, array.size()).mapToObj(i -> array.get(i).asText()).toList();
  }
}

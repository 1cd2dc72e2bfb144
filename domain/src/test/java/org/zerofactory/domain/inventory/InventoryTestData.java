package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.factor.GwpSet;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/** Small factories for inventories of tests. */
public final class InventoryTestData {

  public static final String SITE = "wuhan";
  public static final String DOCUMENT = "ab".repeat(32);
  public static final GwpSet AR5 =
      new GwpSet(
          "AR5",
          Map.of(
              Gas.CH4,
              Ratio.of(28, 1),
              Gas.CH4_FOSSIL,
              Ratio.of(28, 1),
              Gas.N2O,
              Ratio.of(265, 1),
              Gas.SF6,
              Ratio.of(23_500, 1),
              new Gas("HFC-32"),
              Ratio.of(677, 1),
              new Gas("HFC-125"),
              Ratio.of(3170, 1)));

  private static final Interval ALWAYS =
      new Interval(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));

  private InventoryTestData() {}

  public static Boundary boundary() {
    return new Boundary(
        "Test organisation",
        List.of(
            new Boundary.Site(
                SITE,
                "Wuhan",
                List.of(
                    new Boundary.Line("smt", "SMT", List.of("oven", "printer")),
                    new Boundary.Line("assembly", "Assembly", List.of())))),
        List.of());
  }

  /** A factor of one gas, µg for one base unit. */
  public static Factor factor(
      String series, FactorKey.Boundary boundary, BaseUnit per, Gas gas, Ratio micrograms) {
    return factor(series, boundary, per, Map.of(gas, micrograms));
  }

  public static Factor factor(
      String series, FactorKey.Boundary boundary, BaseUnit per, Map<Gas, Ratio> micrograms) {
    return new Factor(
        series + "-1",
        series,
        series,
        new FactorKey(
            useOf(series, boundary, per), "CN", 2022, "test-1", FactorKey.GasBasis.GASES, boundary),
        ALWAYS,
        per,
        micrograms,
        Ratio.ZERO,
        Optional.empty(),
        new Citation("test", "test", "2024-12", "table 1"),
        Verification.TWO_SOURCES,
        Optional.empty());
  }

  private static String useOf(String series, FactorKey.Boundary boundary, BaseUnit per) {
    if (boundary != FactorKey.Boundary.GENERATION) {
      return "test";
    }
    if (per != BaseUnit.WATT_HOUR) {
      return "heat";
    }
    return series.startsWith("residual") ? "residual" : "location-based";
  }

  /** A factor for electricity from kg/kWh. */
  public static Factor grid(String series, String kilogramsPerKilowattHour) {
    return factor(
        series,
        FactorKey.Boundary.GENERATION,
        BaseUnit.WATT_HOUR,
        Gas.CO2,
        Ratio.of(new BigDecimal(kilogramsPerKilowattHour).movePointRight(6)));
  }

  public static BiFunction<String, LocalDate, Optional<ChosenFactor>> always(Factor... factors) {
    Map<String, ChosenFactor> bySeries = new TreeMap<>();
    for (Factor factor : factors) {
      bySeries.put(factor.series(), new ChosenFactor(factor, false));
    }
    return (series, day) -> Optional.ofNullable(bySeries.get(series));
  }

  public static MeteredActivity metered(
      String meter,
      String month,
      SourceCategory category,
      Flow flow,
      String series,
      Amount amount) {
    return new MeteredActivity(
        Place.ofSite(SITE),
        meter,
        YearMonth.parse(month),
        category,
        flow,
        flow == Flow.OWN_GENERATION ? Optional.empty() : Optional.of(series),
        amount,
        0,
        new Completeness(2880, 2880, 0, 0),
        Optional.of(new BlockRange(1, 2880)));
  }

  public static MeteredActivity power(String month, Flow flow, String megawattHours) {
    return metered(
        flow.word(),
        month,
        SourceCategory.ELECTRICITY,
        flow,
        "grid",
        amount(megawattHours, Unit.MEGAWATT_HOUR));
  }

  public static ActivityEntry entry(
      String id, SourceCategory category, String from, String to, Amount amount, String series) {
    return new ActivityEntry(
        id,
        SITE,
        category,
        id,
        "test",
        LocalDate.parse(from),
        LocalDate.parse(to),
        amount,
        series,
        Optional.of(DOCUMENT),
        "li",
        Optional.of("wang"));
  }

  /** A map's value that must be there. */
  public static <K, V> V at(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "nothing of " + key);
  }

  /** What burning a fuel emits, by a factor made of its properties. */
  public static GasMasses burnt(Amount amount, FuelProperties fuel) {
    Ratio mass = fuel.microgramsCo2PerUnit();
    return factor("fuel", FactorKey.Boundary.COMBUSTION, fuel.per(), Gas.CO2, mass).times(amount);
  }

  public static Amount amount(String number, Unit unit) {
    return Amount.of(new BigDecimal(number), unit);
  }

  public static InventoryInput input(
      InventoryRules rules,
      List<MeteredActivity> metered,
      List<ActivityEntry> entries,
      List<MarketCover> covers) {
    return new InventoryInput(
        boundary(),
        InventoryPeriod.ofYear(2022),
        rules,
        metered,
        List.of(),
        entries,
        covers,
        new InputReferences(List.of(), List.of()));
  }
}

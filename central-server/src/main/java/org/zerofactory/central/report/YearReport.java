package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.account.Emissions;
import org.zerofactory.domain.account.FactorUse;
import org.zerofactory.domain.account.GreenPowerContract;
import org.zerofactory.domain.account.MeasuredMeasure;
import org.zerofactory.domain.account.PeriodAccount;
import org.zerofactory.domain.account.PeriodEnergy;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.quantity.Carbon;

/** A year as JSON: months, their sum, and what the figures rest on. */
public final class YearReport {

  private static final int FACTOR_DECIMALS = 6;

  private YearReport() {}

  public static ObjectNode of(YearAccount year) {
    PeriodAccount total = year.total();
    ObjectNode json =
        Figures.object()
            .put("year", year.year())
            .put("zone", year.zone().getId())
            .put("sequence", year.sequence());
    ArrayNode months = json.putArray("months");
    for (YearAccount.Month month : year.months()) {
      months.add(
          Figures.object().put("month", month.month().toString()).setAll(period(month.account())));
    }
    json.set("totals", period(total));
    json.set("waterfall", waterfall(total));
    json.set("factors", factors(total));
    json.set("contracts", contracts(year));
    json.set("measures", measures(year));
    json.set("methods", methods(year));
    json.set("faults", Figures.faults(total.faults()));
    return json;
  }

  private static ObjectNode period(PeriodAccount account) {
    PeriodEnergy energy = account.energy();
    Optional<Emissions> emissions = account.emissions();
    ObjectNode json =
        Figures.object()
            .put("importWh", energy.gridImport().wattHours())
            .put("exportWh", energy.gridExport().wattHours())
            .put("pvWh", energy.production().wattHours())
            .put("selfUseWh", energy.balanced().selfUse().wattHours())
            .put("loadWh", energy.balanced().load().wattHours())
            .put("gasL", account.gasLitres());
    Figures.put(json, "locationKg", emissions.map(Emissions::location));
    Figures.put(json, "marketKg", emissions.map(Emissions::market));
    json.put("greenPowerWh", energy.greenPower().wattHours());
    json.put("greenSurplusWh", energy.greenSurplus().wattHours());
    json.put("efficiencyWh", energy.efficiency().wattHours());
    json.put("loadShiftWh", energy.loadShift().wattHours());
    Figures.put(json, "savedKg", emissions.map(Emissions::saved));
    json.set("savings", savings(emissions));
    json.set("complete", Figures.complete(account.complete()));
    return json;
  }

  private static ObjectNode savings(Optional<Emissions> emissions) {
    ObjectNode json = Figures.object();
    Figures.put(json, "pvSelfUseKg", emissions.map(Emissions::pvSelfUse));
    Figures.put(json, "greenPowerKg", emissions.map(Emissions::greenPower));
    Figures.put(json, "efficiencyKg", emissions.map(Emissions::efficiency));
    Figures.put(json, "loadShiftKg", emissions.map(Emissions::loadShift));
    return json;
  }

  /** From the reference to the market-based result; the steps add up to the microgram. */
  private static ArrayNode waterfall(PeriodAccount total) {
    ArrayNode steps = Figures.array();
    total
        .emissions()
        .ifPresent(
            of -> {
              step(steps, "reference", of.reference());
              step(steps, "pv-self-use", negative(of.pvSelfUse()));
              step(steps, "efficiency", negative(of.efficiency()));
              step(steps, "load-shift", negative(of.loadShift()));
              step(steps, "location-based", of.location());
              step(steps, "green-power", negative(of.greenPower()));
              step(steps, "residual-factor", of.residualStep());
              step(steps, "market-based", of.market());
            });
    return steps;
  }

  private static void step(ArrayNode steps, String word, Carbon carbon) {
    steps.addObject().put("step", word).put("kg", Figures.kilograms(carbon));
  }

  private static Carbon negative(Carbon carbon) {
    return Carbon.ZERO.minus(carbon);
  }

  private static ArrayNode factors(PeriodAccount total) {
    ArrayNode json = Figures.array();
    for (FactorUse use : total.emissions().map(Emissions::factors).orElse(List.of())) {
      json.addObject()
          .put("use", use.use())
          .put("id", use.factor().id())
          .put("version", String.valueOf(use.factor().dataYear()))
          .put("kgPerKwh", kilogramsPerKilowattHour(use.factor().microgramsPerWattHour()))
          .put("source", use.factor().source().toString())
          .put("validFrom", use.factor().validity().start().toEpochMilli())
          .put("validTo", use.factor().validity().end().toEpochMilli())
          .put("provisional", use.provisional())
          .put("verified", use.factor().verified());
    }
    return json;
  }

  private static String kilogramsPerKilowattHour(long microgramsPerWattHour) {
    BigDecimal value =
        BigDecimal.valueOf(microgramsPerWattHour, FACTOR_DECIMALS).stripTrailingZeros();
    return value.signum() == 0 ? "0" : value.toPlainString();
  }

  private static ArrayNode contracts(YearAccount year) {
    ArrayNode json = Figures.array();
    for (GreenPowerContract contract : year.rules().greenPower()) {
      long volume =
          year.months().stream()
              .mapToLong(month -> contract.volume(month.month()).wattHours())
              .sum();
      if (volume > 0) {
        json.addObject()
            .put("id", contract.id())
            .put("name", contract.name())
            .put("volumeWh", volume)
            .put("kgPerKwh", kilogramsPerKilowattHour(contract.microgramsPerWattHour()))
            .put("source", contract.source());
      }
    }
    return json;
  }

  private static ArrayNode measures(YearAccount year) {
    ArrayNode json = Figures.array();
    for (MeasuredMeasure measure : year.rules().measures()) {
      json.addObject()
          .put("id", measure.id())
          .put("name", measure.name())
          .put("from", measure.from().toString())
          .put("baselineFrom", measure.baselineFrom().toString())
          .put("baselineTo", measure.baselineTo().toString())
          .put("method", measure.method());
    }
    return json;
  }

  private static ObjectNode methods(YearAccount year) {
    return Figures.object()
        .put(
            "location",
            "GHG Protocol, Scope 2 Guidance (2015), chapter 6: grid import times the grid-average"
                + " factor of its time")
        .put(
            "market",
            "GHG Protocol, Scope 2 Guidance (2015), chapter 6: contracts of the month at their"
                + " factor, the rest at the residual factor; surplus is not carried over")
        .put(
            "pvSelfUse",
            "Own production less export, less what the schedule moved under the sun, times the"
                + " location factor; by quarter hour")
        .put("greenPower", "Import that contracts cover times location factor less their own")
        .put(
            "efficiency",
            year.rules().measures().stream()
                .map(MeasuredMeasure::method)
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .orElse("no measure"))
        .put(
            "loadShift",
            "Import of the reference plan with the same sun less import as it ran, by quarter hour;"
                + " a loss counts as a loss");
  }
}

package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zerofactory.domain.account.Emissions;
import org.zerofactory.domain.account.GreenPowerContract;
import org.zerofactory.domain.account.InstrumentCoverage;
import org.zerofactory.domain.account.MeasuredMeasure;
import org.zerofactory.domain.account.PeriodAccount;
import org.zerofactory.domain.account.PeriodEnergy;
import org.zerofactory.domain.account.SavingsStatement;
import org.zerofactory.domain.account.YearAccount;
import org.zerofactory.domain.savings.RegressionMeasure;

/** A year as JSON: months, their sum, and what the figures rest on. */
public final class YearReport {

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
    Optional<SavingsStatement> statement = SavingsStatement.of(year);
    json.set("waterfall", SavingsReport.waterfall(statement));
    json.set("savingsStatement", SavingsReport.of(statement));
    json.set(
        "factors", FactorUses.json(total.emissions().map(Emissions::factors).orElse(List.of())));
    json.set("contracts", contracts(year));
    json.set("instruments", InstrumentReport.coverage(InstrumentCoverage.of(year)));
    json.set("measures", MeasuresReport.of(year));
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
            .put("kgPerKwh", FactorUses.kilogramsPerKilowattHour(contract.microgramsPerWattHour()))
            .put("source", contract.source());
      }
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
            "GHG Protocol, Scope 2 Guidance (2015), chapter 6: instruments and contracts of the month"
                + " at their factor, the highest level first, the rest at the residual factor;"
                + " surplus is not carried over")
        .put(
            "pvSelfUse",
            "Own production less export, less what the schedule moved under the sun, times the"
                + " location factor; by quarter hour")
        .put("greenPower", "Import that contracts cover times location factor less their own")
        .put(
            "efficiency",
            Stream.concat(
                    year.rules().measures().stream().map(MeasuredMeasure::method),
                    year.rules().regressions().stream().map(RegressionMeasure::method))
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .orElse("no measure"))
        .put(
            "loadShift",
            "Import of the reference plan with the same sun less import as it ran, by quarter hour;"
                + " a loss counts as a loss");
  }
}

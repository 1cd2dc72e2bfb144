package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.zerofactory.domain.account.DayAccount;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.quantity.Energy;

/** A day as JSON: one value for each quarter hour, null where it is not known. */
public final class DayReport {

  private DayReport() {}

  public static ObjectNode of(DayAccount day) {
    EnergyBalance balance = day.balanced();
    var quarters = QuarterHours.startingIn(day.interval());
    ObjectNode json =
        Figures.object()
            .put("date", day.date().toString())
            .put("zone", day.zone().getId())
            .put("start", day.interval().start().toEpochMilli())
            .put("stepSeconds", QuarterHours.SECONDS)
            .put("count", quarters.size());
    Map<Instant, QuarterHourBalance> known = new HashMap<>();
    day.quarters().forEach(quarter -> known.put(quarter.start(), quarter));
    ObjectNode series = json.putObject("series");
    series(series, "pv", quarters, known, QuarterHourBalance::production);
    series(series, "load", quarters, known, quarter -> of(quarter, EnergyBalance::load));
    series(series, "import", quarters, known, QuarterHourBalance::gridImport);
    series(series, "export", quarters, known, QuarterHourBalance::gridExport);
    series(series, "selfUse", quarters, known, quarter -> of(quarter, EnergyBalance::selfUse));
    ArrayNode quality = json.putArray("quality");
    for (Interval quarter : quarters) {
      QuarterHourBalance at = known.get(quarter.start());
      quality.add(at == null ? null : at.quality().name());
    }
    ObjectNode totals =
        json.putObject("totals")
            .put("pvWh", day.energy().production().wattHours())
            .put("loadWh", balance.load().wattHours())
            .put("importWh", day.energy().gridImport().wattHours())
            .put("exportWh", day.energy().gridExport().wattHours())
            .put("selfUseWh", balance.selfUse().wattHours());
    Figures.putRatio(totals, "selfConsumption", balance.selfConsumption());
    Figures.putRatio(totals, "selfSufficiency", balance.selfSufficiency());
    ObjectNode emissions = json.putObject("emissions");
    Figures.put(emissions, "locationKg", day.location());
    Figures.put(emissions, "marketKg", day.market());
    json.set("complete", Figures.complete(day.complete()));
    json.set("faults", Figures.faults(day.faults()));
    return json;
  }

  private static OptionalLong of(
      QuarterHourBalance quarter, Function<EnergyBalance, Energy> amount) {
    Optional<Energy> known = quarter.balance().map(amount);
    return known.isPresent() ? OptionalLong.of(known.get().wattHours()) : OptionalLong.empty();
  }

  private static void series(
      ObjectNode into,
      String name,
      Iterable<Interval> quarters,
      Map<Instant, QuarterHourBalance> known,
      Function<QuarterHourBalance, OptionalLong> amount) {
    ArrayNode values = into.putArray(name);
    for (Interval quarter : quarters) {
      QuarterHourBalance at = known.get(quarter.start());
      Figures.add(values, at == null ? OptionalLong.empty() : amount.apply(at));
    }
  }
}

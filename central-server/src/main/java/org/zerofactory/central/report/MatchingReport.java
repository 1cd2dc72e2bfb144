package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.zerofactory.domain.account.MatchingBasis;
import org.zerofactory.domain.account.YearMatching;
import org.zerofactory.domain.instrument.MatchingRule;
import org.zerofactory.domain.quantity.Ratio;

/** A year's matching as JSON: totals, sources, and a matrix of days by hours. */
public final class MatchingReport {

  private static final int SHARE_DECIMALS = 6;
  private static final int QUARTERS_OF_AN_HOUR = 4;

  private MatchingReport() {}

  public static ObjectNode of(YearMatching year) {
    ObjectNode json =
        Figures.object()
            .put("year", year.hours().year())
            .put("zone", year.hours().zone().getId())
            .put("sequence", year.sequence());
    json.set("rule", rule(year.basis(), year.chosen()));
    json.set("totals", totals(year));
    json.set("sources", sources(year));
    json.set("market", market(year));
    json.set("hours", hours(year));
    ArrayNode faults = json.putArray("faults");
    year.faults().forEach(faults::add);
    return json;
  }

  private static ObjectNode rule(MatchingBasis basis, MatchingRule.Match chosen) {
    MatchingRule rule = basis.rule();
    ObjectNode json =
        Figures.object()
            .put("interval", rule.interval().word())
            .put("intervalHere", chosen.word())
            .put("boundary", rule.boundary().word())
            .put("unmatched", rule.unmatched().word())
            .put("legacyUntil", rule.legacyUntil().map(LocalDate::toString).orElse(null))
            .put("loadProfileAllowed", rule.loadProfileAllowed())
            .put("vintageMonths", rule.vintageMonths())
            .put("gridCarbonFreeSource", basis.gridSource().orElse(null));
    if (rule.exemptBelow().isPresent()) {
      json.put("exemptBelowWh", rule.exemptBelow().getAsLong());
    } else {
      json.putNull("exemptBelowWh");
    }
    return json;
  }

  private static ObjectNode totals(YearMatching year) {
    ObjectNode json =
        Figures.object()
            .put("loadWh", year.total().load().wattHours())
            .put("carbonFreeWh", year.total().supply().wattHours())
            .put("matchedWh", year.total().matched().wattHours())
            .put("unmatchedWh", year.total().unmatched().wattHours())
            .put("excessWh", year.total().excess().wattHours())
            .put("matchedMeteredWh", year.metered().matched().wattHours());
    share(json, "hourlyShare", year.total().share());
    share(json, "annualShare", year.total().volumeShare());
    share(json, "meteredShare", year.metered().share());
    share(json, "carbonFreeScore", year.score());
    int whole = 0;
    int part = 0;
    for (int quarters : year.quarterHours()) {
      whole += quarters == QUARTERS_OF_AN_HOUR ? 1 : 0;
      part += quarters > 0 && quarters < QUARTERS_OF_AN_HOUR ? 1 : 0;
    }
    return json.put("wholeHours", whole)
        .put("partialHours", part)
        .put("missingHours", year.hours().count() - whole - part);
  }

  private static void share(ObjectNode json, String field, Optional<Ratio> share) {
    Optional<BigDecimal> shown = share.map(ratio -> ratio.decimal(SHARE_DECIMALS));
    json.put(field, shown.map(BigDecimal::toPlainString).orElse(null));
  }

  private static ArrayNode sources(YearMatching year) {
    ArrayNode json = Figures.array();
    for (YearMatching.Source source : year.sources()) {
      json.addObject()
          .put("id", source.id())
          .put("name", source.name())
          .put("energyWh", source.energy().wattHours())
          .put("profile", source.profile())
          .put("estimated", source.isEstimated());
    }
    return json;
  }

  private static ArrayNode market(YearMatching year) {
    ArrayNode json = Figures.array();
    for (YearMatching.Outcome outcome : year.outcomes()) {
      ObjectNode one =
          json.addObject()
              .put("interval", outcome.interval().word())
              .put("chosen", outcome.interval() == year.chosen())
              .put("coveredWh", outcome.covered().wattHours())
              .put("uncoveredWh", outcome.uncovered().wattHours())
              .put("surplusWh", outcome.surplus().wattHours());
      Figures.put(one, "marketKg", outcome.carbon());
    }
    return json;
  }

  /** One row a local day, of 23 to 25 hours; null where there are no readings. */
  private static ObjectNode hours(YearMatching year) {
    ObjectNode json = Figures.object();
    ArrayNode days = json.putArray("days");
    ArrayNode load = json.putArray("loadWh");
    ArrayNode free = json.putArray("carbonFreeWh");
    ArrayNode matched = json.putArray("matchedWh");
    int[] starts = year.hours().dayStarts();
    LocalDate first = LocalDate.of(year.hours().year(), 1, 1);
    for (int day = 0; day + 1 < starts.length; day++) {
      days.add(first.plusDays(day).toString());
      row(load.addArray(), year, year.load(), starts[day], starts[day + 1]);
      row(free.addArray(), year, year.carbonFree(), starts[day], starts[day + 1]);
      row(matched.addArray(), year, year.matched(), starts[day], starts[day + 1]);
    }
    return json;
  }

  private static void row(ArrayNode row, YearMatching year, long[] values, int from, int to) {
    for (int hour = from; hour < to; hour++) {
      if (year.quarterHours()[hour] == 0) {
        row.addNull();
      } else {
        row.add(values[hour]);
      }
    }
  }
}

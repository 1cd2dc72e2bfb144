package org.zerofactory.edge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.zerofactory.domain.schedule.PlanFigures;
import org.zerofactory.domain.schedule.PlannedOperation;
import org.zerofactory.domain.schedule.ProductionPlan;

/** A plan as a table for a terminal, in the site's time. */
final class ScheduleText {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final int KILO_DIGITS = 3;
  private static final int MICRO_DIGITS = 6;

  private final ZoneId zone;

  ScheduleText(ZoneId zone) {
    this.zone = zone;
  }

  String plan(ProductionPlan plan) {
    StringBuilder out = new StringBuilder();
    line(
        out,
        "Plan of %s, %s to %s (%s), profile %s",
        plan.site(),
        time(plan.horizon().start()),
        time(plan.horizon().end()),
        zone,
        plan.profile());
    line(
        out,
        "%-11s  %-11s  %-6s  %-14s %-8s %-24s %s",
        "start",
        "end",
        "set-up",
        "machine",
        "speed",
        "order",
        "units");
    for (PlannedOperation of : plan.operations()) {
      long setup = (of.start().getEpochSecond() - of.setupStart().getEpochSecond()) / 60;
      line(
          out,
          "%s  %s  %-6s  %-14s %-8s %-24s %,d",
          time(of.start()),
          time(of.end()),
          setup == 0 ? "" : setup + " min",
          of.equipment(),
          of.mode(),
          of.order() + "/" + of.lot() + " " + of.segment(),
          of.units());
    }
    plan.late()
        .forEach(
            of ->
                line(
                    out,
                    "Late: %s by %d min (%s due %s)",
                    of.order(),
                    of.seconds() / 60,
                    of.firm() ? "firmly" : "softly",
                    time(of.due())));
    plan.unplaceable()
        .forEach(
            of ->
                line(
                    out,
                    "Cannot fit: %s (%s, %,d %s too much)",
                    of.text(),
                    of.limit(),
                    of.excess(),
                    of.unit()));
    line(out, "Rounding to quarter hours adds %d min to all runs.", plan.roundedUpSeconds() / 60);
    return out.toString();
  }

  /** The plan beside the orders as they come. */
  String comparison(ProductionPlan plan, ProductionPlan reference) {
    StringBuilder out = new StringBuilder();
    String currency = plan.currency();
    line(out, "%n%-34s %15s %15s %15s", "", "plan", "as they come", "difference");
    row(out, "from the grid, kWh", plan, reference, PlanFigures::importWh, KILO_DIGITS);
    row(out, "into the grid, kWh", plan, reference, PlanFigures::exportWh, KILO_DIGITS);
    row(out, "planned machines, kWh", plan, reference, PlanFigures::plannedWh, KILO_DIGITS);
    row(out, "CO2e, kg", plan, reference, PlanFigures::co2Grams, KILO_DIGITS);
    row(out, "highest quarter hour, kW", plan, reference, PlanFigures::peakW, KILO_DIGITS);
    row(out, "energy, " + currency, plan, reference, PlanFigures::energyMicros, MICRO_DIGITS);
    row(out, "peak charge, " + currency, plan, reference, PlanFigures::peakMicros, MICRO_DIGITS);
    row(
        out,
        "all that is paid, " + currency,
        plan,
        reference,
        PlanFigures::paidMicros,
        MICRO_DIGITS);
    line(out, "%-34s %15d %15d", "late orders", plan.late().size(), reference.late().size());
    PlanFigures little = plan.littleSun();
    line(
        out,
        "If the sun gives only its P10: %s kWh from the grid, %s kg CO2e, %s %s, peak %s kW%s",
        number(little.importWh(), KILO_DIGITS),
        number(little.co2Grams(), KILO_DIGITS),
        number(little.paidMicros(), MICRO_DIGITS),
        currency,
        number(little.peakW(), KILO_DIGITS),
        little.overLimitW() == 0
            ? "; the connection carries it"
            : "; "
                + number(little.overLimitW(), KILO_DIGITS)
                + " kW more than the connection carries");
    return out.toString();
  }

  private static void row(
      StringBuilder out,
      String name,
      ProductionPlan plan,
      ProductionPlan reference,
      ToLongFunction<PlanFigures> figure,
      int digits) {
    long one = figure.applyAsLong(plan.expected());
    long other = figure.applyAsLong(reference.expected());
    line(
        out,
        "%-34s %15s %15s %15s",
        name,
        number(one, digits),
        number(other, digits),
        number(one - other, digits));
  }

  private static String number(long value, int digits) {
    BigDecimal rounded = BigDecimal.valueOf(value, digits).setScale(0, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,d", rounded.longValueExact());
  }

  private String time(Instant time) {
    return TIME.format(time.atZone(zone));
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}

package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zerofactory.domain.account.SavingLine;
import org.zerofactory.domain.account.SavingsStatement;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.Waterfall;

/** A year's savings statement and waterfall as JSON. */
final class SavingsReport {

  private static final int CONFIDENCE_PERCENT = 95;
  private static final List<Waterfall.Column> COLUMNS =
      List.of(
          Waterfall.Column.EFFICIENCY,
          Waterfall.Column.OWN_GENERATION,
          Waterfall.Column.PROCUREMENT);

  private SavingsReport() {}

  /** From the reference to the market-based result; the steps add up to the microgram. */
  static ArrayNode waterfall(Optional<SavingsStatement> statement) {
    ArrayNode steps = Figures.array();
    for (Waterfall.Step step : statement.map(of -> of.waterfall().steps()).orElse(List.of())) {
      steps
          .addObject()
          .put("step", step.word())
          .put("wh", step.energy().wattHours())
          .put("kg", Figures.kilograms(step.carbon()));
    }
    return steps;
  }

  /** Null if a factor is missing. */
  static JsonNode of(Optional<SavingsStatement> statement) {
    return statement.<JsonNode>map(SavingsReport::of).orElse(JsonNodeFactory.instance.nullNode());
  }

  private static ObjectNode of(SavingsStatement statement) {
    ObjectNode json = Figures.object();
    ArrayNode columns = json.putArray("columns");
    for (Waterfall.Column column : COLUMNS) {
      columns
          .addObject()
          .put("column", word(column))
          .put("wh", statement.energy(column).wattHours())
          .put("kg", Figures.kilograms(statement.carbon(column)));
    }
    ArrayNode lines = json.putArray("lines");
    statement.lines().forEach(line -> lines.add(line(line)));
    return json;
  }

  private static ObjectNode line(SavingLine line) {
    ObjectNode json =
        Figures.object()
            .put("column", word(line.column()))
            .put("id", line.id())
            .put("method", line.method())
            .put("wh", line.energy().wattHours());
    Figures.put(json, "kg", line.carbon());
    line.plusMinus()
        .map(Energy::wattHours)
        .ifPresentOrElse(wh -> json.put("plusMinusWh", wh), () -> json.putNull("plusMinusWh"));
    return json.put("confidencePercent", CONFIDENCE_PERCENT).put("uncertainty", line.uncertainty());
  }

  private static String word(Waterfall.Column column) {
    return column.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

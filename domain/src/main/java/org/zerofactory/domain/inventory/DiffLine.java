package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;

/**
 * What two inventories are compared by. It comes from an inventory or from its published bytes, so
 * that a comparison needs no old input.
 *
 * @param category word of the source category, or {@code market-} and the part
 * @param factor id; empty where instruments have their own
 */
public record DiffLine(
    String site,
    String place,
    String source,
    String category,
    String flow,
    YearMonth month,
    BaseUnit unit,
    long amount,
    Carbon carbon,
    Optional<String> factor) {

  /** The lines of an inventory, location-based. */
  public static List<DiffLine> of(Inventory inventory) {
    return ofJson(InventoryJson.of(inventory));
  }

  /** The market-based electricity of an inventory. */
  public static List<DiffLine> marketOf(Inventory inventory) {
    return marketOfJson(InventoryJson.of(inventory));
  }

  /**
   * As {@link #of}, from a published inventory.
   *
   * @throws JsonFormatException if it is none
   */
  public static List<DiffLine> ofJson(Json inventory) {
    return lines(inventory, "lines").map(DiffLine::line).toList();
  }

  /**
   * As {@link #marketOf}, from a published inventory.
   *
   * @throws JsonFormatException if it is none
   */
  public static List<DiffLine> marketOfJson(Json inventory) {
    return lines(inventory, "market").map(DiffLine::marketLine).toList();
  }

  private static Stream<JsonFields> lines(Json inventory, String field) {
    return JsonFields.of("inventory", inventory).array(field).stream()
        .map(line -> JsonFields.of("inventory." + field, line));
  }

  private static DiffLine line(JsonFields fields) {
    String site = fields.text("site");
    JsonFields amount = fields.object("amount");
    return new DiffLine(
        site,
        new Place(site, fields.optionalText("line"), fields.optionalText("machine")).path(),
        fields.text("source"),
        fields.text("category"),
        fields.text("flow"),
        YearMonth.parse(fields.text("month")),
        BaseUnit.ofWord(amount.text("unit"))
            .orElseThrow(() -> new JsonFormatException("unknown unit " + amount.text("unit"))),
        Long.parseLong(amount.text("value")),
        new Carbon(Long.parseLong(fields.text("carbonUg"))),
        fields.optionalText("factor"));
  }

  private static DiffLine marketLine(JsonFields fields) {
    String site = fields.text("site");
    return new DiffLine(
        site,
        site,
        site,
        "market-" + fields.text("part"),
        Flow.USED.word(),
        YearMonth.parse(fields.text("month")),
        BaseUnit.WATT_HOUR,
        Long.parseLong(fields.text("energyWh")),
        new Carbon(Long.parseLong(fields.text("carbonUg"))),
        fields.optionalText("factor"));
  }
}

package org.zerofactory.central.report;

import java.util.Comparator;
import java.util.List;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;

/** What changed between two inventories as plain text: the sums, and the largest changes. */
public final class DiffText {

  private static final int SHOWN = 20;

  private DiffText() {}

  /**
   * @param diff as the server gives it
   */
  public static String of(Json diff, Language language) {
    JsonFields fields = JsonFields.of("diff", diff);
    TextTable table = new TextTable();
    table.heading(
        language.of("Changes from ", "变化：从 ")
            + fields.text("before")
            + language.of(" to ", " 到 ")
            + fields.text("after"));
    side(
        table,
        fields.object("location"),
        language.of("Location-based, all scopes", "基于位置，全部范围"),
        language);
    side(
        table,
        fields.object("marketElectricity"),
        language.of("Electricity, market-based", "电力，基于市场"),
        language);
    return table.toString();
  }

  private static void side(TextTable table, JsonFields side, String heading, Language language) {
    String unit = language.of("t CO2e", "tCO2e");
    table.heading(heading);
    table.tonnes(language.of("before", "之前"), side.text("beforeUg"), unit);
    table.tonnes(language.of("effect of activity", "活动量影响"), side.text("activityUg"), unit);
    table.tonnes(language.of("effect of factors", "因子影响"), side.text("factorUg"), unit);
    table.tonnes(language.of("after", "之后"), side.text("afterUg"), unit);
    List<JsonFields> changes =
        side.array("changes").stream().map(change -> JsonFields.of("change", change)).toList();
    changes.stream()
        .sorted(Comparator.comparingLong(DiffText::size).reversed())
        .limit(SHOWN)
        .forEach(
            of ->
                table.tonnes(
                    "  "
                        + of.text("source")
                        + ", "
                        + of.text("category")
                        + language.of(", month ", "，第 ")
                        + of.integer("month")
                        + language.of("", " 月"),
                    of.text("differenceUg"),
                    unit));
    if (changes.size() > SHOWN) {
      table.line(
          language.of("and ", "另有 ")
              + (changes.size() - SHOWN)
              + language.of(" smaller ones, see --json", " 项较小变化，见 --json"));
    }
  }

  private static long size(JsonFields change) {
    return Math.abs(Long.parseLong(change.text("differenceUg")));
  }
}

package org.zerofactory.central.report;

import java.util.Comparator;
import java.util.List;
import org.zerofactory.domain.inventory.Flow;
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
    materiality(table, side, language, unit);
    causes(table, side, language, unit);
    List<JsonFields> changes =
        side.array("changes").stream().map(change -> JsonFields.of("change", change)).toList();
    changes.stream()
        .sorted(Comparator.comparingLong(DiffText::size).reversed())
        .limit(SHOWN)
        .forEach(of -> table.tonnes("  " + words(of, language), of.text("differenceUg"), unit));
    if (changes.size() > SHOWN) {
      table.line(
          language.of("and ", "另有 ")
              + (changes.size() - SHOWN)
              + language.of(" smaller ones, see --json", " 项较小变化，见 --json"));
    }
  }

  /** Why the figures differ, with what may lead to a recalculation of the base year. */
  private static void causes(TextTable table, JsonFields side, Language language, String unit) {
    for (Json item : side.array("causes")) {
      JsonFields cause = JsonFields.of("cause", item);
      table.tonnes(
          language.of("cause: ", "原因：")
              + cause.text("cause")
              + (cause.bool("counts") ? language.of(" (may move the base year)", "（计入基准年重算）") : ""),
          cause.text("effectUg"),
          unit);
    }
  }

  /** The place tells the lines and machines of one meter apart, the flow use from export. */
  private static String words(JsonFields change, Language language) {
    return change.text("source")
        + language.of(" at ", "，")
        + change.text("place")
        + ", "
        + change.text("category")
        + (change.text("flow").equals(Flow.USED.word()) ? "" : ", " + change.text("flow"))
        + language.of(", month ", "，第 ")
        + change.integer("month")
        + language.of("", " 月");
  }

  /** Nothing is judged between two periods, for growth is no misstatement. */
  private static void materiality(
      TextTable table, JsonFields side, Language language, String unit) {
    String heading = language.of("material", "是否具有实质性");
    if (!(side.object().entries().get("materiality") instanceof Json.Obj value)) {
      table.row(heading, language.of("not judged", "不作判断"));
      return;
    }
    JsonFields of = JsonFields.of("materiality", value);
    table.tonnes(
        language.of("materiality threshold, ", "实质性阈值，") + of.text("thresholdPercent") + " %",
        of.text("thresholdUg"),
        unit);
    table.tonnes(
        language.of("sum of the sizes of all changes", "全部变化的绝对值之和"), of.text("grossUg"), unit);
    table.tonnes(language.of("net change", "净变化"), of.text("netUg"), unit);
    table.row(heading, of.bool("isMaterial") ? language.of("yes", "是") : language.of("no", "否"));
  }

  private static long size(JsonFields change) {
    return Math.abs(Long.parseLong(change.text("differenceUg")));
  }
}

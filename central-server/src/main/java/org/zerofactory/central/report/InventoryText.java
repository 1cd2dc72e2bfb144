package org.zerofactory.central.report;

import java.util.List;
import java.util.Map;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;

/** An inventory as plain text, for a terminal. */
public final class InventoryText {

  private static final int SHOWN_HASH = 16;

  private final JsonFields envelope;
  private final Language language;
  private final TextTable table = new TextTable();
  private final String unit;

  private InventoryText(JsonFields envelope, Language language) {
    this.envelope = envelope;
    this.language = language;
    this.unit = language.of("t CO2e", "tCO2e");
  }

  /**
   * @param inventory as the server gives it, see schema/inventory.schema.json
   */
  public static String of(Json inventory, Language language) {
    return new InventoryText(JsonFields.of("inventory", inventory), language).text();
  }

  private String text() {
    table.heading(
        say("Greenhouse-gas inventory", "温室气体清单")
            + ": "
            + envelope.optionalText("site").orElseGet(() -> envelope.text("organisation"))
            + ", "
            + envelope.text("from")
            + say(" to before ", " 至 ")
            + envelope.text("to")
            + say("", "（不含）"));
    table.line(
        envelope.text("method")
            + ", "
            + envelope.text("gwp")
            + ", "
            + envelope.text("consolidation")
            + ", "
            + envelope.text("status"));
    if (envelope.object().entries().get("content") instanceof Json.Obj content) {
      JsonFields fields = JsonFields.of("content", content);
      JsonFields inventory = fields.object("inventory");
      simulated(fields);
      scopes(inventory);
      sites(fields);
      groups(inventory);
      beside(fields, inventory);
      savings(fields);
      offsets(fields);
      factors(inventory);
      notes(say("Warnings", "警告"), fields.array("warnings"));
      notes(say("Disclosures", "披露"), inventory.array("disclosures"));
      inputs(fields);
    }
    notes(say("Not accounted", "未能核算"), envelope.array("refusals"));
    return table.toString();
  }

  private void simulated(JsonFields content) {
    if (sitesOf(content).stream().anyMatch(site -> site.bool("simulated"))) {
      table.line(say("SIMULATED SITE: not a real factory", "模拟工厂：非真实数据"));
    }
  }

  /** The site of a site's inventory; all of an organisation's. */
  private static List<JsonFields> sitesOf(JsonFields content) {
    return content.object().entries().containsKey("sites")
        ? content.array("sites").stream()
            .map(part -> JsonFields.of("part", part).object("site"))
            .toList()
        : List.of(content.object("site"));
  }

  /** Each site of an organisation, which the scopes above are the sum of. */
  private void sites(JsonFields content) {
    if (!content.object().entries().containsKey("sites")) {
      return;
    }
    for (Json item : content.array("sites")) {
      JsonFields part = JsonFields.of("part", item);
      String site = part.object("site").text("id");
      String from =
          part.object().entries().get("inventory") instanceof Json.Text kept
              ? kept.value()
              : say("not published", "未发布");
      JsonFields totals = part.object("totals");
      table.heading(say("Site ", "工厂 ") + site + " (" + from + ")");
      table.tonnes(say("Scope 1", "范围一"), totals.text("scope1Ug"), unit);
      table.tonnes(
          say("Scope 2, location-based", "范围二（基于位置）"), totals.text("scope2LocationUg"), unit);
      table.tonnes(say("Scope 2, market-based", "范围二（基于市场）"), totals.text("scope2MarketUg"), unit);
      table.tonnes(say("Scope 3", "范围三"), totals.text("scope3Ug"), unit);
    }
  }

  private void scopes(JsonFields inventory) {
    JsonFields totals = inventory.object("totals");
    table.heading(say("Scopes", "范围"));
    table.tonnes(say("Scope 1", "范围一"), totals.text("scope1Ug"), unit);
    table.tonnes(
        say("Scope 2, location-based", "范围二（基于位置）"), totals.text("scope2LocationUg"), unit);
    table.tonnes(say("Scope 2, market-based", "范围二（基于市场）"), totals.text("scope2MarketUg"), unit);
    table.tonnes(say("Scope 3", "范围三"), totals.text("scope3Ug"), unit);
    table.tonnes(
        say("CO2 from biomass, outside the scopes", "生物源二氧化碳（范围之外）"),
        totals.text("biogenicCo2Ug"),
        language.of("t CO2", "tCO2"));
    table.heading(say("Scopes 1 and 2 by method", "各方法的范围一与范围二"));
    each(
        inventory.object("methods"),
        (method, total) ->
            table.tonnes(method, JsonFields.of(method, total).text("totalUg"), unit));
  }

  private void groups(JsonFields inventory) {
    JsonFields totals = inventory.object("totals");
    group(say("Sources", "排放源"), "", totals.object("byCategoryUg"));
    group(
        say("Scope 3 categories", "范围三类别"),
        say("category ", "类别 "),
        totals.object("byScope3CategoryUg"));
    group(
        say("ISO 14064-1:2018 categories", "ISO 14064-1:2018 类别"),
        say("category ", "类别 "),
        totals.object("byIsoCategoryUg"));
    group(say("Site and lines", "工厂与产线"), "", totals.object("byPlaceUg"));
    table.heading(say("Gases, as CO2e", "气体（二氧化碳当量）"));
    each(
        totals.object("gasesByScopeUg"),
        (scope, gases) ->
            each(
                JsonFields.of(scope, gases),
                (gas, mass) ->
                    table.tonnes(say("scope ", "范围 ") + scope + ", " + gas, text(mass), unit)));
  }

  private void group(String heading, String before, JsonFields sums) {
    if (!sums.object().entries().isEmpty()) {
      table.heading(heading);
      each(sums, (key, sum) -> table.tonnes(before + key, text(sum), unit));
    }
  }

  private void beside(JsonFields content, JsonFields inventory) {
    JsonFields origins = inventory.object("originsUg");
    table.heading(say("What the figures rest on", "数据来源"));
    table.tonnes(say("measured", "实测"), origins.text("measured"), unit);
    table.tonnes(say("estimated", "估算"), origins.text("estimated"), unit);
    table.tonnes(say("entered by hand", "人工录入"), origins.text("entered"), unit);
    JsonFields uncertainty = content.object("uncertainty");
    String unstated = say("not stated", "未说明");
    table.row(
        say("uncertainty (95 %), quadrature", "不确定度（95%），平方和"),
        optional(uncertainty, "quadraturePercent", unstated));
    table.row(
        say("uncertainty (95 %), Monte Carlo", "不确定度（95%），蒙特卡洛"),
        uncertainty.object().entries().get("monteCarlo") instanceof Json.Obj drawn
            ? JsonFields.of("monteCarlo", drawn).text("percent") + " %"
            : unstated);
    table.tonnes(
        say("emissions without a stated uncertainty", "未说明不确定度的排放"),
        uncertainty.text("unstatedUg"),
        unit);
    table.tonnes(
        say("energy (GB/T 2589, energy-equal)", "综合能耗（GB/T 2589，当量值）"),
        content.object("standardCoal").text("totalUgce"),
        "tce");
  }

  private static String optional(JsonFields fields, String name, String otherwise) {
    return fields.object().entries().get(name) instanceof Json.Text value
        ? value.value() + " %"
        : otherwise;
  }

  private void savings(JsonFields content) {
    if (content.object().entries().get("savings") instanceof Json.Obj savings) {
      table.heading(say("From the reference to market-based", "从基准到基于市场"));
      for (Json step : JsonFields.of("savings", savings).array("waterfall")) {
        JsonFields of = JsonFields.of("step", step);
        table.tonnes(of.text("step"), of.text("ug"), unit);
      }
    }
  }

  private void offsets(JsonFields content) {
    if (content.object().entries().get("offsets") instanceof Json.Obj value) {
      JsonFields offsets = JsonFields.of("offsets", value);
      table.heading(say("Carbon credits, apart: no figure above knows them", "碳信用（单列，不计入以上任何数值）"));
      table.row(say("registered", "已登记"), offsets.text("registeredKg") + " kg");
      table.row(say("countable", "可计入"), offsets.text("countedKg") + " kg");
      table.row(say("of it removals", "其中清除类"), offsets.text("removalKg") + " kg");
      if (value.entries().get("locationBased") instanceof Json.Obj beside) {
        JsonFields of = JsonFields.of("locationBased", beside);
        table.tonnes(
            say("scopes 1 and 2, location-based, not covered", "未覆盖的范围一与范围二（基于位置）"),
            of.text("uncoveredUg"),
            unit);
      }
      for (Json entry : offsets.array("entries")) {
        JsonFields of = JsonFields.of("entry", entry);
        table.row(
            of.text("serials"),
            of.text("kg")
                + " kg, "
                + of.text("kind")
                + (of.object().entries().get("notCounted") instanceof Json.Text why
                    ? say(", not countable: ", "，不可计入：") + why.value()
                    : ""));
      }
    }
  }

  private void factors(JsonFields inventory) {
    table.heading(say("Factors", "排放因子"));
    for (Json factor : inventory.array("factors")) {
      JsonFields of = JsonFields.of("factor", factor);
      table.row(
          of.text("id"),
          of.text("verification") + (of.bool("provisional") ? say(", provisional", "，暂用") : ""));
    }
  }

  private void notes(String heading, List<Json> notes) {
    if (!notes.isEmpty()) {
      table.heading(heading);
      for (Json note : notes) {
        JsonFields of = JsonFields.of("note", note);
        table.line(of.text("kind") + ": " + of.text("place") + ": " + of.text("text"));
      }
    }
  }

  private void inputs(JsonFields content) {
    JsonFields inputs = content.object("inputs");
    table.heading(say("Inputs", "输入"));
    table.row("SHA-256", inputs.text("sha256").substring(0, SHOWN_HASH) + "...");
    for (Json journal : inputs.array("journals")) {
      JsonFields of = JsonFields.of("journal", journal);
      table.row(
          say("journal of ", "日志 ") + of.text("site"), of.integer("size") + say(" blocks", " 个区块"));
    }
    table.row(say("approved entries", "已批准的录入"), String.valueOf(inputs.array("entries").size()));
  }

  private interface Entry {
    void of(String key, Json value);
  }

  private static void each(JsonFields fields, Entry entry) {
    for (Map.Entry<String, Json> field : fields.object().entries().entrySet()) {
      entry.of(field.getKey(), field.getValue());
    }
  }

  private static String text(Json value) {
    return value instanceof Json.Text text ? text.value() : "0";
  }

  private String say(String english, String chinese) {
    return language.of(english, chinese);
  }
}

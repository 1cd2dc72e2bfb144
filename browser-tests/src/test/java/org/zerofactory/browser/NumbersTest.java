package org.zerofactory.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pages show is what the server says, to the last digit, in figures and in words. */
@ExtendWith(Scene.Provider.class)
final class NumbersTest {

  private static final String API = "/api/v1/sites/" + RunningDemo.SITE;
  private static final int WATT_HOURS_IN_KILOWATT_HOUR_DIGITS = 3;

  @Test
  void theYearShowsTheServersSavings(Scene scene) {
    JsonNode totals = scene.demo().json(API + "/years/2025").path("totals");
    try (Visit visit = scene.open(Look.ENGLISH, "view=year")) {

      List<String> parts = titles(visit, ".saved-parts .figure");

      assertThat(visit.text("h1")).as("the last whole year comes first").isEqualTo("Year 2025");
      assertThat(titles(visit, ".saved-figure .figure")).containsExactly(kg(totals, "savedKg"));
      assertThat(visit.text(".saved-figure .figure-number"))
          .isEqualTo("%,d".formatted(Math.round(totals.path("savedKg").asDouble() / 1000)));
      JsonNode savings = totals.path("savings");
      assertThat(parts)
          .containsExactly(
              kg(savings, "pvSelfUseKg"),
              kg(savings, "greenPowerKg"),
              kg(savings, "efficiencyKg"),
              kg(savings, "loadShiftKg"));
      assertThat(titles(visit, ".saved-energy .figure"))
          .containsExactly(kilowattHours(totals, "efficiencyWh"));
      assertThat(titles(visit, ".year-layout > .tiles .figure"))
          .contains(kg(totals, "locationKg"), kg(totals, "marketKg"));
    }
  }

  @Test
  void theYearNamesFactorsAndMethodsInWords(Scene scene) {
    JsonNode year = scene.demo().json(API + "/years/2025");
    try (Visit visit = scene.open(Look.ENGLISH, "view=year")) {

      List<String> methods = visit.page().locator(".methods dd").allInnerTexts();

      List<String> told = new ArrayList<>();
      year.path("methods").forEach(text -> told.add(text.asText()));
      assertThat(methods).containsExactlyElementsOf(told);
      assertThat(visit.page().locator(".factors tbody th").allInnerTexts())
          .containsExactly("Scope 2, location-based", "Scope 2, market-based (no contract)");
      assertThat(visit.text(".factors tbody td:nth-of-type(1)"))
          .isEqualTo(year.at("/factors/0/kgPerKwh").asText() + " kg CO₂e/kWh");
      assertThat(visit.text(".factors tbody td:nth-of-type(2)"))
          .startsWith(year.at("/factors/0/version").asText());
    }
  }

  @Test
  void theDayShowsTheServersTotals(Scene scene) {
    JsonNode day = scene.demo().json(API + "/days/2025-05-03");
    JsonNode totals = day.path("totals");
    try (Visit visit = scene.open(Look.ENGLISH, "view=day&date=2025-05-03")) {

      List<String> tiles = titles(visit, ".tiles .figure");

      assertThat(tiles)
          .containsExactly(
              kilowattHours(totals, "loadWh"),
              kilowattHours(totals, "pvWh"),
              kilowattHours(totals, "selfUseWh"),
              kilowattHours(totals, "importWh"),
              kg(day.path("emissions"), "locationKg"),
              kg(day.path("emissions"), "marketKg"));
    }
  }

  @Test
  void thePicturesPowersAddUp(Scene scene) {
    try (Visit visit = scene.open(Look.ENGLISH, "view=now")) {

      List<Integer> powers =
          visit.page().locator(".flow .node-value").allTextContents().stream()
              .map(text -> Integer.parseInt(text.replaceAll("[^0-9]", "")))
              .toList();

      // solar + grid = factory, each rounded to a whole kW, as the plant exports nothing then
      assertThat(powers).hasSize(3).allSatisfy(power -> assertThat(power).isPositive());
      assertThat(powers.get(0) + powers.get(1)).isBetween(powers.get(2) - 1, powers.get(2) + 1);
    }
  }

  @Test
  void theEdgesShowTheAgentAsTheServerKnowsIt(Scene scene) {
    JsonNode edge = scene.demo().json("/api/v1/edges").at("/edges/0");
    try (Visit visit = scene.open(Look.ENGLISH, "view=edges")) {

      Map<String, String> row =
          Map.of(
              "status", visit.text("td[data-label='Status']"),
              "version", visit.text("td[data-label='Version']"),
              "sequence", visit.text("td[data-label='Blocks received']").replace(",", ""));

      assertThat(row)
          .containsEntry("status", "online")
          .containsEntry("version", edge.path("version").asText());
      assertThat(Long.parseLong(row.get("sequence")))
          .isGreaterThanOrEqualTo(edge.path("sequence").asLong());
      assertThat(visit.text(".all-well")).startsWith("No alarm.");
    }
  }

  /** The unrounded values behind figures. */
  private static List<String> titles(Visit visit, String selector) {
    return visit.page().locator(selector).all().stream()
        .map(figure -> figure.getAttribute("title"))
        .toList();
  }

  private static String kg(JsonNode object, String field) {
    return object.path(field).asText() + " kg CO₂e";
  }

  private static String kilowattHours(JsonNode object, String field) {
    BigDecimal exact =
        BigDecimal.valueOf(object.path(field).asLong(), WATT_HOURS_IN_KILOWATT_HOUR_DIGITS);
    return "%,.3f".formatted(exact).replaceAll("0+$", "").replaceAll("\\.$", "") + " kWh";
  }
}

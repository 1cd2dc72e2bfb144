package org.zerofactory.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The months that the API gives, computed a second time with nothing but SQL over the quarter hours
 * and with decimal arithmetic: no code of the server is asked.
 */
@ExtendWith(Scene.Provider.class)
final class AccountedYearTest {

  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");
  private static final String IMPORT = "grid/energy-import";
  private static final String EXPORT = "grid/energy-export";
  private static final String PRODUCED = "pv-%/energy-produced";

  @Test
  void monthsAreTheSumsOfTheirQuarterHoursAndOfTheRegistersDifferences(Scene scene)
      throws SQLException {
    JsonNode months = year(scene).path("months");
    try (Connection database = open(scene)) {

      for (JsonNode month : months) {
        YearMonth when = YearMonth.parse(month.path("month").asText());

        assertThat(month.path("importWh").asLong())
            .as("import of %s", when)
            .isEqualTo(sum(database, IMPORT, when))
            .isEqualTo(registerDifference(database, IMPORT, when));
        assertThat(month.path("exportWh").asLong())
            .as("export of %s", when)
            .isEqualTo(sum(database, EXPORT, when))
            .isEqualTo(registerDifference(database, EXPORT, when));
        assertThat(month.path("pvWh").asLong())
            .as("production of %s", when)
            .isEqualTo(sum(database, PRODUCED, when))
            .isEqualTo(registerDifference(database, PRODUCED, when));
        assertThat(month.path("selfUseWh").asLong())
            .isEqualTo(month.path("pvWh").asLong() - month.path("exportWh").asLong());
        assertThat(month.path("loadWh").asLong())
            .isEqualTo(month.path("importWh").asLong() + month.path("selfUseWh").asLong());
      }
      assertThat(months).hasSize(12);
    }
  }

  @Test
  void emissionsAreImportTimesFactorToTheLastDigit(Scene scene) {
    JsonNode year = year(scene);
    BigDecimal location = new BigDecimal(year.at("/factors/0/kgPerKwh").asText());
    BigDecimal residual = new BigDecimal(year.at("/factors/1/kgPerKwh").asText());
    BigDecimal contract = new BigDecimal(year.at("/contracts/0/kgPerKwh").asText());

    for (JsonNode month : year.path("months")) {
      BigDecimal imported = kilowattHours(month, "importWh");
      BigDecimal green = kilowattHours(month, "greenPowerWh");

      assertThat(kilograms(month, "locationKg")).isEqualByComparingTo(imported.multiply(location));
      assertThat(kilograms(month, "marketKg"))
          .isEqualByComparingTo(
              imported.subtract(green).multiply(residual).add(green.multiply(contract)));
      assertThat(kilograms(month.path("savings"), "greenPowerKg"))
          .isEqualByComparingTo(green.multiply(location.subtract(contract)));
      assertThat(kilograms(month.path("savings"), "efficiencyKg"))
          .isEqualByComparingTo(kilowattHours(month, "efficiencyWh").multiply(location));
    }
    assertThat(year.path("factors")).hasSize(2);
    assertThat(year.path("contracts")).hasSize(1);
  }

  @Test
  void theYearIsTheSumOfItsMonthsAndTheSavingTheSumOfItsParts(Scene scene) {
    JsonNode year = year(scene);
    JsonNode totals = year.path("totals");

    for (String field : new String[] {"importWh", "exportWh", "pvWh", "loadWh", "efficiencyWh"}) {
      long sum = 0;
      for (JsonNode month : year.path("months")) {
        sum = Math.addExact(sum, month.path(field).asLong());
      }
      assertThat(totals.path(field).asLong()).as(field).isEqualTo(sum);
    }
    for (String field : new String[] {"locationKg", "marketKg", "savedKg"}) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode month : year.path("months")) {
        sum = sum.add(kilograms(month, field));
      }
      assertThat(kilograms(totals, field)).as(field).isEqualByComparingTo(sum);
    }
    BigDecimal parts = BigDecimal.ZERO;
    for (JsonNode part : totals.path("savings")) {
      parts = parts.add(new BigDecimal(part.asText()));
    }
    assertThat(kilograms(totals, "savedKg")).isEqualByComparingTo(parts);
  }

  private static JsonNode year(Scene scene) {
    return scene.demo().json("/api/v1/sites/" + RunningDemo.SITE + "/years/" + RunningDemo.YEAR);
  }

  private static Connection open(Scene scene) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:file:" + scene.demo().database() + "?mode=ro");
  }

  private static long sum(Connection database, String point, YearMonth month) throws SQLException {
    return number(
        database,
        """
        SELECT sum(r.amount) FROM interval_reading r JOIN point p ON p.id = r.point
        WHERE p.name LIKE ? AND r.start >= ? AND r.start < ?
        """,
        point,
        month);
  }

  /** Register at the month's end less register at its begin: no interval is added up. */
  private static long registerDifference(Connection database, String point, YearMonth month)
      throws SQLException {
    return number(
        database,
        """
        SELECT sum(CASE WHEN r.start = b.last THEN r.register ELSE -r.register END)
        FROM (SELECT ?1 AS name, ?2 - 900 AS before, ?3 - 900 AS last) b
        JOIN point p ON p.name LIKE b.name
        JOIN interval_reading r ON r.point = p.id AND r.start IN (b.before, b.last)
        """,
        point,
        month);
  }

  private static long number(Connection database, String sql, String point, YearMonth month)
      throws SQLException {
    try (var statement = database.prepareStatement(sql)) {
      statement.setString(1, point);
      statement.setLong(2, month.atDay(1).atStartOfDay(PLANT).toEpochSecond());
      statement.setLong(3, month.plusMonths(1).atDay(1).atStartOfDay(PLANT).toEpochSecond());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getLong(1);
      }
    }
  }

  private static BigDecimal kilowattHours(JsonNode object, String field) {
    return BigDecimal.valueOf(object.path(field).asLong(), 3);
  }

  private static BigDecimal kilograms(JsonNode object, String field) {
    return new BigDecimal(object.path(field).asText());
  }
}

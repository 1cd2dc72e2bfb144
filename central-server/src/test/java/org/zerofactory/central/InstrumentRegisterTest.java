package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zerofactory.central.web.OpenApi;

/** What the register of instruments refuses, and that it keeps what it took. */
final class InstrumentRegisterTest {

  private static final OpenApi CONTRACT = OpenApi.packaged();
  @TempDir Path folder;
  private HttpFixture server;
  private RegisterClient register;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    register = new RegisterClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSerialIsRegisteredOnceWhoeverAsks() {
    register.created("/api/v1/instruments", RegisterClient.gec("first", "G001", "G010"));

    HttpResponse<String> second =
        register.post("/api/v1/instruments", RegisterClient.gec("second", "G010", "G019"));

    JsonNode problem = HttpFixture.parse(second.body());
    assertThat(second.statusCode()).isEqualTo(422);
    assertThat(CONTRACT.faults("Problem", problem)).isEmpty();
    assertThat(problem.at("/faults/0/code").asText()).isEqualTo("serial-used");
    assertThat(problem.path("detail").asText()).contains("field serialFirst", "instrument first");
    assertThat(server.json("/api/v1/instruments").path("instruments")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE instrument SET energy_wh = 1",
        "DELETE FROM instrument",
        "UPDATE instrument_event SET person = 'x'",
        "DELETE FROM instrument_event"
      })
  void theDatabaseItselfRefusesToChangeWhatIsRegistered(String change) throws SQLException {
    register.created("/api/v1/instruments", RegisterClient.gec("a", "G001", "G010"));
    server.close();

    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("central.db"));
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(change)).hasMessageContaining("never");
    }
    server = new HttpFixture(folder);
    register = new RegisterClient(server);
  }

  @Test
  void aCsvIsImportedAsAWhole() {
    String good =
        RegisterClient.HEADER
            + RegisterClient.row("a", "G001", "G010", "10000000")
            + RegisterClient.row("b", "G011", "G012", "2000000");

    HttpResponse<String> imported = register.csv(good);

    assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
    JsonNode answer = HttpFixture.parse(imported.body());
    assertThat(CONTRACT.faults("Imported", answer)).isEmpty();
    assertThat(answer.path("imported").asInt()).isEqualTo(2);
    assertThat(server.json("/api/v1/instruments/b").path("serialLast").asText()).isEqualTo("G012");
  }

  // row 3 overlaps row 2, row 4 has a wrong size: nothing is registered
  @Test
  void faultsOfACsvNameRowAndColumnAndNothingIsRegistered() {
    String bad =
        RegisterClient.HEADER
            + RegisterClient.row("a", "G001", "G010", "10000000")
            + RegisterClient.row("b", "G010", "G011", "2000000")
            + RegisterClient.row("c", "G020", "G021", "999");

    JsonNode problem = HttpFixture.parse(register.csv(bad).body());

    assertThat(CONTRACT.faults("Problem", problem)).isEmpty();
    assertThat(problem.at("/faults/0/row").asInt()).isEqualTo(3);
    assertThat(problem.at("/faults/0/field").asText()).isEqualTo("serialFirst");
    assertThat(problem.at("/faults/0/detail").asText()).contains("instrument a");
    assertThat(problem.at("/faults/1/row").asInt()).isEqualTo(4);
    assertThat(problem.at("/faults/1/field").asText()).isEqualTo("energyWh");
    assertThat(server.json("/api/v1/instruments").path("instruments")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kind,'one of gec, i-rec'",
    "commissioned,a date such as",
    "country,a country code",
    "energyWh,a whole number",
    "kgPerKwh,a number of 0 or more with at most 6 decimals",
    "productionFrom,a time with its offset",
    "registry,a text of 1 to"
  })
  void aWrongFieldIsNamedWithWhatWasExpected(String field, String expected) {
    String[] names = RegisterClient.HEADER.strip().split(",");
    String[] cells = RegisterClient.row("a", "G001", "G010", "10000000").strip().split(",");
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(field)) {
        cells[i] = field.equals("registry") ? "" : "-?-";
      }
    }

    JsonNode problem =
        HttpFixture.parse(register.csv(RegisterClient.HEADER + String.join(",", cells)).body());

    assertThat(problem.at("/faults/0/row").asInt()).isEqualTo(2);
    assertThat(problem.at("/faults/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/faults/0/detail").asText()).contains("expected " + expected);
  }

  @Test
  void brokenFilesAreRefusedWithTheirPlace() {
    assertThat(register.csv("id,colour\n1,2\n").body())
        .contains("colour", "expected a column out of");
    assertThat(register.csv("id,id\n1,2\n").body()).contains("found it twice");
    assertThat(register.csv(RegisterClient.HEADER + "a,gec\n").body())
        .contains("expected 16 fields, found 2");
    assertThat(register.csv(RegisterClient.HEADER).body()).contains("at least one row");
    assertThat(register.post("/api/v1/instruments", "[1]").statusCode()).isEqualTo(400);
    assertThat(register.post("/api/v1/instruments", "{\"id\":{}}").body()).contains("field id");
    assertThat(register.post("/api/v1/instruments", "{\"colour\":1}").body()).contains("colour");
  }

  @Test
  void whoWritesNamesAPerson() {
    HttpResponse<String> nobody =
        server.post("/api/v1/instruments", "application/json", new byte[0]);

    assertThat(nobody.statusCode()).isEqualTo(400);
    assertThat(nobody.body()).contains("Zerofactory-Person");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(server.get("/api/v1/instruments/none").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/v1/instruments/none/events").statusCode()).isEqualTo(404);
    assertThat(
            register
                .post(
                    "/api/v1/instruments/none/retirements",
                    "{\"allocation\":1,\"date\":\"2023-05-05\",\"beneficiary\":\"p\","
                        + "\"reference\":\"r\"}")
                .statusCode())
        .isEqualTo(404);
    assertThat(server.get("/api/v1/sites/none/matching?year=2023").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/v1/sites/none/matching").statusCode()).isEqualTo(400);
    register.created("/api/v1/instruments", RegisterClient.gec("a", "G001", "G010"));
    assertThat(
            register
                .post(
                    "/api/v1/instruments/a/allocations",
                    "{\"site\":\"none\",\"month\":\"2023-03\",\"energyWh\":1000000}")
                .body())
        .contains("unknown-site");
  }

  @Test
  void theRegisterIsThereAfterARestart() {
    register.created("/api/v1/instruments", RegisterClient.granular());
    server.close();
    server = new HttpFixture(folder);
    register = new RegisterClient(server);

    JsonNode instrument = server.json("/api/v1/instruments/granular-1");

    assertThat(instrument.at("/granular/deviceName").asText()).isEqualTo("Farm, north");
    assertThat(instrument.path("enteredBy").asText()).isEqualTo("li.wei");
  }
}

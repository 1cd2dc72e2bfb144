package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.web.OpenApi;

/** Certificates from their registration to the figures of a year. */
final class InstrumentsOverHttpTest {

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

  // March 2023: 8 h x 1,000 kWh import = 8 MWh; 3 MWh of certificates at 0
  // market = 5,000 kWh x 0.6096 = 3,048 kg; location = 8,000 x 0.5306 = 4,244.8 kg
  @Test
  void certificatesThatAreRetiredForTheSiteLowerItsMarketBasedResult() {
    register.pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    register.created("/api/v1/instruments", RegisterClient.gec("wind-march", "G001", "G010"));
    JsonNode before = server.json("/api/v1/sites/plant/years/2023");
    long part = register.allocate("wind-march", 3_000_000);

    JsonNode allocated = server.json("/api/v1/sites/plant/years/2023");
    register.retire("wind-march", part, "Site plant");
    JsonNode retired = server.json("/api/v1/sites/plant/years/2023");

    assertThat(before.at("/totals/marketKg").asText()).isEqualTo("4876.8");
    assertThat(allocated.at("/totals/marketKg").asText()).isEqualTo("4876.8");
    JsonNode claim = allocated.at("/instruments/0/claims/0");
    assertThat(claim.path("counted").asBoolean()).isFalse();
    assertThat(claim.at("/criteria/2/outcome").asText()).isEqualTo("not-met");
    assertThat(claim.at("/criteria/2/reason").asText()).isEqualTo("not retired");
    assertThat(retired.at("/totals/marketKg").asText()).isEqualTo("3048");
    assertThat(retired.at("/totals/locationKg").asText()).isEqualTo("4244.8");
    assertThat(retired.at("/totals/greenPowerWh").asLong()).isEqualTo(3_000_000);
    assertThat(retired.at("/instruments/0/id").asText()).isEqualTo("instrument/wind-march");
    assertThat(retired.at("/instruments/0/coveredWh").asLong()).isEqualTo(3_000_000);
    assertThat(CONTRACT.faults("Year", retired)).isEmpty();
  }

  // 10 MWh for a month of 8 MWh: 2 MWh are surplus and nothing goes below 0
  @Test
  void certificatesBeyondConsumptionAreSurplus() {
    register.pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    register.created("/api/v1/instruments", RegisterClient.gec("wind-march", "G001", "G010"));
    register.retire("wind-march", register.allocate("wind-march", 10_000_000), "plant");

    JsonNode year = server.json("/api/v1/sites/plant/years/2023");

    assertThat(year.at("/totals/marketKg").asText()).isEqualTo("0");
    assertThat(year.at("/totals/greenSurplusWh").asLong()).isEqualTo(2_000_000);
    assertThat(year.at("/instruments/0/surplusWh").asLong()).isEqualTo(2_000_000);
  }

  @Test
  void theAnswersHoldTheirSchemas() {
    register.pushImport("2023-03-10T00:00:00Z", 4, 1_000);
    JsonNode instrument = register.created("/api/v1/instruments", RegisterClient.granular());
    JsonNode part =
        register.created(
            "/api/v1/instruments/granular-1/allocations",
            "{\"site\":\"plant\",\"month\":\"2023-03\",\"energyWh\":1234}");

    JsonNode events = server.json("/api/v1/instruments/granular-1/events");

    assertThat(CONTRACT.faults("Instrument", instrument)).isEmpty();
    // EnergyTag: 1234.9 Wh are rounded down
    assertThat(instrument.path("energyWh").asLong()).isEqualTo(1234);
    assertThat(instrument.at("/granular/configuration").asInt()).isEqualTo(2);
    assertThat(CONTRACT.faults("Allocation", part)).isEmpty();
    assertThat(CONTRACT.faults("Instruments", server.json("/api/v1/instruments"))).isEmpty();
    assertThat(CONTRACT.faults("InstrumentEvents", events)).isEmpty();
    assertThat(events.at("/events/0/person").asText()).isEqualTo("li.wei");
    assertThat(events.at("/events/1/event").asText()).isEqualTo("allocated");
    JsonNode matching = server.json("/api/v1/sites/plant/matching?year=2023");
    assertThat(CONTRACT.faults("Matching", matching)).isEmpty();
  }

  // of no site, of the site, of the site; what is refused is no step
  @Test
  void whatHappensToAnInstrumentIsInTheAuditTrail() {
    register.pushImport("2023-03-10T00:00:00Z", 4, 1_000);
    register.created("/api/v1/instruments", RegisterClient.gec("a", "G001", "G010"));
    register.post("/api/v1/instruments", RegisterClient.gec("b", "G010", "G011"));
    register.retire("a", register.allocate("a", 3_000_000), "plant");

    JsonNode all = server.json("/api/v1/audit").path("records");
    JsonNode ofSite = server.json("/api/v1/audit?site=plant").path("records");

    assertThat(all.findValuesAsText("action"))
        .containsExactly("instrument-issued", "instrument-allocated", "instrument-retired");
    assertThat(all.findValuesAsText("person")).containsOnly("li.wei");
    assertThat(ofSite.findValuesAsText("action"))
        .containsExactly("instrument-allocated", "instrument-retired");
    assertThat(ofSite.findValuesAsText("subject")).containsOnly("instrument a");
    assertThat(ofSite.findValuesAsText("detail").get(0))
        .isEqualTo("part 1: 3000000 Wh to plant for 2023-03, gec G001 to G003");
  }

  @Test
  void allocationsEndWhereTheIssueEnds() {
    register.pushImport("2023-03-10T00:00:00Z", 4, 1_000);
    register.created("/api/v1/instruments", RegisterClient.gec("a", "G001", "G010"));
    register.allocate("a", 7_000_000);

    HttpResponse<String> refused =
        register.post(
            "/api/v1/instruments/a/allocations",
            "{\"site\":\"plant\",\"month\":\"2023-03\",\"energyWh\":4000000}");
    JsonNode rest =
        register.created(
            "/api/v1/instruments/a/allocations",
            "{\"site\":\"plant\",\"month\":\"2023-04\",\"energyWh\":3000000}");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("beyond-issue", "at most 3000000 Wh");
    assertThat(rest.path("serialFirst").asText()).isEqualTo("G008");
    assertThat(rest.path("serialLast").asText()).isEqualTo("G010");
  }

  // ten askers at once for 3 of 10 certificates each: three of them get some
  @Test
  void manyAtOnceNeverGetMoreThanWasIssued() {
    register.pushImport("2023-03-10T00:00:00Z", 4, 1_000);
    register.created("/api/v1/instruments", RegisterClient.gec("a", "G001", "G010"));

    List<Integer> answers =
        IntStream.range(0, 10)
            .parallel()
            .mapToObj(
                asker ->
                    register
                        .post(
                            "/api/v1/instruments/a/allocations",
                            "{\"site\":\"plant\",\"month\":\"2023-03\",\"energyWh\":3000000}")
                        .statusCode())
            .toList();

    assertThat(answers).containsOnly(201, 422);
    assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
    JsonNode instrument = server.json("/api/v1/instruments/a");
    assertThat(instrument.path("allocatedWh").asLong()).isEqualTo(9_000_000);
    assertThat(instrument.at("/allocations/2/serialLast").asText()).isEqualTo("G009");
  }

  // the roof produced 32 x 10 Wh
  @Test
  void anOwnRoofGetsNoMoreCertificatesThanItsMeterCounted() {
    register.pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    String own = RegisterClient.gec("own", "G1", "G1").replace("wind-7", "plant/pv-1");

    HttpResponse<String> refused = register.post("/api/v1/instruments", own);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("beyond-generation", "at most 320 Wh", "by its meter");
  }

  // all 320 Wh of own sun sold: 8,000.32 kWh x 0.6096 = 4876.995072 kg; the location stays
  @Test
  void soldCertificatesOfTheOwnRoofTakeItsZero() {
    register.pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    String sold =
        RegisterClient.gec("sold", "R1", "R320")
            .replace("wind-7", "plant/pv-1")
            .replace("\"gec\"", "\"i-rec\"")
            .replace("\"energyWh\":320000000", "\"energyWh\":320")
            .replace("Site plant", "Trader Ltd.");
    register.created("/api/v1/instruments", sold);

    JsonNode year = server.json("/api/v1/sites/plant/years/2023");

    assertThat(year.at("/totals/marketKg").asText()).isEqualTo("4876.995072");
    assertThat(year.at("/totals/locationKg").asText()).isEqualTo("4244.8");
  }

  // 8 hours: load 1,000.04 kWh each hour, own sun 40 Wh; the flat 10 MWh of March give
  // 10,000,000 / 744 = 13,440.8 Wh an hour
  @Test
  void aYearIsMatchedByTheHour() {
    register.pushImport("2023-03-10T00:00:00Z", 32, 250_000);
    register.created("/api/v1/instruments", RegisterClient.gec("wind-march", "G001", "G010"));
    register.retire("wind-march", register.allocate("wind-march", 10_000_000), "plant");

    JsonNode matching = server.json("/api/v1/sites/plant/matching?year=2023");

    JsonNode totals = matching.path("totals");
    assertThat(totals.path("loadWh").asLong()).isEqualTo(8_000_320);
    assertThat(totals.path("matchedMeteredWh").asLong()).isEqualTo(320);
    // 8 of 744 equal parts, to the watt-hour
    assertThat(totals.path("carbonFreeWh").asLong()).isBetween(107_846L, 107_848L);
    assertThat(totals.path("matchedWh")).isEqualTo(totals.path("carbonFreeWh"));
    assertThat(totals.path("wholeHours").asInt()).isEqualTo(8);
    assertThat(totals.path("missingHours").asInt()).isEqualTo(8_752);
    assertThat(matching.at("/hours/days/68").asText()).isEqualTo("2023-03-10");
    assertThat(matching.at("/hours/loadWh/68/7").isNull()).isTrue();
    assertThat(matching.at("/hours/loadWh/68/8").asLong()).isEqualTo(1_000_040);
    assertThat(matching.at("/sources/1/profile").asText()).isEqualTo("flat");
    assertThat(matching.at("/sources/1/estimated").asBoolean()).isTrue();
    assertThat(matching.at("/market/1/chosen").asBoolean()).isTrue();
    assertThat(matching.at("/market/2/interval").asText()).isEqualTo("hour");
  }
}

package org.zerofactory.central.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.central.HttpFixture;
import org.zerofactory.central.JournalBuilder;
import org.zerofactory.central.TestSites;
import org.zerofactory.domain.journal.Payload;

/** Every route of the contract exists and answers as it says, and no other route exists. */
final class ApiContractTest {

  private static final Instant START = Instant.parse("2025-05-31T16:00:00Z");
  private static final OpenApi CONTRACT = OpenApi.packaged();

  @TempDir static Path folder;
  private static HttpFixture server;

  @BeforeAll
  static void start() {
    server = new HttpFixture(folder);
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < 200; i++) {
      journal.quarter(
          START.plusSeconds(900L * i),
          Map.of(
              TestSites.IMPORT, JournalBuilder.measured(1000),
              TestSites.EXPORT, JournalBuilder.measured(0),
              TestSites.PV, JournalBuilder.measured(500),
              TestSites.FEEDER, JournalBuilder.measured(900)),
          List.of(new Payload.StateTime("oven", "RUNNING", 900)));
    }
    server.pushAll("plant", journal);
    server.live(
        "plant",
        """
        {"at": 1748750400000, "agent": {"version": "0.1.0", "sequence": 201, "backlog": 0,
         "speed": 60, "diskFreeBytes": 123, "alarms": [{"id": "clock-drift:grid",
         "severity": "warning", "subject": "grid", "since": 1748750400000,
         "text": {"en": "drifts", "zh": "漂移"}}]},
         "kilowatts": {"grid/active-power": -20.5, "pv-1/active-power": 80.25},
         "states": {"oven": "RUNNING"}}
        """);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Sites,/api/v1/sites",
    "Edges,/api/v1/edges",
    "Now,/api/v1/sites/plant/now",
    "Day,/api/v1/sites/plant/days/2025-06-01",
    "Year,/api/v1/sites/plant/years/2025",
    "Meters,/api/v1/sites/plant/meters",
    "Alarms,/api/v1/sites/plant/alarms",
    "Block,/api/v1/sites/plant/blocks/1",
    "Factors,/api/v1/factors?region=CN&use=location-based&year=2023",
    "Factors,/api/v1/factors",
    "Factor,/api/v1/factors/cn-fuel-diesel",
    "Factor,/api/v1/factors/ipcc-2006-wood",
    "Health,/health/live",
    "Health,/health/ready",
    "State,/sync/v1/sites/plant/state"
  })
  void anAnswerHoldsItsSchema(String schema, String path) {
    HttpResponse<String> answer = server.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(CONTRACT.faults(schema, HttpFixture.parse(answer.body()))).isEmpty();
  }

  @Test
  void aWrongAnswerDoesNotHoldItsSchema() {
    JsonNode answer = HttpFixture.parse("{\"sites\":[{\"id\":\"plant\"}]}");

    assertThat(CONTRACT.faults("Sites", answer)).contains("zone");
  }

  @ParameterizedTest
  @CsvSource({
    "400,invalid-parameter,/api/v1/sites/plant/days/2025-13-01",
    "400,invalid-parameter,/api/v1/sites/plant/years/25x",
    "400,invalid-parameter,/api/v1/sites/plant/blocks/0",
    "400,invalid-parameter,/api/v1/sites/a%20b/now",
    "404,unknown-site,/api/v1/sites/nowhere/now",
    "404,unknown-site,/api/v1/sites/nowhere/years/2025",
    "404,unknown-site,/api/v1/sites/nowhere/live",
    "404,unknown-site,/api/v1/sites/nowhere/journal.jsonl",
    "404,no-data,/api/v1/sites/plant/years/2019",
    "404,no-data,/api/v1/sites/plant/days/2025-07-01",
    "404,no-data,/api/v1/sites/plant/blocks/9999",
    "400,invalid-parameter,/api/v1/factors?region=C%20N",
    "400,invalid-parameter,/api/v1/factors?use=Location",
    "400,invalid-parameter,/api/v1/factors?year=23",
    "400,invalid-parameter,/api/v1/factors?series=a_b",
    "400,invalid-parameter,/api/v1/factors/A_B",
    "404,unknown-factor,/api/v1/factors/cn-average",
    "404,not-found,/api/v1/nothing"
  })
  void anErrorIsAProblemThatNamesWhatWasExpected(int status, String code, String path) {
    HttpResponse<String> answer = server.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = HttpFixture.parse(answer.body());
    assertThat(CONTRACT.faults("Problem", problem)).isEmpty();
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("detail").asText()).contains("expected");
  }

  @Test
  void everyRouteOfTheContractIsMountedAndNoOther() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Router router = WebServer.routes(vertx, FakeDoors.none());

      Set<String> mounted = new TreeSet<>();
      for (Route route : router.getRoutes()) {
        boolean isPage = "/".equals(route.getPath());
        if (route.methods() != null && !isPage) {
          String path = route.getPath().replaceAll(":([a-z]+)", "{$1}");
          route.methods().forEach(method -> mounted.add(method + " " + path));
        }
      }

      assertThat(mounted).isEqualTo(CONTRACT.operations());
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    }
  }

  @Test
  void thePagesOfTheContractAreServedAsTheyArePackaged() {
    HttpResponse<String> answer = server.get("/api/v1/openapi.yaml");

    assertThat(answer.body()).startsWith("openapi: 3.1.0");
    assertThat(server.get("/metrics").body()).contains("zerofactory_blocks_applied_total 201");
    assertThat(server.get("/api/v1/sites/plant/checkpoint").body())
        .startsWith("zerofactory.org/site/plant\n201\n");
    assertThat(server.get("/api/v1/sites/plant/journal.jsonl").body().lines()).hasSize(201);
  }

  @Test
  void anAnswerThatDidNotChangeIsNotSentAgain() {
    String path = "/api/v1/sites/plant/days/2025-06-01";
    String tag = server.get(path).headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = server.get(path, "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void theLivePictureComesAsFigures() {
    JsonNode now = server.json("/api/v1/sites/plant/now");

    assertThat(now.path("gridImportKw").asDouble()).isZero();
    assertThat(now.path("gridExportKw").asDouble()).isEqualTo(20.5);
    assertThat(now.path("pvKw").asDouble()).isEqualTo(80.25);
    assertThat(now.path("loadKw").asDouble()).isEqualTo(59.75);
    assertThat(now.path("stale").asBoolean()).isFalse();
    assertThat(now.path("today").path("date").asText()).isEqualTo("2025-06-01");
    assertThat(now.path("agent").path("alarms").get(0).path("text").path("zh").asText())
        .isEqualTo("漂移");
  }
}

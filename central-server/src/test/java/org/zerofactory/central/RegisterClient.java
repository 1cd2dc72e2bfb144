package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** What tests ask of the register of instruments of a running server. */
record RegisterClient(HttpFixture server) {

  static final String HEADER =
      "id,kind,registry,serialFirst,serialLast,device,technology,commissioned,country,"
          + "productionFrom,productionTo,issued,energyWh,kgPerKwh,attributeOwner,document\n";

  void pushImport(String from, int quarters, long importWh) {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    Instant start = Instant.parse(from);
    for (int i = 0; i < quarters; i++) {
      journal.quarter(
          start.plusSeconds(900L * i),
          Map.of(TestSites.IMPORT, importWh, TestSites.EXPORT, 0L, TestSites.PV, 10L));
    }
    server.pushAll("plant", journal);
  }

  long allocate(String id, long wattHours) {
    return created(
            "/api/v1/instruments/" + id + "/allocations",
            "{\"site\":\"plant\",\"month\":\"2023-03\",\"energyWh\":" + wattHours + "}")
        .path("id")
        .asLong();
  }

  void retire(String id, long part, String beneficiary) {
    created(
        "/api/v1/instruments/" + id + "/retirements",
        "{\"allocation\":"
            + part
            + ",\"date\":\"2023-05-05\",\"beneficiary\":\""
            + beneficiary
            + "\",\"reference\":\"R-1\"}");
  }

  JsonNode created(String path, String json) {
    HttpResponse<String> answer = post(path, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return HttpFixture.parse(answer.body());
  }

  HttpResponse<String> post(String path, String json) {
    return send(path, "application/json", json);
  }

  HttpResponse<String> csv(String text) {
    return send("/api/v1/instruments/import", "text/csv", text);
  }

  HttpResponse<String> send(String path, String type, String body) {
    return new Office(server).post("li.wei", path, type, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Certificates of March 2023. */
  static String gec(String id, String first, String last) {
    long count = Long.parseLong(last.substring(1)) - Long.parseLong(first.substring(1)) + 1;
    return """
    {"id":"%s","kind":"gec","registry":"gec","serialFirst":"%s","serialLast":"%s",
     "device":"wind-7","technology":"wind","commissioned":"2019-05-01","country":"CN",
     "productionFrom":"2023-03-01T00:00:00+08:00","productionTo":"2023-04-01T00:00:00+08:00",
     "issued":"2023-04-20","energyWh":%d,"kgPerKwh":"0","attributeOwner":"Site plant",
     "document":"statement 1"}
    """
        .formatted(id, first, last, count * 1_000_000);
  }

  static String granular() {
    return """
    {"id":"granular-1","kind":"i-rec","registry":"i-rec","serialFirst":"X7","serialLast":"X7",
     "device":"wind-7","technology":"wind","commissioned":"2019-05-01","country":"CN",
     "province":"CN-HB","gridRegion":"central","productionFrom":"2023-03-10T08:00:00+08:00",
     "productionTo":"2023-03-10T09:00:00+08:00","issued":"2023-03-11","energyWh":"1234.9",
     "kgPerKwh":"0.000012","attributeOwner":"plant","document":"statement 2",
     "carrier":"electricity","energySource":"wind","deviceName":"Farm, north","capacityW":50000000,
     "location":"30.5,114.3","issuer":"issuer","issuedFrom":"production","disclosure":true,
     "configuration":2}
    """;
  }

  static String row(String id, String first, String last, String wattHours) {
    return id
        + ",gec,gec,"
        + first
        + ","
        + last
        + ",wind-7,wind,2019-05-01,CN,2023-03-01T00:00:00+08:00,2023-04-01T00:00:00+08:00,"
        + "2023-04-20,"
        + wattHours
        + ",0,plant,statement\n";
  }
}

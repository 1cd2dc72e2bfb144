package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.web.OpenApi;

final class AcknowledgementOverHttpTest {

  private static final Instant START = Instant.parse("2025-05-31T16:00:00Z");

  @TempDir Path folder;
  private HttpFixture server;

  /** A second history of the same agent: an alarm of kind fork is open at once. */
  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    JournalBuilder other = JournalBuilder.sharing(journal);
    journal.quarter(START, Map.of(TestSites.IMPORT, 1L));
    other.quarter(START, Map.of(TestSites.IMPORT, 2L));
    server.pushAll("plant", journal);
    server.push("plant", other.body(1, 2));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theFirstPersonIsNotedAndTheNextIsToldWhoItWas() {
    long number = fork().path("number").asLong();

    HttpResponse<String> first = acknowledge(number, "li.wei", "{\"note\": \"on it\"}");
    HttpResponse<String> again = acknowledge(number, "li.wei", "{\"note\": \"still on it\"}");
    HttpResponse<String> second = acknowledge(number, "wang", "");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(OpenApi.packaged().faults("Alarm", HttpFixture.parse(first.body()))).isEmpty();
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("already-acknowledged", "li.wei");
    JsonNode seen = fork().path("acknowledged");
    assertThat(seen.path("person").asText()).isEqualTo("li.wei");
    assertThat(seen.path("note").asText()).isEqualTo("on it");
  }

  @Test
  void whoSawAnAlarmFirstIsInTheAuditTrail() {
    long number = fork().path("number").asLong();

    acknowledge(number, "li.wei", "{\"note\": \"on it\"}");
    acknowledge(number, "wang", "");

    JsonNode records = server.json("/api/v1/audit?site=plant").path("records");
    assertThat(records).hasSize(1);
    JsonNode record = records.get(0).path("record");
    assertThat(record.path("action").asText()).isEqualTo("alarm-acknowledged");
    assertThat(record.path("person").asText()).isEqualTo("li.wei");
    assertThat(record.path("subject").asText()).isEqualTo("alarm " + number);
    assertThat(record.at("/after/note").asText()).isEqualTo("on it");
    assertThat(record.at("/after/kind").asText()).isEqualTo("fork");
  }

  @Test
  void aRequestThatIsNotAsExpectedIsRefusedWithItsPlace() {
    long number = fork().path("number").asLong();

    assertThat(acknowledge(number, "Li Wei", "{}").body()).contains("Zerofactory-Person", "Li Wei");
    assertThat(acknowledge(number, "li", "{\"nota\": \"x\"}").body()).contains("note");
    assertThat(acknowledge(number, "li", "[1]").statusCode()).isEqualTo(400);
    assertThat(acknowledge(number, "li", "{").statusCode()).isEqualTo(400);
    assertThat(acknowledge(99_999, "li", "{}").statusCode()).isEqualTo(404);
    assertThat(fork().path("acknowledged").isNull()).isTrue();
  }

  @Test
  void alarmsCanBeAskedForByStateAndSeverity() {
    acknowledge(fork().path("number").asLong(), "li", "{}");

    assertThat(count("?state=acknowledged&severity=critical")).isEqualTo(1);
    assertThat(count("?state=raised&severity=critical")).isZero();
    assertThat(count("?state=cleared")).isZero();
    assertThat(count("?severity=info")).isZero();
    assertThat(count("?state=open&from=4102444800000")).isZero();
  }

  private int count(String query) {
    return server.json("/api/v1/sites/plant/alarms" + query).path("alarms").size();
  }

  private JsonNode fork() {
    for (JsonNode alarm : server.json("/api/v1/sites/plant/alarms").path("alarms")) {
      if (alarm.path("id").asText().startsWith("fork:")) {
        return alarm;
      }
    }
    throw new AssertionError("no fork");
  }

  private HttpResponse<String> acknowledge(long number, String person, String body) {
    return new Office(server)
        .post(person, Office.SITE + "/alarms/" + number + "/acknowledgement", body);
  }
}

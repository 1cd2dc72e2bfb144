package org.zerofactory.central.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zerofactory.central.HttpFixture;
import org.zerofactory.central.JournalBuilder;
import org.zerofactory.central.TestSites;
import org.zerofactory.domain.journal.BatchVerdict;

/** Pages, headers, live events: what browsers and monitors rely on. */
final class PageServingTest {

  @TempDir Path folder;
  private HttpFixture server;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void thePolicyAllowsNoScriptButOurOwnAndTheImportMap() throws Exception {
    String html = "<script type=\"importmap\">{ \"a\": 1 }</script><script src=\"/x.js\"></script>";
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest("{ \"a\": 1 }".getBytes(StandardCharsets.UTF_8));

    String policy = SecurityHeaders.headers(html).get("Content-Security-Policy");

    assertThat(policy)
        .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';")
        .contains("default-src 'none'")
        .doesNotContain("unsafe-eval");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/year", "/day?site=plant&date=2025-06-01", "/a/b"})
  void everyPathOfThePagesGivesTheIndex(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);

    try (InputStream index = PageServingTest.class.getResourceAsStream("/web/index.html")) {
      String expected = new String(index.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(expected);
    }
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("'sha256-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/none.js",
        "/../openapi.yaml",
        "/%2e%2e/openapi.yaml",
        "/app/%2e%2e/%2e%2e/migrations/V1__journal.sql",
        "/.hidden.js"
      })
  void whatIsNoPageIsNotServed(String path) {
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void monitorsMayAskForTheHeadAlone() {
    HttpResponse<String> answer = server.head("/");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aLiveReaderGetsThePictureAtOnce() throws Exception {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    journal.quarter(Instant.parse("2025-06-01T00:00:00Z"), Map.of(TestSites.IMPORT, 1L));
    server.pushAll("plant", journal);
    HttpRequest request = HttpRequest.newBuilder(server.uri("/api/v1/sites/plant/live")).build();

    HttpResponse<Stream<String>> events =
        server.client().send(request, HttpResponse.BodyHandlers.ofLines());

    try (Stream<String> lines = events.body()) {
      var first = lines.limit(2).toList();
      assertThat(events.headers().firstValue("Content-Type")).contains("text/event-stream");
      assertThat(first.get(0)).isEqualTo("event: power");
      assertThat(
              HttpFixture.parse(first.get(1).substring("data: ".length()))
                  .path("stale")
                  .asBoolean())
          .isTrue();
    }
  }

  @Test
  void aBusyServerSaysWhenToComeAgain() throws Exception {
    try (WebServer busy =
        WebServer.start("127.0.0.1", 0, FakeDoors.answering(new BatchVerdict.Busy(2)))) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  java.net.URI.create(
                      "http://127.0.0.1:" + busy.port() + "/sync/v1/sites/plant/blocks"))
              .header("Content-Type", "application/jsonl")
              .POST(HttpRequest.BodyPublishers.ofString("x"))
              .build();

      HttpResponse<String> answer = server.send(request);

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }
  }
}

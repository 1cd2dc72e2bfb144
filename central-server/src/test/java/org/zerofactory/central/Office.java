package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** People who enter, approve and sign over HTTP. */
final class Office {

  static final String SITE = "/api/v1/sites/plant";

  private final HttpFixture server;

  Office(HttpFixture server) {
    this.server = server;
  }

  HttpResponse<String> post(String person, String path, String type, byte[] body) {
    return send("POST", person, path, type, body);
  }

  HttpResponse<String> put(String person, String path, String json) {
    return send("PUT", person, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(
      String method, String person, String path, String type, byte[] body) {
    return server.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", type)
            .header("Zerofactory-Person", person)
            .method(method, BodyPublishers.ofByteArray(body))
            .build());
  }

  HttpResponse<String> post(String person, String path, String json) {
    return post(person, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Posts and expects success. */
  JsonNode did(String person, String path, String json) {
    HttpResponse<String> answer = post(person, path, json);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return HttpFixture.parse(answer.body());
  }

  /** Keeps a text as a document and gives its hash. */
  String document(String text) {
    HttpResponse<String> answer =
        post("wang.li", "/api/v1/documents", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return HttpFixture.parse(answer.body()).path("sha256").asText();
  }

  HttpResponse<String> importCsv(String person, String csv) {
    return post(person, SITE + "/entries/import", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  /** Enters and gives the id. */
  String entered(String person, String json) {
    return did(person, SITE + "/entries", json).path("id").asText();
  }

  JsonNode approved(String person, String id) {
    return did(person, SITE + "/entries/" + id + "/approval", "");
  }

  /** Expects a refusal and gives its problem. */
  static JsonNode refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode problem = HttpFixture.parse(answer.body());
    assertThat(problem.path("code").asText()).isEqualTo(code);
    return problem;
  }
}

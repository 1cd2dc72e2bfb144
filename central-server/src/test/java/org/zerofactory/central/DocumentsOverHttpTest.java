package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.ledger.Document;

/** Bills, logs and photos behind entries. */
final class DocumentsOverHttpTest {

  private static final String DOCUMENTS = "/api/v1/documents";

  @TempDir Path folder;
  private HttpFixture server;
  private Office office;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    office = new Office(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aDocumentIsNamedByItsBytesAndGivenOutAsADownload() {
    byte[] bytes = "%PDF-1.7 a bill".getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> kept = office.post("wang.li", DOCUMENTS, "application/pdf", bytes);
    String hash = HttpFixture.parse(kept.body()).path("sha256").asText();
    HttpResponse<String> given = server.get(DOCUMENTS + "/" + hash);

    assertThat(hash).isEqualTo(Hash.of(bytes).hex());
    assertThat(given.body()).isEqualTo("%PDF-1.7 a bill");
    assertThat(given.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(given.headers().firstValue("Content-Disposition")).contains("attachment");
    assertThat(given.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void theSameBytesAreKeptOnceAndByTheFirstWhoSentThem() {
    byte[] bytes = "log".getBytes(StandardCharsets.UTF_8);
    office.post("wang.li", DOCUMENTS, "text/plain", bytes);

    HttpResponse<String> again = office.post("chen.mei", DOCUMENTS, "text/plain", bytes);

    assertThat(HttpFixture.parse(again.body()).path("storedBy").asText()).isEqualTo("wang.li");
    JsonNode records = server.json("/api/v1/audit").path("records");
    assertThat(records.findValuesAsText("action")).containsExactly("document-kept");
  }

  @ParameterizedTest
  @CsvSource({
    "text/html,<script>,unsupported-type",
    "'',text,unsupported-type",
    "application/pdf,<html>,invalid-document",
    "image/png,GIF89a,invalid-document",
    "text/plain,'',invalid-document"
  })
  void whatIsNoSuchDocumentIsRefused(String type, String text, String code) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> answer = office.post("wang.li", DOCUMENTS, type, bytes);

    JsonNode problem = Office.refused(answer, 422, code);
    assertThat(problem.path("detail").asText()).contains("expected");
  }

  @Test
  void aDocumentOverTheLimitIsRefusedWithTheLimit() {
    byte[] bytes = new byte[Document.LIMIT + 1];
    java.util.Arrays.fill(bytes, (byte) 'a');

    HttpResponse<String> answer = office.post("wang.li", DOCUMENTS, "text/plain", bytes);

    JsonNode problem = Office.refused(answer, 413, "too-large");
    assertThat(problem.path("detail").asText()).contains(String.valueOf(Document.LIMIT));
  }

  @ParameterizedTest
  @CsvSource({"abc,400,invalid-parameter", "UNKNOWN,404,unknown-document"})
  void whatIsNotKeptIsNotFound(String name, int status, String code) {
    String hash = name.replace("UNKNOWN", Hash.of(new byte[] {1}).hex());

    Office.refused(server.get(DOCUMENTS + "/" + hash), status, code);
  }
}

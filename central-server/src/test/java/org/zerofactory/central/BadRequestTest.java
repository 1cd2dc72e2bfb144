package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no agent and no page sends. */
final class BadRequestTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");

  @TempDir Path folder;
  private HttpFixture server;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    server.pushQuarter(START);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/sites/plant/days/2025-02-30,date",
    "/api/v1/sites/plant/days/+999999999-12-31,date",
    "/api/v1/sites/plant/days/-999999999-01-01,date",
    "/api/v1/sites/plant/days/today,date",
    "/api/v1/sites/plant/years/99999,year",
    "/api/v1/sites/plant/years/-1,year",
    "/api/v1/sites/plant/blocks/0,sequence",
    "/api/v1/sites/a%2Fb/years/2025,site",
    "/sync/v1/sites/plant/blocks?from=1&limit=-1,limit",
    "/sync/v1/sites/plant/blocks?from=0,from",
  })
  void aWrongParameterIsNamedWithWhatWasExpected(String path, String parameter) {
    HttpResponse<String> answer = server.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(HttpFixture.parse(answer.body()).path("detail").asText())
        .startsWith("parameter " + parameter + ": expected ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/sites/plant/days/9999-12-31", "/api/v1/sites/plant/years/2031"})
  void aTimeWithoutDataIsNotFound(String path) {
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  // a client library would not send such a path
  @Test
  void aPathWithABrokenEscapeIsABadRequest() throws IOException {
    try (Socket socket = connect()) {
      send(socket, "GET /a%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

      assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void whoComesWhileManySlowBatchesArriveIsToldToComeAgain() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        Socket socket = connect();
        slow.add(socket);
        send(
            socket,
            "POST /sync/v1/sites/plant/blocks HTTP/1.1\r\nHost: x\r\n"
                + "Content-Type: application/jsonl\r\nContent-Length: 1000000\r\n\r\nslow");
      }

      // which of them are let in is the event loop's choice; only those turned away get an answer
      String refusal = firstAnswer(slow, "urn:zerofactory:sync:busy");
      assertThat(refusal).startsWith("HTTP/1.1 503 Service Unavailable");
      assertThat(refusal).containsIgnoringCase("retry-after: 2");
      assertThat(server.get("/api/v1/sites").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aBatchAboveTheWireCapIsTooLarge() {
    byte[] body = new byte[(4 << 20) + 1];

    HttpResponse<String> answer =
        server.post("/sync/v1/sites/plant/blocks", "application/jsonl", body);

    assertProblem(answer, 413, "too-large");
  }

  @Test
  void aBatchThatInflatesAboveTheCapIsTooLarge() {
    byte[] zeros = new byte[(8 << 20) + 1];

    HttpResponse<String> answer = server.push("plant", zeros);

    assertProblem(answer, 413, "too-large");
  }

  @Test
  void anythingButGzippedLinesIsRefused() {
    HttpResponse<String> noGzip =
        server.send(
            HttpRequest.newBuilder(server.uri("/sync/v1/sites/plant/blocks"))
                .header("Content-Type", "application/jsonl")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("no gzip"))
                .build());
    HttpResponse<String> otherType =
        server.post("/sync/v1/sites/plant/blocks", "text/plain", new byte[] {1});

    assertProblem(noGzip, 422, "invalid-block");
    assertThat(otherType.statusCode()).isEqualTo(415);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", server.uri("/").getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** What the first sender reads that gets an answer; the others wait until they are closed. */
  private static String firstAnswer(List<Socket> sockets, String end) throws Exception {
    List<Callable<String>> readers = new ArrayList<>();
    sockets.forEach(socket -> readers.add(() -> until(socket, end)));
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      return threads.invokeAny(readers, 30, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
  }

  private static String until(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    int read = socket.getInputStream().read();
    while (read >= 0 && text.indexOf(end) < 0) {
      text.append((char) read);
      read = socket.getInputStream().read();
    }
    return text.toString();
  }

  private static String statusLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    int read = socket.getInputStream().read();
    while (read >= 0 && read != '\r') {
      line.append((char) read);
      read = socket.getInputStream().read();
    }
    return line.toString();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String word) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(HttpFixture.parse(answer.body()).path("type").asText())
        .isEqualTo("urn:zerofactory:sync:" + word);
  }
}

package org.zerofactory.central;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A running server on a free port, and a client that speaks with it as agents and pages do. */
public final class HttpFixture implements AutoCloseable {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final RunningServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  public HttpFixture(Path folder) {
    this(CentralServer.start(ServerOptions.in(folder).withPort(0)));
  }

  public HttpFixture(ServerOptions options) {
    this(CentralServer.start(options.withPort(0)));
  }

  /** Speaks with a server that was started otherwise, and closes it. */
  public HttpFixture(RunningServer server) {
    this.server = server;
  }

  /** With accounts files of a folder. */
  public HttpFixture(Path folder, Path accounts) {
    this.server = CentralServer.start(ServerOptions.in(folder).withPort(0).withAccounts(accounts));
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  public HttpResponse<String> head(String path) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build());
  }

  public JsonNode json(String path) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return parse(response.body());
  }

  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(text, malformed);
    }
  }

  /** Sends blocks as an agent does. */
  public HttpResponse<String> push(String site, byte[] body) {
    return send(
        HttpRequest.newBuilder(uri("/sync/v1/sites/" + site + "/blocks"))
            .header("Content-Type", "application/jsonl")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JournalBuilder.gzip(body)))
            .build());
  }

  /** Sends all blocks of a journal; fails unless they are accepted. */
  public void pushAll(String site, JournalBuilder journal) {
    long size = journal.tip().sequence();
    for (long from = 1; from <= size; from += 1000) {
      long to = Math.min(size, from + 999);
      HttpResponse<String> response = push(site, journal.body(from, to));
      if (response.statusCode() != 200) {
        throw new AssertionError(response.statusCode() + " " + response.body());
      }
    }
  }

  /** A site "plant" in Shanghai with one quarter hour of readings. */
  void pushQuarter(Instant start) {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    journal.quarter(start, Map.of(TestSites.IMPORT, 1L, TestSites.EXPORT, 0L, TestSites.PV, 0L));
    pushAll("plant", journal);
  }

  public HttpResponse<String> post(String path, String type, byte[] body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  public HttpResponse<String> live(String site, String json) {
    return post(
        "/sync/v1/sites/" + site + "/live",
        "application/json",
        json.getBytes(StandardCharsets.UTF_8));
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    server.close();
  }
}

package org.zerofactory.edge.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.journal.JsonParser;

/** The central server as the edge sees it: HTTP in and out, no decisions. */
final class Centre {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LIVE_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);
  private static final int ANSWER_LIMIT_BYTES = 1 << 20;
  private static final String PROBLEM = "urn:zerofactory:sync:";

  private final HttpClient client;
  private final URI base;
  private final String site;

  Centre(URI url, String site) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    String text = url.toString();
    this.base = URI.create(text.endsWith("/") ? text : text + "/");
    this.site = site;
  }

  Answer state() throws InterruptedException {
    return exchange(request("state", ANSWER_TIMEOUT).GET().build());
  }

  /**
   * @param lines the batch's first line and the blocks' lines, each ended by a line feed
   */
  Answer send(byte[] lines) throws InterruptedException {
    return exchange(
        request("blocks", ANSWER_TIMEOUT)
            .header("Content-Type", "application/jsonl")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(gzip(lines)))
            .build());
  }

  /** Lines of blocks that the centre holds, from a sequence on. */
  List<String> blocks(long from, int limit) throws IOException, InterruptedException {
    HttpRequest request =
        request("blocks?from=" + from + "&limit=" + limit, ANSWER_TIMEOUT).GET().build();
    HttpResponse<String> response =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new IOException(
          request.uri() + ": HTTP status " + response.statusCode() + ": " + shown(response.body()));
    }
    return response.body().lines().filter(line -> !line.isEmpty()).toList();
  }

  /** The HTTP status; 0 if there was no answer. */
  int live(byte[] json) throws InterruptedException {
    HttpRequest request =
        request("live", LIVE_TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    return HttpRequest.newBuilder(base.resolve("sync/v1/sites/" + site + "/" + path))
        .timeout(timeout)
        .header("Accept", "application/json, application/problem+json");
  }

  private Answer exchange(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String text = new String(body.readNBytes(ANSWER_LIMIT_BYTES), StandardCharsets.UTF_8);
        return answer(response.statusCode(), text, retryAfter(response));
      }
    } catch (IOException e) {
      return new Answer.Failure(
          request.uri() + ": " + e.getClass().getSimpleName() + " " + e.getMessage(),
          Optional.empty());
    }
  }

  /** Reads an answer; a page of a captive portal or proxy is none, whatever its status. */
  static Answer answer(int status, String body, Optional<Duration> retryAfter) {
    try {
      if (status == 200) {
        JsonFields fields = JsonFields.of("answer", JsonParser.parse(body));
        return new Answer.Mark(fields.integer("sequence"), Hash.ofHex(fields.text("hash")));
      }
      if (status == 413) {
        return new Answer.TooLarge();
      }
      if (status == 409 || status == 422) {
        return problem(JsonFields.of("answer", JsonParser.parse(body)));
      }
      String detail = "HTTP status " + status + ": " + shown(body);
      return new Answer.Failure(detail, retryAfter);
    } catch (JsonFormatException | IllegalArgumentException e) {
      String detail = "HTTP status " + status + " that is no centre's answer: " + shown(body);
      return new Answer.Failure(detail, retryAfter);
    }
  }

  private static Answer problem(JsonFields fields) {
    String type = fields.text("type");
    String word = type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : type;
    String detail = fields.optionalText("detail").orElse(word);
    return switch (word) {
      case "gap", "overlap" -> new Answer.Rewind(fields.integer("expected"));
      case "fork", "unknown-key" -> new Answer.Conflict(word, detail);
      case "invalid-block" -> new Answer.Refused(detail);
      default ->
          new Answer.Failure("the centre refuses with " + type + ": " + detail, Optional.empty());
    };
  }

  /** Seconds form of Retry-After (RFC 9110, 10.2.3); a date is read as nothing. */
  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,9}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .map(wait -> wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("compressing in memory", e);
    }
    return out.toByteArray();
  }

  private static String shown(String body) {
    String line = body.replaceAll("\\s+", " ").strip();
    return line.length() > 120 ? line.substring(0, 120) + "..." : line;
  }
}

package org.zerofactory.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zerofactory.simulator.plant.JobResponse;
import org.zerofactory.simulator.plant.ProductionControl;

/**
 * Reports the plant's orders to the central server through its API, as the plant's production
 * control would: first what ended in the history, once the year is there, then what ends. A report
 * that is repeated changes nothing, so a lost file only costs a few seconds.
 */
final class ProductionFeed implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ProductionFeed.class.getName());

  /** About 1,000 orders, of at most 5,000 in one request. */
  private static final Duration STEP = Duration.ofDays(14);

  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration REQUEST = Duration.ofSeconds(30);
  private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);
  private static final String PERSON = "production-control";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper mapper = new ObjectMapper();
  private final URI server;
  private final String site;
  private final ProductionControl control;
  private final InstantSource plantTime;
  private final Instant historyEnd;
  private final Path file;
  private final Thread thread = new Thread(this::run, "production-feed");
  private Instant reported;

  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * @param plantTime the plant's clock
   * @param historyFrom first instant that is reported
   * @param historyEnd until then the server's data must have come before anything is reported
   * @param file remembers until when was reported
   */
  ProductionFeed(
      URI server,
      String site,
      ProductionControl control,
      InstantSource plantTime,
      Instant historyFrom,
      Instant historyEnd,
      Path file) {
    this.server = server;
    this.site = site;
    this.control = control;
    this.plantTime = plantTime;
    this.historyEnd = historyEnd;
    this.file = file;
    this.reported = remembered(historyFrom);
  }

  ProductionFeed start() {
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          if (isFilled()) {
            report();
          }
        } catch (RefusedException refused) {
          LOG.log(Level.WARNING, "the production log is not reported any more", refused);
          return;
        } catch (IOException later) {
          LOG.log(Level.FINE, "the production log is reported later", later);
        }
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isFilled() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/v1/sites")).timeout(REQUEST).build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    for (JsonNode known : mapper.readTree(answer.body()).path("sites")) {
      if (known.path("id").asText().equals(site) && known.path("lastInterval").isNumber()) {
        Instant last = Instant.ofEpochMilli(known.path("lastInterval").asLong());
        return !last.plus(QUARTER_HOUR).isBefore(historyEnd);
      }
    }
    return false;
  }

  /** Reports what ended up to now, step by step; what was reported is remembered after each. */
  private void report() throws IOException, InterruptedException {
    Instant now = plantTime.instant();
    while (reported.isBefore(now)) {
      Instant end = reported.plus(STEP).isBefore(now) ? reported.plus(STEP) : now;
      List<JobResponse> ended = control.ended(reported, end);
      if (!ended.isEmpty()) {
        post(ended);
      }
      reported = end;
      Files.writeString(file, reported.toString());
    }
  }

  private void post(List<JobResponse> ended) throws IOException, InterruptedException {
    StringBuilder csv = new StringBuilder(JobResponse.HEADING).append('\n');
    ended.forEach(response -> csv.append(response.csv()).append('\n'));
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/v1/sites/" + site + "/production-runs/import"))
            .timeout(REQUEST)
            .header("Content-Type", "text/csv")
            .header("Zerofactory-Person", PERSON)
            .POST(HttpRequest.BodyPublishers.ofString(csv.toString()))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 422) {
      throw new RefusedException("expected runs to be taken, found " + answer.body());
    } else if (answer.statusCode() != 200) {
      throw new IOException("expected 200, found " + answer.statusCode());
    }
  }

  private Instant remembered(Instant otherwise) {
    try {
      return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : otherwise;
    } catch (IOException | DateTimeParseException unreadable) {
      LOG.log(Level.FINE, "the production log is reported from its beginning", unreadable);
      return otherwise;
    }
  }

  /** Ends the reports; what was begun is repeated after the next start. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(REQUEST.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.zerofactory.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What no meter of the demo plant reads: two people of the demo enter and approve it over the
 * public interface, as people would. All of it is invented and says so. A second start finds what
 * the first one entered and enters nothing twice.
 */
final class DemoEntries implements AutoCloseable {

  static final String CLERK = "demo.clerk";
  static final String MANAGER = "demo.manager";

  /** Begins the description of every entry and document. */
  static final String MARK = "Invented for the demo";

  private static final Logger LOG = Logger.getLogger(DemoEntries.class.getName());
  private static final Duration REQUEST = Duration.ofSeconds(20);
  private static final long POLL_MILLISECONDS = 500;
  private static final int QUARTERS = 4;
  private static final int PAGE = 1_000;

  /**
   * An activity of one period.
   *
   * @param amount in the unit
   */
  private record Activity(
      String category,
      String subject,
      String what,
      LocalDate from,
      LocalDate to,
      String amount,
      String unit,
      String series) {

    String description() {
      return MARK + ": " + what;
    }

    String key() {
      return subject + " " + from;
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper mapper = new ObjectMapper();
  private final URI base;
  private final Thread thread;

  private DemoEntries(URI base) {
    this.base = base;
    this.thread = new Thread(this::run, "demo-entries");
    thread.setDaemon(true);
  }

  /** Begins in the background, so that the demo starts as fast as without it. */
  static DemoEntries start(URI base) {
    DemoEntries entries = new DemoEntries(base);
    entries.thread.start();
    return entries;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(REQUEST.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (get(entries()).statusCode() != 200) {
        Thread.sleep(POLL_MILLISECONDS); // the site is known once its first block has arrived
      }
      enterAll();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "the demo's entries are not all entered; a restart goes on", failed);
    }
  }

  private void enterAll() throws IOException, InterruptedException {
    Map<String, JsonNode> held = new HashMap<>();
    JsonNode answer = mapper.readTree(get(entries() + "?limit=" + PAGE).body());
    for (JsonNode entry : answer.path("entries")) {
      if (entry.path("description").asText().startsWith(MARK)) {
        held.put(entry.path("subject").asText() + " " + entry.path("from").asText(), entry);
      }
    }
    for (Activity activity : activities(DemoFactory.YEAR)) {
      JsonNode entry = held.get(activity.key());
      if (entry == null) {
        entry = enter(activity);
      }
      if (entry.path("status").asText().equals("entered")) {
        post(MANAGER, entries() + "/" + entry.path("id").asText() + "/approval", "text/plain", "");
      }
    }
  }

  private JsonNode enter(Activity activity) throws IOException, InterruptedException {
    String document =
        activity.description()
            + "\n"
            + activity.subject()
            + ", "
            + activity.from()
            + " to before "
            + activity.to()
            + ": "
            + activity.amount()
            + " "
            + activity.unit()
            + "\n";
    JsonNode kept = post(CLERK, "/api/v1/documents", "text/plain; charset=utf-8", document);
    ObjectNode entry =
        mapper
            .createObjectNode()
            .put("category", activity.category())
            .put("subject", activity.subject())
            .put("description", activity.description())
            .put("from", activity.from().toString())
            .put("to", activity.to().toString())
            .put("amount", activity.amount())
            .put("unit", activity.unit())
            .put("factorSeries", activity.series())
            .put("document", kept.path("sha256").asText());
    return post(CLERK, entries(), "application/json", entry.toString());
  }

  /** A year of the yard's diesel, a refrigerant top-up, waste, freight and commuting. */
  private static List<Activity> activities(int year) {
    List<Activity> all = new ArrayList<>();
    LocalDate topUp = LocalDate.of(year, 6, 12);
    all.add(
        new Activity(
            "fugitive",
            "chiller-2",
            "refrigerant R-410A topped up at the service",
            topUp,
            topUp.plusDays(1),
            "12.5",
            "kg",
            "r-410a"));
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      LocalDate from = LocalDate.of(year, 1 + 3 * quarter, 1);
      LocalDate to = from.plusMonths(3);
      all.add(
          new Activity(
              "mobile-combustion",
              "yard",
              "diesel of forklifts and trucks in the yard",
              from,
              to,
              List.of("4.1", "3.9", "3.8", "4.4").get(quarter),
              "t",
              "cn-fuel-diesel"));
      all.add(
          new Activity(
              "waste",
              "waste",
              "mixed waste to incineration",
              from,
              to,
              List.of("62", "65", "61", "70").get(quarter),
              "t",
              "demo-waste"));
      all.add(
          new Activity(
              "upstream-transport",
              "freight",
              "components by road from suppliers",
              from,
              to,
              List.of("2150000", "2230000", "2190000", "2480000").get(quarter),
              "tkm",
              "demo-freight-road"));
      all.add(
          new Activity(
              "commuting",
              "commuting",
              "survey of 2,400 people on their way to work",
              from,
              to,
              List.of("4300000", "4450000", "4400000", "4380000").get(quarter),
              "pkm",
              "demo-commuting"));
    }
    return all;
  }

  private static String entries() {
    return "/api/v1/sites/" + DemoFactory.SITE + "/entries";
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(base.resolve(path)).timeout(REQUEST).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode post(String person, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(base.resolve(path))
                .timeout(REQUEST)
                .header("Content-Type", type)
                .header("Zerofactory-Person", person)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return mapper.readTree(answer.body());
  }
}

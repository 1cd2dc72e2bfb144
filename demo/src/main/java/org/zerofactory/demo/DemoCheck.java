package org.zerofactory.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Looks at the running demo as a browser would: waits for the first page with data, for the filled
 * year and for live values, and asks every page's answers once.
 */
final class DemoCheck {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration REQUEST = Duration.ofSeconds(10);

  /** The packaged organisation, see rules/sites/wuhan-demo.organisation.yaml. */
  private static final String ORGANISATION = "simulated-electronics";

  /** What the check found; {@code problem} is empty when all is well. */
  record Result(
      Optional<String> problem,
      BigDecimal firstPageSeconds,
      BigDecimal yearFilledSeconds,
      long blocks,
      String savedTonnes,
      long energySavedKwh) {

    boolean ok() {
      return problem.isEmpty();
    }
  }

  private static final class Problem extends Exception {
    private static final long serialVersionUID = 1;

    Problem(String message) {
      super(message);
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper mapper = new ObjectMapper();
  private final URI base;
  private final String site;
  private final int year;
  private final Instant programStart;
  private final InstantSource clock;
  private final Duration limit;
  private BigDecimal firstPageSeconds = BigDecimal.ZERO;
  private BigDecimal yearFilledSeconds = BigDecimal.ZERO;
  private long blocks;
  private String savedTonnes = "0";
  private long energySavedKwh;
  private String lastSeen = "no answer";

  /**
   * @param programStart when the built program was started
   * @param limit how long the whole check may take
   */
  DemoCheck(
      URI base, String site, int year, Instant programStart, InstantSource clock, Duration limit) {
    this.base = base;
    this.site = site;
    this.year = year;
    this.programStart = programStart;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * @param historyEnd everything before this instant of plant time must have arrived
   */
  Result run(Instant historyEnd) {
    Optional<String> problem = Optional.empty();
    try {
      waitFor("the first page with data", this::firstPageHasData);
      firstPageSeconds = sinceStart();
      waitFor("the filled year", () -> arrivedUntil(historyEnd));
      yearFilledSeconds = sinceStart();
      checkYear();
      checkPages();
      waitFor("live values", this::isLive);
      waitFor("the year's products", this::hasProducts);
      waitFor("an inventory of scopes 1, 2 and 3", this::hasThreeScopes);
    } catch (Problem found) {
      problem = Optional.of(String.valueOf(found.getMessage()));
    } catch (IOException found) {
      problem = Optional.of("request failed: " + found);
    }
    return new Result(
        problem, firstPageSeconds, yearFilledSeconds, blocks, savedTonnes, energySavedKwh);
  }

  private boolean firstPageHasData() {
    try {
      Optional<JsonNode> known = known();
      if (known.isEmpty() || known.get().path("lastInterval").isNull()) {
        return false;
      }
      LocalDate day = localDay(known.get().path("lastInterval").asLong(), known.get());
      return get("/").statusCode() == 200
          && hasNumber(json("/api/v1/sites/" + site + "/days/" + day).at("/series/load"));
    } catch (IOException | Problem notYet) {
      lastSeen = String.valueOf(notYet.getMessage());
      return false;
    }
  }

  private boolean arrivedUntil(Instant historyEnd) {
    try {
      Optional<JsonNode> known = known();
      return known.isPresent()
          && known.get().path("lastInterval").asLong() + Duration.ofMinutes(15).toMillis()
              >= historyEnd.toEpochMilli();
    } catch (IOException | Problem notYet) {
      lastSeen = String.valueOf(notYet.getMessage());
      return false;
    }
  }

  private boolean isLive() {
    try {
      JsonNode now = json("/api/v1/sites/" + site + "/now");
      return !now.path("stale").asBoolean(true) && now.path("loadKw").isNumber();
    } catch (IOException | Problem notYet) {
      lastSeen = String.valueOf(notYet.getMessage());
      return false;
    }
  }

  /** Orders are reported after the year is filled; its last month comes last. */
  private boolean hasProducts() {
    try {
      JsonNode answer = json("/api/v1/sites/" + site + "/products?month=" + year + "-12");
      lastSeen = "products " + answer.path("products").size();
      return answer.path("products").size() > 0
          && answer.path("products").get(0).path("locationKgPerUnit").isTextual();
    } catch (IOException | Problem notYet) {
      lastSeen = String.valueOf(notYet.getMessage());
      return false;
    }
  }

  /** The demo's people have entered and approved what no meter reads. */
  private boolean hasThreeScopes() {
    try {
      JsonNode inventory = json("/api/v1/sites/" + site + "/inventory?year=" + year);
      lastSeen = inventory.path("refusals").toString();
      JsonNode totals = inventory.at("/content/inventory/totals");
      return inventory.path("refusals").isEmpty()
          && totals.path("byCategoryUg").has("mobile-combustion")
          && totals.path("byCategoryUg").has("electricity")
          && totals.path("byScope3CategoryUg").size() == 4
          && totals.path("byScope3CategoryUg").has("3")
          && isAllOfItsOrganisation(totals);
    } catch (IOException | Problem notYet) {
      lastSeen = String.valueOf(notYet.getMessage());
      return false;
    }
  }

  /** The plant is the only site of its organisation, so their totals are the same. */
  private boolean isAllOfItsOrganisation(JsonNode totals) throws IOException, Problem {
    JsonNode whole = json("/api/v1/organisations/" + ORGANISATION + "/inventory?year=" + year);
    lastSeen = whole.path("refusals").toString();
    return whole.at("/content/inventory/totals").equals(totals)
        && whole.at("/content/sites").size() == 1;
  }

  private void checkYear() throws IOException, Problem {
    JsonNode answer = json("/api/v1/sites/" + site + "/years/" + year);
    blocks = known().orElseThrow().path("sequence").asLong();
    expect(answer.path("months").size() == 12, "12 months of " + year, answer.path("months"));
    for (JsonNode month : answer.path("months")) {
      expect(
          month.at("/complete/missing").asLong(-1) == 0 && month.path("loadWh").asLong() > 0,
          "a month without missing quarter hours",
          month);
    }
    JsonNode totals = answer.path("totals");
    savedTonnes =
        new BigDecimal(totals.path("savedKg").asText())
            .movePointLeft(3)
            .setScale(1, RoundingMode.HALF_EVEN)
            .toPlainString();
    energySavedKwh =
        BigDecimal.valueOf(totals.path("efficiencyWh").asLong())
            .movePointLeft(3)
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact();
  }

  private void checkPages() throws IOException, Problem {
    List<String> paths = new ArrayList<>(List.of("/", "/health/ready", "/metrics"));
    String api = "/api/v1/sites/" + site;
    paths.addAll(List.of(api + "/now", api + "/days/" + year + "-06-18", api + "/meters"));
    paths.addAll(List.of(api + "/alarms", api + "/checkpoint", api + "/blocks/1"));
    paths.addAll(List.of("/api/v1/edges", "/api/v1/openapi.yaml"));
    for (String path : paths) {
      int status = get(path).statusCode();
      expect(status == 200, "200 for " + path, mapper.getNodeFactory().numberNode(status));
    }
    JsonNode edges = json("/api/v1/edges").path("edges");
    expect(edges.size() == 1, "one edge", edges);
  }

  private Optional<JsonNode> known() throws IOException, Problem {
    for (JsonNode candidate : json("/api/v1/sites").path("sites")) {
      if (candidate.path("id").asText().equals(site)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static LocalDate localDay(long epochMillis, JsonNode known) {
    return Instant.ofEpochMilli(epochMillis)
        .atZone(ZoneId.of(known.path("zone").asText()))
        .toLocalDate();
  }

  private static boolean hasNumber(JsonNode values) {
    for (JsonNode value : values) {
      if (value.isNumber()) {
        return true;
      }
    }
    return false;
  }

  private void waitFor(String what, BooleanSupplier condition) throws Problem {
    while (!condition.getAsBoolean()) {
      if (clock.instant().isAfter(programStart.plus(limit))) {
        throw new Problem(
            "waited " + limit.toSeconds() + " s in vain for " + what + "; last seen: " + lastSeen);
      }
      LockSupport.parkNanos(POLL.toNanos());
      if (Thread.interrupted()) {
        throw new Problem("interrupted while waiting for " + what);
      }
    }
  }

  private BigDecimal sinceStart() {
    long millis = Duration.between(programStart, clock.instant()).toMillis();
    return BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_EVEN);
  }

  private JsonNode json(String path) throws IOException, Problem {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new Problem("expected 200 for " + path + ", found " + response.statusCode());
    }
    return mapper.readTree(response.body());
  }

  private HttpResponse<String> get(String path) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(REQUEST).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void expect(boolean holds, String expected, JsonNode found) throws Problem {
    if (!holds) {
      throw new Problem("expected " + expected + ", found " + found);
    }
  }
}

package org.zerofactory.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Answer times of what the pages ask, over HTTP, after the demo's year is filled and while it runs
 * live; beside them the same client asking {@code /health/live}, which does nothing.
 */
@Command(
    name = "page-api",
    mixinStandardHelpOptions = true,
    description =
        "Milliseconds for a year by month and a day by quarter hour, beside /health/live.")
final class PageApiBenchmark implements Callable<Integer> {

  private static final String SITE = "wuhan-demo";
  private static final int YEAR = 2025;
  private static final int FILL_SECONDS = 480;
  private static final int WARM_UP = 300;

  @Option(names = "--requests", defaultValue = "2000", description = "of each (${DEFAULT-VALUE})")
  private int requests = 2_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("zerofactory-benchmark-pages");
    int port = FreePort.any();
    try (RunningProgram demo =
        RunningProgram.launch(
            folder, "demo", "--data", folder.resolve("data").toString(), "--port", "" + port)) {
      URI base = URI.create("http://localhost:" + port);
      demo.waitFor("filled year", FILL_SECONDS, () -> isFilled(base));
      Figures figures = new Figures("page-api").put("requests", requests, 0);
      measure(figures, "health", base, i -> "/health/live");
      measure(figures, "year", base, i -> "/api/v1/sites/" + SITE + "/years/" + YEAR);
      measure(figures, "day", base, PageApiBenchmark::someDay);
      System.out.println(figures);
    }
    RunningProgram.delete(folder);
    return 0;
  }

  private interface Paths {
    String of(int request);
  }

  /** Another day each time, so that no cache of one day decides the figure. */
  private static String someDay(int request) {
    LocalDate day = LocalDate.of(YEAR, 1, 1).plusDays(request * 37L % 365);
    return "/api/v1/sites/" + SITE + "/days/" + day;
  }

  private void measure(Figures figures, String name, URI base, Paths paths)
      throws IOException, InterruptedException {
    for (int request = 0; request < WARM_UP; request++) {
      milliseconds(base.resolve(paths.of(request)));
    }
    double[] times = new double[requests];
    for (int request = 0; request < requests; request++) {
      times[request] = milliseconds(base.resolve(paths.of(request)));
    }
    figures.put(name + "P50Ms", Figures.percentile(times, 50), 2);
    figures.put(name + "P99Ms", Figures.percentile(times, 99), 2);
  }

  private double milliseconds(URI uri) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<byte[]> response =
        http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    double time = (System.nanoTime() - begin) / 1e6;
    if (response.statusCode() != 200) {
      throw new IOException("expected 200 for " + uri + ", found " + response.statusCode());
    }
    return time;
  }

  /** The journal has reached the present of the plant: nothing but live quarter hours arrive. */
  private boolean isFilled(URI base) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/v1/sites/" + SITE + "/years/" + YEAR)).build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      return false;
    }
    JsonNode months = mapper.readTree(response.body()).path("months");
    if (months.size() != 12) {
      return false;
    }
    for (JsonNode month : months) {
      JsonNode complete = month.path("complete");
      if (complete.path("missing").asLong(-1) != 0 || month.path("loadWh").asLong() == 0) {
        return false;
      }
    }
    return true;
  }
}

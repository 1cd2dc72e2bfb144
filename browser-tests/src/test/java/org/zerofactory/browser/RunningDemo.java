package org.zerofactory.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code zerofactory demo} as a process of its own, in a folder of its own, on free ports. */
final class RunningDemo implements AutoCloseable {

  static final String SITE = "wuhan-demo";
  static final int YEAR = 2025;

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration FILL_LIMIT = Duration.ofMinutes(4);
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Pattern ADDRESS = Pattern.compile("Pages\\s+(http://localhost:\\d+)");

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final Path folder;
  private final Path log;
  private final URI address;

  private RunningDemo(Process process, Path folder, Path log, URI address) {
    this.process = process;
    this.folder = folder;
    this.log = log;
    this.address = address;
  }

  /** Starts the demo and waits until it has printed its address; the year is not filled yet. */
  static RunningDemo start() throws IOException {
    Path folder = Files.createTempDirectory("zerofactory-browser");
    Path log = folder.resolve("demo.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.zerofactory.demo.Demo",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                "0")
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile())
            .start();
    try {
      return new RunningDemo(process, folder, log, addressIn(log, process));
    } catch (IOException | AssertionError failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  /** Address of the pages. */
  URI address() {
    return address;
  }

  /** The central server's database. */
  Path database() {
    return folder.resolve("data/central/central.db");
  }

  /** Waits until all history has arrived and the live picture is of now. */
  void waitUntilFilled() {
    await(
        "the filled year and live values",
        FILL_LIMIT,
        () -> {
          JsonNode now = json("/api/v1/sites/" + SITE + "/now");
          JsonNode agent = now.path("agent");
          return !now.path("stale").asBoolean(true)
              && now.path("loadKw").isNumber()
              && agent.path("backlog").asInt(-1) == 0;
        });
  }

  /** Waits until the centre knows the site. */
  void waitUntilKnown() {
    await("the first block", START_LIMIT, () -> !json("/api/v1/sites").path("sites").isEmpty());
  }

  /** Waits until the live picture is of that plant time or later. */
  void waitUntilPlantTime(Instant time) {
    await(
        "plant time " + time,
        FILL_LIMIT,
        () -> json("/api/v1/sites/" + SITE + "/now").path("at").asLong() >= time.toEpochMilli());
  }

  /** The JSON of a 200 answer; a missing node otherwise. */
  JsonNode json(String path) {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(address.resolve(path)).timeout(REQUEST_LIMIT).build(),
              BodyHandlers.ofString());
      return response.statusCode() == 200 ? mapper.readTree(response.body()) : mapper.missingNode();
    } catch (IOException noAnswer) {
      return mapper.missingNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + path, e);
    }
  }

  /** Ends everything at once, as a power cut would. */
  void kill() {
    process.destroyForcibly();
    hasEnded(10);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    if (!hasEnded(20)) {
      kill();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private boolean hasEnded(int seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the demo ended", e);
    }
  }

  private void await(String what, Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError(
            "waited in vain for " + what + " of the demo, alive: " + process.isAlive() + tail(log));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static URI addressIn(Path log, Process process) throws IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
        Matcher found = ADDRESS.matcher(String.join("\n", lines.lines().toList()));
        if (found.find()) {
          return URI.create(found.group(1));
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError("the demo did not print its address" + tail(log));
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException unreadable) {
      return " (no log: " + unreadable.getMessage() + ")";
    }
  }
}

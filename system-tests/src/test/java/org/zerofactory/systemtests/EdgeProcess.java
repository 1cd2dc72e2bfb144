package org.zerofactory.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The edge agent as a process of its own, with the launcher's memory settings. */
final class EdgeProcess implements AutoCloseable {

  private static final List<String> JAVA_OPTIONS =
      List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final Duration START_LIMIT = Duration.ofSeconds(40);

  private final Program program;
  private final URI status;

  private EdgeProcess(Program program) {
    this.program = program;
    String url = program.waitForLine("status: (http://\\S+)", START_LIMIT).group(1);
    this.status = URI.create(url).resolve("/api/status");
  }

  /** {@code edge run}; the site file must have a status page (port 0 will do). */
  static EdgeProcess run(Path siteFile, String... more) {
    return new EdgeProcess(command(siteFile, arguments("run", siteFile, more)));
  }

  /** Any command of the agent that takes a site file: its output and exit code are to be asked. */
  static Program command(Path siteFile, String... arguments) {
    return Program.ours(
        "edge-agent",
        JAVA_OPTIONS,
        Objects.requireNonNull(siteFile.toAbsolutePath().getParent()),
        arguments);
  }

  private static String[] arguments(String command, Path siteFile, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "--config", siteFile.toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** What {@code /api/status} of the status page says. */
  JsonNode status() {
    return Http.json(status);
  }

  /** What the status page says of the only source. */
  JsonNode source() {
    return status().path("sources").path(0);
  }

  long sequence() {
    return status().path("sequence").asLong();
  }

  Program program() {
    return program;
  }

  @Override
  public void close() {
    program.close();
  }
}

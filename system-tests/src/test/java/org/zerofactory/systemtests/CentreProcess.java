package org.zerofactory.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The central server as a process of its own, on a port that it keeps over kills. */
final class CentreProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(40);
  private static final int PAGE = 500;

  private final Program program;
  private final URI base;

  private CentreProcess(Program program) {
    this.program = program;
    this.base =
        URI.create(program.waitForLine("Central server: (http://\\S+)", START_LIMIT).group(1));
  }

  /**
   * @param folder holds the database in {@code central-data}
   * @param port 0 for a free one
   */
  static CentreProcess run(Path folder, int port) {
    return new CentreProcess(
        Program.ours("central-server", List.of("-Xmx256m"), folder, "run", "--port", "" + port));
  }

  URI uri(String path) {
    return base.resolve(path);
  }

  int port() {
    return base.getPort();
  }

  JsonNode json(String path) {
    return Http.json(uri(path));
  }

  /** The last sequence that the server has committed. */
  long mark(String site) {
    return json("/sync/v1/sites/" + site + "/state").path("sequence").asLong();
  }

  /** All blocks of a site, as an edge that lost its journal would fetch them. */
  List<String> lines(String site) {
    List<String> lines = new ArrayList<>();
    while (true) {
      String path =
          "/sync/v1/sites/%s/blocks?from=%d&limit=%d".formatted(site, lines.size() + 1, PAGE);
      List<String> more = Http.get(uri(path)).body().lines().toList();
      lines.addAll(more);
      if (more.size() < PAGE) {
        return lines;
      }
    }
  }

  Program program() {
    return program;
  }

  @Override
  public void close() {
    program.close();
  }
}

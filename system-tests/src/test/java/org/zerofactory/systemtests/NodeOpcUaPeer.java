package org.zerofactory.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The node-opcua server of {@code peers/node-opcua}, which can be killed and started again. */
final class NodeOpcUaPeer implements AutoCloseable {

  /** User and password; a server that has them allows nothing but Basic256Sha256. */
  record Login(String user, String password) {}

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** Slower than the agent samples (1 s), so that every published value can be stored. */
  private static final int PUBLISH_PERIOD_MS = 2_000;

  private final Path folder;
  private final int port;
  private final List<String> loginArguments;
  private final List<String> earlierLines = new ArrayList<>();
  private Program program;
  private JsonNode ready;

  private NodeOpcUaPeer(Path folder, int port, List<String> loginArguments) {
    this.folder = folder;
    this.port = port;
    this.loginArguments = loginArguments;
    this.program = start();
    this.ready = waitUntilReady();
  }

  static NodeOpcUaPeer anonymous(Path folder) {
    return new NodeOpcUaPeer(folder, freePort(), List.of());
  }

  static NodeOpcUaPeer secured(Path folder, Login login) {
    return new NodeOpcUaPeer(
        folder, freePort(), List.of("--user", login.user(), "--password", login.password()));
  }

  /** Skips or fails the test where Node or the peer's packages are missing. */
  static void require() {
    Project.requireTool(hasNode(), "Node", "install it (apt install nodejs npm)");
    Project.requireTool(
        Files.isDirectory(home().resolve("node_modules/node-opcua")),
        "the node-opcua peer",
        "run npm ci in system-tests/peers/node-opcua");
  }

  String endpoint() {
    return ready.path("endpoint").asText();
  }

  /** SHA-256 of the server's certificate, hex. */
  String thumbprint() {
    return ready.path("thumbprint").asText();
  }

  void kill() {
    program.kill();
    earlierLines.addAll(program.lines());
  }

  /** On the same port, with the same certificate; its registers have gone on meanwhile. */
  void startAgain() {
    program = start();
    ready = waitUntilReady();
  }

  /** What the server said it published: raw text by time, of one point and of all its lives. */
  Map<Instant, String> ledger(String event, String point) {
    Map<Instant, String> ledger = new TreeMap<>();
    List<String> lines = new ArrayList<>(earlierLines);
    lines.addAll(program.lines());
    for (String line : lines) {
      if (line.startsWith("{\"event\":\"" + event + "\"") && line.endsWith("}")) {
        JsonNode entry = Http.parse(line);
        if (entry.path("point").asText().equals(point)) {
          ledger.put(
              Instant.ofEpochMilli(entry.path("epochMs").asLong()), entry.path("raw").asText());
        }
      }
    }
    return ledger;
  }

  @Override
  public void close() {
    program.close();
  }

  private Program start() {
    List<String> command = new ArrayList<>(List.of("node", home().resolve("server.js").toString()));
    command.addAll(List.of("--port", "" + port, "--folder", folder.toString()));
    command.addAll(List.of("--period-ms", "" + PUBLISH_PERIOD_MS, "--history-hours", "24"));
    command.addAll(loginArguments);
    return Program.start("node-opcua peer", folder, command);
  }

  private JsonNode waitUntilReady() {
    return Http.parse(program.waitForLine("^.*\"event\":\"ready\".*$", START_LIMIT).group());
  }

  private static boolean hasNode() {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Path home() {
    return Project.root().resolve("system-tests/peers/node-opcua");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

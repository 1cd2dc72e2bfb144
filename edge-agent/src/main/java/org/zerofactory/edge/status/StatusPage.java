package org.zerofactory.edge.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The agent's own page for the person in front of it; loopback only, reading only. */
public final class StatusPage implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(StatusPage.class.getName());
  private static final int BACKLOG = 16;
  private static final List<String> OWN_HOSTS = List.of("localhost", "127.0.0.1", "[::1]");

  /** What a request gets. */
  private record Page(int status, String type, String body) {}

  private final HttpServer server;
  private final ExecutorService thread;
  private final Supplier<EdgeView> view;
  private final MetricsText metrics;

  /**
   * @param port 0 for any free one
   * @throws UncheckedIOException if the port is taken
   */
  public StatusPage(int port, Supplier<EdgeView> view) {
    this.view = view;
    this.metrics = new MetricsText(view);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try {
      this.server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "status-page: port "
              + port
              + " cannot be used ("
              + e.getMessage()
              + "); give another one in the site file, or 0 for any free one",
          e);
    }
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "status-page");
              made.setDaemon(true);
              return made;
            });
    server.setExecutor(thread);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The port in use. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "status page: " + exchange.getRequestURI(), e);
    }
  }

  private Page answer(HttpExchange exchange) {
    if (!isOwnHost(exchange.getRequestHeaders().getFirst("Host"))) {
      return text(421, "This page answers on localhost only.\n");
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return text(405, "Only GET is answered here.\n");
    }
    return switch (exchange.getRequestURI().getPath()) {
      case "/" ->
          new Page(200, "text/html; charset=utf-8", StatusHtml.of(view.get(), isChinese(exchange)));
      case "/api/status" -> json(200, StatusJson.of(view.get()));
      case "/health/live" -> json(200, "{\"status\":\"up\"}");
      case "/health/ready" -> ready(view.get());
      case "/metrics" -> new Page(200, "text/plain; version=0.0.4; charset=utf-8", metrics.text());
      default -> text(404, "Not found. Try /, /api/status, /health/ready or /metrics.\n");
    };
  }

  /** Ready while something is acquired and nothing keeps blocks from being stored. */
  private static Page ready(EdgeView view) {
    boolean connected = view.sources().stream().anyMatch(source -> source.connected());
    boolean stuck =
        view.alarms().stream()
            .anyMatch(
                alarm ->
                    alarm.id().startsWith("clock-insane:")
                        || alarm.id().startsWith("journal-not-stored:"));
    boolean ready = connected && !stuck;
    String reason = ready ? "up" : connected ? "see alarms" : "no source is connected";
    return json(ready ? 200 : 503, "{\"status\":\"" + reason + "\"}");
  }

  private static boolean isChinese(HttpExchange exchange) {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language"));
    return query.contains("lang=zh") || !query.contains("lang=en") && accepted.startsWith("zh");
  }

  /** A page elsewhere that points its own name here (DNS rebinding) gets nothing. */
  private static boolean isOwnHost(@org.jspecify.annotations.Nullable String host) {
    return host != null && OWN_HOSTS.contains(host.replaceFirst(":[0-9]+$", ""));
  }

  private static Page json(int status, String body) {
    return new Page(status, "application/json", body);
  }

  private static Page text(int status, String body) {
    return new Page(status, "text/plain; charset=utf-8", body);
  }

  private static void send(HttpExchange exchange, Page page) throws IOException {
    byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", page.type());
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    exchange.sendResponseHeaders(page.status(), body.length);
    exchange.getResponseBody().write(body);
  }
}

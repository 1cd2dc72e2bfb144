package org.zerofactory.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Checkpoint;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.VerificationKey;

/** A small centre over HTTP that checks what it gets, with faults on demand. */
final class TestCentre implements AutoCloseable {

  private final HttpServer server;
  private final Random random = new Random(5);
  private final List<String> lines = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> live = new ArrayList<>();
  private JournalTip tip = JournalTip.EMPTY;
  private @Nullable VerificationKey key;
  private volatile int faultsOf10;

  TestCentre() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void misbehave(int of10) {
    faultsOf10 = of10;
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  synchronized List<String> live() {
    return List.copyOf(live);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean fault = random.nextInt(10) < faultsOf10;
      if (fault && random.nextBoolean()) {
        answer(exchange, 200, "<html>Sign in to the guest network</html>");
      } else if (path.endsWith("/state")) {
        answer(exchange, 200, mark());
      } else if (path.endsWith("/live")) {
        live.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, 200, "{}");
      } else if (exchange.getRequestMethod().equals("GET")) {
        answer(exchange, 200, blocks(exchange.getRequestURI().getQuery()));
      } else {
        receive(exchange, fault);
      }
    }
  }

  private String blocks(String query) {
    int from = Integer.parseInt(query.replaceAll(".*from=([0-9]+).*", "$1"));
    int to = Math.min(lines.size(), from + 6);
    return String.join("\n", lines.subList(Math.min(from - 1, to), to)) + "\n";
  }

  private void receive(HttpExchange exchange, boolean loseAnswer) throws IOException {
    String body =
        new String(
            new GZIPInputStream(exchange.getRequestBody()).readAllBytes(), StandardCharsets.UTF_8);
    List<String> all = body.lines().toList();
    JsonFields batch = JsonFields.of("batch", JsonParser.parse(all.get(0))).object("batch");
    long from = batch.integer("from");
    if (batch.integer("to") > tip.sequence()) {
      if (from != tip.sequence() + 1) {
        String word = from > tip.sequence() + 1 ? "gap" : "overlap";
        String problem = "{\"type\":\"urn:zerofactory:sync:%s\",\"expected\":%d}";
        answer(exchange, 409, problem.formatted(word, tip.sequence() + 1));
        return;
      }
      apply(batch, all.subList(1, all.size()));
    }
    if (!loseAnswer) {
      answer(exchange, 200, mark());
    }
  }

  private void apply(JsonFields batch, List<String> received) {
    JournalTip next = tip;
    for (String line : received) {
      Block block = Block.parse(line);
      if (block.payload() instanceof Payload.Site site) {
        key = site.key();
      }
      next = next.append(block, line);
    }
    Checkpoint checkpoint =
        Checkpoint.verified(batch.text("checkpoint"), Objects.requireNonNull(key));
    if (!checkpoint.equals(next.checkpoint(batch.text("site")))) {
      faults.add("checkpoint of size " + checkpoint.size() + " has another root");
    }
    lines.addAll(received);
    tip = next;
  }

  private String mark() {
    return "{\"sequence\":" + tip.sequence() + ",\"hash\":\"" + tip.hash() + "\"}";
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}

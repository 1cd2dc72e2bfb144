package org.zerofactory.central.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.metering.SiteDescription;

/** Answers and requests that end before they are whole. */
final class BrokenOffTest {

  @Test
  void aJournalThatCannotBeReadToItsEndDoesNotLookWhole() {
    try (WebServer server = WebServer.start("127.0.0.1", 0, doorsWithAHole())) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:" + server.port() + "/api/v1/sites/plant/journal.jsonl"))
              .build();

      assertThatThrownBy(
              () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aBodyThatDoesNotCompleteInTimeIsCutOff() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Router router = Router.router(vertx);
      router.post("/").handler(new Uploads(vertx, 1, 100)).handler(BodyHandler.create(false));
      HttpServer server =
          vertx
              .createHttpServer()
              .requestHandler(router)
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
        socket.setSoTimeout(10_000);
        String head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nslow";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

        int end = socket.getInputStream().read();

        assertThat(end).isEqualTo(-1);
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  /** Two lines of five, then none. */
  private static Doors doorsWithAHole() {
    Doors none = FakeDoors.none();
    SiteDescription description =
        new SiteDescription(
            "plant", "Plant", ZoneId.of("UTC"), true, "CN", "central", List.of(), List.of());
    SiteOverview overview =
        new SiteOverview(description, 1, 5, Hash.ZERO, "note", Optional.empty());
    return new Doors(
        site -> Optional.of(overview),
        none.receive(),
        none.live(),
        none.sites(),
        none.now(),
        none.day(),
        none.year(),
        none.yearMeters(),
        none.meters(),
        none.alarms(),
        none.edges(),
        (site, from, limit) -> from == 1 ? List.of("one", "two") : List.of(),
        none.metrics(),
        none.time(),
        none.ledger(),
        none.inventories(),
        none.organisations(),
        none.factors(),
        none.instruments(),
        ProductDoors.NONE,
        none.certification());
  }
}

package org.zerofactory.edge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.journal.Hash;

/** Every answer of docs/formats.md, section 3, over real HTTP. */
final class CentreAnswersTest {

  private HttpServer server;
  private int status;
  private String body = "";
  private Optional<String> retryAfter = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.createContext(
        "/sync/v1/sites/test/blocks",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            retryAfter.ifPresent(
                seconds -> exchange.getResponseHeaders().set("Retry-After", seconds));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aBusyCentreIsAskedAgainWhenItWantsIt() throws Exception {
    status = 429;
    body = "{\"type\":\"urn:zerofactory:sync:busy\"}";
    retryAfter = Optional.of("17");

    Answer answer = send();

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failure.class,
            failure -> {
              assertThat(failure.retryAfter()).contains(Duration.ofSeconds(17));
              assertThat(failure.detail()).contains("429");
            });
  }

  @Test
  void aRetryAfterOfADayIsAnHour() throws Exception {
    status = 503;
    retryAfter = Optional.of("86400");

    Answer answer = send();

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failure.class,
            failure -> assertThat(failure.retryAfter()).contains(Duration.ofHours(1)));
  }

  @Test
  void aBatchThatIsTooLargeIsToldAsSuch() throws Exception {
    status = 413;
    body = "<html>Request Entity Too Large</html>";

    assertThat(send()).isEqualTo(new Answer.TooLarge());
  }

  @Test
  void refusedContentComesWithTheReason() throws Exception {
    status = 422;
    body =
        "{\"type\":\"urn:zerofactory:sync:invalid-block\",\"sequence\":8,"
            + "\"detail\":\"block 8: expected an amount\"}";

    assertThat(send()).isEqualTo(new Answer.Refused("block 8: expected an amount"));
  }

  @Test
  void anUnknownKeyAndAForkNeedAPerson() throws Exception {
    status = 409;
    body = "{\"type\":\"urn:zerofactory:sync:unknown-key\",\"detail\":\"key 12ab\"}";
    Answer unknownKey = send();
    body = "{\"type\":\"urn:zerofactory:sync:fork\",\"detail\":\"block 5\"}";
    Answer fork = send();

    assertThat(unknownKey).isEqualTo(new Answer.Conflict("unknown-key", "key 12ab"));
    assertThat(fork).isEqualTo(new Answer.Conflict("fork", "block 5"));
  }

  @Test
  void aGapTellsWhereToGoOn() throws Exception {
    status = 409;
    body = "{\"type\":\"urn:zerofactory:sync:gap\",\"expected\":42}";

    assertThat(send()).isEqualTo(new Answer.Rewind(42));
  }

  @Test
  void aConfirmedBatchGivesTheMark() throws Exception {
    status = 200;
    body = "{\"sequence\":9,\"hash\":\"" + "0".repeat(64) + "\",\"serverTime\":1}";

    assertThat(send()).isEqualTo(new Answer.Mark(9, Hash.ZERO));
  }

  private Answer send() throws InterruptedException {
    URI url = URI.create("http://localhost:" + server.getAddress().getPort());
    return new Centre(url, "test").send("{}\n".getBytes(StandardCharsets.UTF_8));
  }
}

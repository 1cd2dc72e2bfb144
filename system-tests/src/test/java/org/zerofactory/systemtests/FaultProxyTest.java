package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zerofactory.systemtests.FaultProxy.Mode;

/** The tool that breaks networks must break them, or the tests above it show nothing. */
final class FaultProxyTest {

  private HttpServer server;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = "answer ".repeat(1000).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    proxy = new FaultProxy(server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.stop(0);
  }

  @Test
  void passesWhatItIsGiven() throws Exception {
    assertThat(get()).isEqualTo("answer ".repeat(1000));
    assertThat(proxy.faults()).isZero();
  }

  @Test
  void refusesAndComesBack() throws Exception {
    proxy.set(Mode.REFUSE);
    assertThatThrownBy(this::get).isInstanceOf(IOException.class);

    proxy.set(Mode.PASS);
    assertThat(get()).startsWith("answer");
  }

  @Test
  void swallowsWithoutClosing() {
    proxy.set(Mode.SWALLOW);

    assertThatThrownBy(this::get).isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void resetsInTheMiddleOfAnAnswer() {
    proxy.set(Mode.RESET_ANSWERS);

    assertThatThrownBy(this::get)
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    assertThat(proxy.faults()).isPositive();
  }

  @Test
  void delaysButDelivers() throws Exception {
    proxy.set(Mode.DELAY);
    long before = System.nanoTime();

    assertThat(get(Duration.ofSeconds(20))).isEqualTo("answer ".repeat(1000));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(300));
  }

  private String get() throws IOException, InterruptedException {
    return get(Duration.ofSeconds(1));
  }

  private String get(Duration limit) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + proxy.port() + "/");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(limit).build();
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request, BodyHandlers.ofString())
        .body();
  }
}

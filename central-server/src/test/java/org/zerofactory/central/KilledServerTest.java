package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.metering.Interval;

/** A server that dies at any moment holds every batch that it acknowledged, and no half one. */
final class KilledServerTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private static final int ROUNDS = 4;
  private static final int PER_BATCH = 20;
  private static final int BATCHES = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(20251123);

  @TempDir Path folder;

  @Test
  void noAcknowledgedBlockIsLostAndNoneIsHeldTwice() throws Exception {
    JournalBuilder journal = journal();
    long acknowledged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Process server = ServerProcess.start(folder);
      try {
        URI base = ServerProcess.address(server);
        long mark = mark(base);
        assertThat(mark).isGreaterThanOrEqualTo(acknowledged);
        assertThat(mark == 0 || (mark - 1) % PER_BATCH == 0).as("whole batches").isTrue();
        acknowledged = pushUntilKilled(server, base, journal, mark);
      } finally {
        server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }

    try (JournalStore store =
        JournalStore.open(folder, () -> START, BalanceSeries::of, change -> {})) {
      long mark = store.reader().site("plant").orElseThrow().sequence();
      Interval all = new Interval(START, START.plusSeconds(900L * BATCHES * PER_BATCH));
      assertThat(mark).isGreaterThanOrEqualTo(acknowledged);
      assertThat(store.reader().integrityFaults()).isEmpty();
      assertThat(store.reader().quarters("plant", all)).hasSize((int) mark - 1);
      assertThat(store.reader().site("plant").orElseThrow().hash())
          .isEqualTo(journal.tip(mark).hash());
    }
  }

  /** Pushes on until a moment of chance, then kills while a batch is under way. */
  private long pushUntilKilled(Process server, URI base, JournalBuilder journal, long mark)
      throws Exception {
    long acknowledged = mark;
    int whole = 3 + random.nextInt(8);
    for (int i = 0; i <= whole; i++) {
      long from = acknowledged + 1;
      long to = acknowledged == 0 ? 1 : acknowledged + PER_BATCH;
      CompletableFuture<HttpResponse<String>> answer = push(base, journal.body(from, to));
      if (i == whole) {
        TimeUnit.MICROSECONDS.sleep(random.nextInt(6_000)); // the moment of the kill is the input
        server.destroyForcibly();
      }
      try {
        if (answer.get(20, TimeUnit.SECONDS).statusCode() == 200) {
          acknowledged = to;
        }
      } catch (java.util.concurrent.ExecutionException dead) {
        return acknowledged;
      }
    }
    return acknowledged;
  }

  private CompletableFuture<HttpResponse<String>> push(URI base, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/sync/v1/sites/plant/blocks"))
            .header("Content-Type", "application/jsonl")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JournalBuilder.gzip(body)))
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private long mark(URI base) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/sync/v1/sites/plant/state")).build();
    String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return HttpFixture.parse(body).path("sequence").asLong();
  }

  private static JournalBuilder journal() {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < BATCHES * PER_BATCH; i++) {
      journal.quarter(
          START.plusSeconds(900L * i),
          Map.of(TestSites.IMPORT, 1_000L, TestSites.EXPORT, 0L, TestSites.PV, 10L));
    }
    return journal;
  }
}

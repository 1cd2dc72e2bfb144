package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.central.store.LedgerStore;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.ledger.EntryFilter;

/** A server that dies while a table comes in holds all of it or nothing, and a whole trail. */
final class KilledLedgerTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private static final int ROUNDS = 3;
  private static final int ROWS = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(20251125);

  @TempDir Path folder;

  @Test
  void aTableIsHeldWholeOrNotAtAll() throws Exception {
    journal();
    int acknowledged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Process server = ServerProcess.start(folder);
      try {
        URI base = ServerProcess.address(server);
        for (int table = 0; table < 3; table++) {
          CompletableFuture<HttpResponse<String>> answer = send(base, round * 10 + table);
          if (table == 2) {
            TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000)); // the moment is the input
            server.destroyForcibly();
          }
          acknowledged += isHeld(answer) ? 1 : 0;
        }
      } finally {
        server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }

    try (JournalStore store =
        JournalStore.open(folder, () -> START, BalanceSeries::of, change -> {})) {
      LedgerStore ledger = new LedgerStore(store, () -> START);
      int held = ledger.entries("plant", EntryFilter.ALL, 1_000_000).size();
      assertThat(held % ROWS).as("whole tables").isZero();
      assertThat(held / ROWS).isBetween(acknowledged, 3 * ROUNDS);
      assertThat(ledger.audit(java.util.Optional.empty(), 0, 1_000_000)).hasSize(held);
      assertThat(ledger.auditFault()).isEmpty();
      assertThat(store.reader().integrityFaults()).isEmpty();
    }
  }

  private static boolean isHeld(CompletableFuture<HttpResponse<String>> answer) throws Exception {
    try {
      return answer.get(60, TimeUnit.SECONDS).statusCode() == 201;
    } catch (java.util.concurrent.ExecutionException dead) {
      return false;
    }
  }

  private CompletableFuture<HttpResponse<String>> send(URI base, int table) {
    StringBuilder csv = new StringBuilder("category,subject,from,to,amount,unit,factorSeries\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append(
          "mobile-combustion,truck %d-%d,2025-01-01,2025-02-01,%d,kg,cn-fuel-diesel\n"
              .formatted(table, i, i));
    }
    return client.sendAsync(
        HttpRequest.newBuilder(base.resolve(Office.SITE + "/entries/import"))
            .header("Content-Type", "text/csv")
            .header("Zerofactory-Person", "wang.li")
            .POST(HttpRequest.BodyPublishers.ofString(csv.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void journal() {
    try (HttpFixture server = new HttpFixture(folder)) {
      server.pushQuarter(START);
    }
  }
}

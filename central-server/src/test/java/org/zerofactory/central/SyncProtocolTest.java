package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.SealedBlock;
import org.zerofactory.domain.journal.SigningKey;

/** Every row of the table in docs/formats.md, section 3, over HTTP. */
final class SyncProtocolTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private static final String ZEROS = "0".repeat(64);

  @TempDir Path folder;
  private HttpFixture server;
  private JournalBuilder journal;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    journal = journal(START);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anUnknownSiteStandsAtZero() {
    JsonNode state = server.json("/sync/v1/sites/plant/state");

    assertThat(state.path("sequence").asLong()).isZero();
    assertThat(state.path("hash").asText()).isEqualTo(ZEROS);
    assertThat(state.path("epoch").asLong()).isEqualTo(1);
    assertThat(state.path("checkpoint").isNull()).isTrue();
  }

  @Test
  void aBatchThatContinuesTheMarkIsHeldAfterTheAnswer() {
    HttpResponse<String> first = server.push("plant", journal.body(1, 4));
    HttpResponse<String> second = server.push("plant", journal.body(5, 11));

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(HttpFixture.parse(second.body()).path("sequence").asLong()).isEqualTo(11);
    assertThat(HttpFixture.parse(second.body()).path("hash").asText())
        .isEqualTo(journal.tip().hash().hex());
    JsonNode state = server.json("/sync/v1/sites/plant/state");
    assertThat(state.path("sequence").asLong()).isEqualTo(11);
    assertThat(state.path("checkpoint").asText()).isEqualTo(journal.checkpoint(11));
  }

  @Test
  void aRepeatedBatchGetsTheMarkAndChangesNothing() {
    server.push("plant", journal.body(1, 11));
    String before = server.get("/api/v1/sites/plant/days/2025-06-01").body();

    HttpResponse<String> again = server.push("plant", journal.body(1, 4));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(HttpFixture.parse(again.body()).path("sequence").asLong()).isEqualTo(11);
    assertThat(server.get("/api/v1/sites/plant/days/2025-06-01").body()).isEqualTo(before);
  }

  @Test
  void aGapNamesTheExpectedBlock() {
    server.push("plant", journal.body(1, 4));

    HttpResponse<String> answer = server.push("plant", journal.body(6, 11));

    assertProblem(answer, 409, "gap");
    assertThat(HttpFixture.parse(answer.body()).path("expected").asLong()).isEqualTo(5);
  }

  @Test
  void anOverlapNamesTheExpectedBlock() {
    server.push("plant", journal.body(1, 4));

    HttpResponse<String> answer = server.push("plant", journal.body(3, 11));

    assertProblem(answer, 409, "overlap");
    assertThat(HttpFixture.parse(answer.body()).path("expected").asLong()).isEqualTo(5);
    assertMark(4);
  }

  @Test
  void anotherHistoryOfTheSameAgentIsAForkAndKeptAside() {
    server.push("plant", journal.body(1, 4));
    JournalBuilder other = forkOf(journal);

    HttpResponse<String> answer = server.push("plant", other.body(2, 6));

    assertProblem(answer, 409, "fork");
    assertMark(4);
    assertThat(edge().path("status").asText()).isEqualTo("quarantined");
    assertThat(edge().path("alarms").get(0).path("id").asText()).startsWith("fork:");
  }

  @Test
  void anAgentThatContinuesAnotherBlockThanTheHeldOneIsAFork() {
    server.push("plant", journal.body(1, 4));
    JournalBuilder other = forkOf(journal);

    HttpResponse<String> answer = server.push("plant", other.body(5, 6));

    assertProblem(answer, 409, "fork");
    assertMark(4);
  }

  @Test
  void aCheckpointOfAStrangersKeyIsUnknown() {
    server.push("plant", journal.body(1, 4));
    String note = journal.tip(6).checkpoint("plant").signed(JournalBuilder.newKey());

    HttpResponse<String> answer =
        server.push("plant", journal.body(5, 6, note, journal.blocks().subList(4, 6)));

    assertProblem(answer, 409, "unknown-key");
    assertMark(4);
  }

  @Test
  void aNewAgentsKeyIsAcceptedAfterApprovalOnly() {
    server.push("plant", journal.body(1, 11));
    SigningKey key = JournalBuilder.newKey();
    journal.newAgent(key).quarter(START.plusSeconds(86_400), Map.of(TestSites.IMPORT, 5L));
    HttpResponse<String> before = server.push("plant", journal.body(12, 13));

    int exit =
        CentralServer.commandLine()
            .execute(
                "approve-key",
                "--data",
                folder.toString(),
                "--site",
                "plant",
                "--fingerprint",
                key.verificationKey().fingerprint());

    assertProblem(before, 409, "unknown-key");
    assertThat(exit).isZero();
    assertThat(server.push("plant", journal.body(12, 13)).statusCode()).isEqualTo(200);
    assertThat(server.json("/sync/v1/sites/plant/state").path("epoch").asLong()).isEqualTo(2);
    assertThat(edge().path("alarms")).isEmpty();
  }

  @Test
  void aCheckpointWhoseSignatureIsBrokenIsInvalid() {
    String note = journal.checkpoint(4);
    String broken = note.substring(0, note.length() - 9) + "AAAAAA==\n";

    HttpResponse<String> answer =
        server.push("plant", journal.body(1, 4, broken, journal.blocks().subList(0, 4)));

    assertProblem(answer, 422, "invalid-block");
    assertMark(0);
  }

  @Test
  void aCheckpointOverAnotherRootIsInvalid() {
    JournalTip other = forkOf(journal).tip(4);
    String note = other.checkpoint("plant").signed(journal.key());

    HttpResponse<String> answer =
        server.push("plant", journal.body(1, 4, note, journal.blocks().subList(0, 4)));

    assertProblem(answer, 422, "invalid-block");
    assertThat(answer.body()).contains("root");
  }

  @Test
  void aBlockThatIsNoCanonicalJsonIsNamedByItsSequence() {
    String body =
        new String(journal.body(1, 4), StandardCharsets.UTF_8)
            .replaceFirst("\"sequence\":3,", "\"sequence\": 3,");

    HttpResponse<String> answer = server.push("plant", body.getBytes(StandardCharsets.UTF_8));

    assertProblem(answer, 422, "invalid-block");
    assertThat(HttpFixture.parse(answer.body()).path("sequence").asLong()).isEqualTo(3);
    assertMark(0);
  }

  @Test
  void aBlockWhosePreviousHashIsWrongIsNamedByItsSequence() {
    List<SealedBlock> blocks = new ArrayList<>(journal.blocks().subList(0, 4));
    blocks.set(3, forkOf(journal).blocks().get(3));

    HttpResponse<String> answer =
        server.push("plant", journal.body(1, 4, journal.checkpoint(4), blocks));

    assertProblem(answer, 422, "invalid-block");
    assertThat(HttpFixture.parse(answer.body()).path("sequence").asLong()).isEqualTo(4);
  }

  @Test
  void aQuarterHourThatWasSealedBeforeIsInvalid() {
    server.push("plant", journal.body(1, 11));
    journal.quarter(START, Map.of(TestSites.IMPORT, 7L));

    HttpResponse<String> answer = server.push("plant", journal.body(12, 12));

    assertProblem(answer, 422, "invalid-block");
    assertThat(answer.body()).contains("correction");
    assertMark(11);
  }

  @Test
  void anAgentGetsItsHistoryBack() {
    server.push("plant", journal.body(1, 11));

    String lines = server.get("/sync/v1/sites/plant/blocks?from=3&limit=2").body();

    assertThat(lines)
        .isEqualTo(journal.blocks().get(2).line() + "\n" + journal.blocks().get(3).line() + "\n");
  }

  @Test
  void theMarkSurvivesARestart() {
    server.push("plant", journal.body(1, 4));
    server.close();

    server = new HttpFixture(folder);

    assertMark(4);
    assertThat(server.push("plant", journal.body(5, 11)).statusCode()).isEqualTo(200);
  }

  private void assertMark(long sequence) {
    assertThat(server.json("/sync/v1/sites/plant/state").path("sequence").asLong())
        .isEqualTo(sequence);
  }

  private JsonNode edge() {
    return server.json("/api/v1/edges").path("edges").get(0);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String word) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(HttpFixture.parse(answer.body()).path("type").asText())
        .isEqualTo("urn:zerofactory:sync:" + word);
  }

  private static JournalBuilder journal(Instant start) {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    for (int i = 0; i < 10; i++) {
      journal.quarter(
          start.plusSeconds(900L * i),
          Map.of(TestSites.IMPORT, 1000L + i, TestSites.EXPORT, 0L, TestSites.PV, 10L));
    }
    return journal;
  }

  /** The same agent with another history from block 2 on. */
  private static JournalBuilder forkOf(JournalBuilder journal) {
    JournalBuilder fork = JournalBuilder.sharing(journal);
    for (int i = 0; i < 6; i++) {
      fork.quarter(START.plusSeconds(900L * i), Map.of(TestSites.IMPORT, 9L));
    }
    return fork;
  }
}

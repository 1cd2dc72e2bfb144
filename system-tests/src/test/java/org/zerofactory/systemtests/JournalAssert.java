package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.IntervalReading;

/** What must hold of a journal however often its programs were killed. */
final class JournalAssert {

  private static final Duration AUDIT_LIMIT = Duration.ofSeconds(60);

  private JournalAssert() {}

  /** Contiguous from 1, each block naming the hash of the one before, no quarter hour twice. */
  static void assertChained(List<String> lines) {
    Hash previous = Hash.ZERO;
    long sequence = 0;
    Map<Instant, Long> sealedAt = new TreeMap<>();
    for (String line : lines) {
      Block block = Block.parse(line);
      assertThat(block.sequence()).isEqualTo(++sequence);
      assertThat(block.previous()).as("chain at block %s", sequence).isEqualTo(previous);
      if (block.interval().isPresent()) {
        Long earlier = sealedAt.put(block.interval().get().start(), sequence);
        assertThat(earlier).as("an earlier block with the interval of %s", sequence).isNull();
      }
      previous = Block.hash(line);
    }
  }

  /** What the journal says in the end: intervals, and over them the corrections. */
  static Map<Instant, IntervalReading> readings(List<String> lines, String point) {
    Map<Instant, IntervalReading> readings = new TreeMap<>();
    for (String line : lines) {
      Block block = Block.parse(line);
      if (block.payload() instanceof Payload.Readings sealed) {
        Instant start = block.interval().orElseThrow().start();
        sealed.readings().stream()
            .filter(reading -> reading.point().equals(point))
            .forEach(reading -> readings.put(start, reading.value()));
      } else if (block.payload() instanceof Payload.Correction correction) {
        correction.readings().stream()
            .filter(replacement -> replacement.point().equals(point))
            .forEach(replacement -> readings.put(replacement.start(), replacement.value()));
      }
    }
    return readings;
  }

  /** Our auditor, a program of its own, accepts the lines and the signed checkpoint. */
  static void assertAuditorAccepts(CentreProcess centre, String site, Path folder)
      throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    Path checkpoint = folder.resolve("checkpoint");
    String api = "/api/v1/sites/" + site;
    Files.writeString(journal, Http.get(centre.uri(api + "/journal.jsonl")).body());
    Files.writeString(checkpoint, Http.get(centre.uri(api + "/checkpoint")).body());
    try (Program auditor =
        Program.ours(
            "auditor",
            List.of(),
            folder,
            "verify",
            journal.toString(),
            "--checkpoint",
            checkpoint.toString())) {
      assertThat(auditor.waitForExit(AUDIT_LIMIT)).as(auditor.output()).isZero();
    }
  }
}

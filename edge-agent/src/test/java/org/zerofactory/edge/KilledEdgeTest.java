package org.zerofactory.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.edge.store.JournalStore;
import org.zerofactory.edge.store.StoredBlock;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.SiteFile;

final class KilledEdgeTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  // SIGKILL at random moments while an agent in another process seals as fast as it can.
  @Test
  void aKilledProcessLosesAndDoublesNothing() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("site.yaml"),
        """
        site: test
        name: Test
        zone: Asia/Shanghai
        region: { country: CN, grid: central }
        history-from: 2026-01-01T00:00:00Z
        sources:
          - { id: plant, endpoint: "opc.tcp://localhost:1", security: None }
        devices:
          - { id: main, name: Main, template: simulator-meter, source: plant, role: load,
              parameters: { path: main } }
        """,
        StandardCharsets.UTF_8);
    Random random = new Random(3);

    long sealed = 0;
    for (int round = 0; round < 8; round++) {
      killWhileItStarts(random.nextInt(1_500));
      Process child = child();
      try (var lines = child.inputReader()) {
        sealed = readPast(lines, sealed, random.nextInt(60));
      }
      child.destroyForcibly().waitFor();
    }

    verifyJournal();
  }

  private void killWhileItStarts(int milliseconds) throws IOException, InterruptedException {
    Process child = child();
    child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    child.destroyForcibly().waitFor();
  }

  /** Reads sequences until one is newer than what was there, then some more at random. */
  private static long readPast(BufferedReader lines, long sealed, int more) throws IOException {
    long newest = sealed;
    for (int further = 0; further <= more; ) {
      String line = lines.readLine();
      assertThat(line).as("the child ended by itself").isNotNull();
      if (line.matches("[0-9]+")) {
        newest = Long.parseLong(line);
        further += newest > sealed ? 1 : 0;
      }
    }
    return newest;
  }

  private void verifyJournal() {
    try (var journal = JournalStore.open(folder.resolve("data/journal.db"))) {
      JournalTip tip = JournalTip.EMPTY;
      Instant next = START;
      long sum = 0;
      long register = 0;
      for (StoredBlock stored : journal.blocks(1, 1_000_000)) {
        Block block = Block.parse(stored.line());
        tip = tip.append(block, stored.line());
        if (block.payload() instanceof Payload.Readings readings) {
          assertThat(block.interval().orElseThrow().start()).isEqualTo(next);
          next = block.interval().orElseThrow().end();
          IntervalReading reading = readings.readings().get(0).value();
          assertThat(reading.isMissing()).as(stored.line()).isFalse();
          sum += reading.amount().orElseThrow();
          register = reading.register().orElseThrow();
        }
      }
      assertThat(tip.sequence()).isGreaterThan(10);
      assertThat(tip).isEqualTo(journal.tip());
      assertThat(sum).isEqualTo(register);
    }
  }

  private Process child() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            folder.resolve("site.yaml").toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** An agent whose source gives a day of values at a time, for ever. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) {
      var site = SiteFile.read(Path.of(arguments[0]), DeviceTemplates.packaged());
      HandFedSources sources = new HandFedSources(START);
      // the system's clock is that of the values, and later than the program's build
      InstantSource clock = InstantSource.system();
      try (RunningEdge edge =
          new RunningEdge(new EdgeOptions(site, Optional.empty(), clock), sources)) {
        Instant time = sources.resumeFrom("plant");
        sources.startAt(clock.instant());
        while (edge.statusPort() == 0) {
          Instant until = time.plusSeconds(6 * 3_600);
          for (; !time.isAfter(until); time = time.plusSeconds(300)) {
            sources.give(
                "main/energy-import", time, time.getEpochSecond() - START.getEpochSecond());
          }
          sources.complete("plant", until);
          System.out.println(edge.sealedSequence());
          time = until;
        }
      }
    }
  }
}

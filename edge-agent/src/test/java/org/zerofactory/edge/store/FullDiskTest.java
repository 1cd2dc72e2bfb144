package org.zerofactory.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.metering.Sample;

/** A disk that is really full: a file system of 2 MB in memory, which needs the right to mount. */
@Tag("root")
final class FullDiskTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    int exit = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
    assumeTrue(exit == 0, "no file system can be mounted here (root is needed)");
  }

  @AfterEach
  void unmount() throws Exception {
    if (Files.getFileStore(disk).type().equals("tmpfs")) {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  @Test
  void theRingGivesWayAndGoesOn() throws IOException {
    List<Path> setAside = new ArrayList<>();
    try (var store = SampleStore.open(disk.resolve("samples.db"), setAside::add)) {
      assertThatThrownBy(() -> fill(store))
          .isInstanceOfSatisfying(
              StoreException.class,
              fault -> assertThat(fault.reason()).isEqualTo(StoreException.Cause.DISK_FULL));

      store.shrink();
      store.add(samples(10_000_000, 10));
      store.commit();

      List<Sample> read = new ArrayList<>();
      store.replay(START.plusSeconds(10_000_000), read::add);
      assertThat(read).hasSize(10);
      assertThat(setAside).isEmpty();
    }
  }

  @Test
  void theJournalFindsRoomOnceTheRingGaveWay() throws IOException {
    try (var store = SampleStore.open(disk.resolve("samples.db"), path -> {});
        var journal = JournalStore.open(disk.resolve("journal.db"))) {
      assertThatThrownBy(() -> fill(store)).isInstanceOf(StoreException.class);

      store.shrink();
      journal.acknowledge(7);

      assertThat(journal.acknowledged()).isEqualTo(7);
    }
  }

  private static void fill(SampleStore store) {
    for (int i = 0; i < 100; i++) {
      store.add(samples(i * 5_000, 5_000));
      store.commit();
    }
  }

  private static List<Sample> samples(int from, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      Instant time = START.plusSeconds(i);
      samples.add(new Sample("grid/energy-import", time, time, i, 0));
    }
    return samples;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException noSuchProgram) {
      return 127;
    }
    process.getInputStream().readAllBytes();
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : 1;
  }
}

package org.zerofactory.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zerofactory.domain.metering.Sample;

final class SampleStoreTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @TempDir private Path folder;
  private final List<Path> setAside = new ArrayList<>();

  @Test
  void whatWasCommittedComesBackInTimeOrderWithStatusAndArrival() {
    var good = new Sample("b/x", START.plusSeconds(2), START.plusSeconds(3), 1.5, 0);
    var bad = new Sample("a/x", START, START, Double.NaN, 0x80340000L);
    try (var store = open()) {
      store.add(List.of(good, bad));
      store.complete("plant", START.plusSeconds(2));
    }

    List<Sample> read = new ArrayList<>();
    try (var store = open()) {
      store.replay(START, read::add);
      assertThat(store.completeness()).containsEntry("plant", START.plusSeconds(2));
    }

    assertThat(read).containsExactly(bad, good);
  }

  @Test
  void aSampleStoredTwiceIsThereOnce() {
    try (var store = open()) {
      store.add(samples(0, 10));
      store.commit();
      store.add(samples(0, 10));
      store.commit();

      assertThat(count(store)).isEqualTo(10);
    }
  }

  @Test
  void pruningTakesOnlyWhatIsOlder() {
    try (var store = open()) {
      store.add(samples(0, 10_000));
      store.commit();

      boolean more = true;
      while (more) {
        more = store.pruneBefore(START.plusSeconds(9_000));
      }

      assertThat(store.oldestTime()).hasValue(START.plusSeconds(9_000));
    }
  }

  @Test
  void aDamagedFileIsSetAsideAndANewOneBegun() throws IOException {
    Path file = folder.resolve("samples.db");
    Files.write(
        file,
        "this is no database, it is text of some length"
            .repeat(200)
            .getBytes(StandardCharsets.UTF_8));

    try (var store = open()) {
      store.add(samples(0, 5));
      store.commit();
      assertThat(count(store)).isEqualTo(5);
    }

    assertThat(setAside).hasSize(1);
    assertThat(setAside.get(0)).exists().hasFileName(setAside.get(0).getFileName().toString());
  }

  // A worn card flips bits anywhere; the ring may lose what it had, but never the way forward.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void flippedBitsNeverKeepNewSamplesFromBeingStored(int seed) throws IOException {
    Random random = new Random(seed);
    Path file = folder.resolve("samples.db");
    try (var store = open()) {
      store.add(samples(0, 5_000));
      store.commit();
    }
    byte[] bytes = Files.readAllBytes(file);
    for (int flip = 0; flip < 200; flip++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    Files.write(file, bytes);

    try (var store = open()) {
      attempt(() -> count(store));
      attempt(() -> store.add(samples(10_000, 10)));
      attempt(store::commit);
      attempt(() -> store.add(samples(20_000, 10)));
      attempt(store::commit);
      store.add(samples(30_000, 10));
      store.commit();

      List<Sample> read = new ArrayList<>();
      store.replay(START.plusSeconds(30_000), read::add);
      assertThat(read).containsAll(samples(30_000, 10));
    }
  }

  /** Damage may show at any access; it is told once, and the ring then begins anew. */
  private static void attempt(Runnable access) {
    try {
      access.run();
    } catch (StoreException damaged) {
      assertThat(damaged.reason()).isEqualTo(StoreException.Cause.CORRUPT);
    }
  }

  @Test
  void aFullDiskIsToldAndTheRingGivesWay() throws SQLException {
    try (var store = open()) {
      store.add(samples(0, 20_000));
      store.commit();
      store.limitPages(130);

      assertThatThrownBy(() -> fill(store))
          .isInstanceOfSatisfying(
              StoreException.class,
              fault -> assertThat(fault.reason()).isEqualTo(StoreException.Cause.DISK_FULL));
      store.shrink();
      store.add(samples(200_000, 100));
      store.commit();

      assertThat(store.oldestTime().orElseThrow()).isAfter(START);
      assertThat(count(store)).isGreaterThan(10_000);
    }
  }

  private static void fill(SampleStore store) {
    for (int i = 1; i < 40; i++) {
      store.add(samples(i * 20_000, 20_000));
      store.commit();
    }
  }

  private static long count(SampleStore store) {
    List<Sample> all = new ArrayList<>();
    store.replay(START, all::add);
    return all.size();
  }

  private static List<Sample> samples(int from, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      Instant time = START.plusSeconds(i);
      samples.add(new Sample("grid/energy-import", time, time, 1_000_000 + i, 0));
    }
    return samples;
  }

  private SampleStore open() {
    return SampleStore.open(folder.resolve("samples.db"), setAside::add);
  }
}

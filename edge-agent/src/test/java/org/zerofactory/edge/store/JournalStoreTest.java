package org.zerofactory.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.Payload;

final class JournalStoreTest {

  @TempDir private Path folder;

  @Test
  void blocksTipTreeAndMarkAreThereAfterOpeningAgain() {
    JournalTip tip;
    String storeId;
    try (var store = open()) {
      tip = append(store, JournalTip.EMPTY, 1_000, 7);
      store.acknowledge(400);
      storeId = store.storeId();
    }

    try (var store = open()) {
      assertThat(store.tip()).isEqualTo(tip);
      assertThat(store.acknowledged()).isEqualTo(400);
      assertThat(store.storeId()).isEqualTo(storeId).matches("[0-9a-f]{32}");
      assertThat(store.sealerState().orElseThrow()).containsExactly(42);
      assertThat(store.blocks(399, 3))
          .extracting(StoredBlock::sequence)
          .containsExactly(399L, 400L, 401L);
      assertThat(store.frontier(1_000)).isEqualTo(tip.frontier());
    }
  }

  @Test
  void theTreeOfAnySizeIsThatOfTheFirstBlocks() {
    try (var store = open()) {
      JournalTip at300 = append(store, JournalTip.EMPTY, 300, 100);
      append(store, at300, 77, 11);

      assertThat(store.frontier(300)).isEqualTo(at300.frontier());
    }
  }

  @Test
  void aFullDiskStoresNothingOfTheBatchAndGoesOnWhenThereIsRoom() {
    try (var store = open()) {
      JournalTip before = append(store, JournalTip.EMPTY, 10, 10);
      store.limitPages(20);

      assertThatThrownBy(() -> append(store, before, 5_000, 5_000))
          .isInstanceOfSatisfying(
              StoreException.class,
              fault -> assertThat(fault.reason()).isEqualTo(StoreException.Cause.DISK_FULL));
      assertThat(store.tip()).isEqualTo(before);
      store.limitPages(1_000_000);
      append(store, before, 5_000, 5_000);

      assertThat(store.tip().sequence()).isEqualTo(5_010);
    }
  }

  @Test
  void aDamagedJournalStopsWithWhatToDoAndIsNotTouched() throws IOException {
    try (var store = open()) {
      append(store, JournalTip.EMPTY, 100, 100);
    }
    Path file = folder.resolve("journal.db");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < 100; i++) {
      bytes[i] = 0;
    }
    Files.write(file, bytes);

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("journal.db")
        .hasMessageContaining("edge restore");
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  // Bit flips are either found when opening or reading, or hit bytes that no block uses.
  @Test
  void flippedBitsNeverGiveBlocksThatTheChainAccepts() throws IOException {
    JournalTip tip;
    try (var store = open()) {
      tip = append(store, JournalTip.EMPTY, 200, 50);
    }
    Path file = folder.resolve("journal.db");
    byte[] original = Files.readAllBytes(file);
    Random random = new Random(7);

    for (int round = 0; round < 40; round++) {
      byte[] bytes = original.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bytes);
      assertThat(readBack(tip)).as("round " + round).isTrue();
    }
  }

  private boolean readBack(JournalTip expected) {
    try (var store = open()) {
      JournalTip tip = JournalTip.EMPTY;
      for (StoredBlock stored : store.blocks(1, 1_000)) {
        tip = tip.append(Block.parse(stored.line()), stored.line());
      }
      return tip.equals(expected);
    } catch (RuntimeException found) {
      return true;
    }
  }

  private JournalStore open() {
    return JournalStore.open(folder.resolve("journal.db"));
  }

  static JournalTip append(JournalStore store, JournalTip from, int count, int atOnce) {
    JournalTip tip = from;
    List<StoredBlock> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Payload payload =
          new Payload.Event("gap", Instant.ofEpochSecond(i), "p", Map.of("n", Json.of(i)));
      Block block =
          new Block(
              "test",
              tip.sequence() + 1,
              Instant.ofEpochSecond(1_000 + i),
              Optional.empty(),
              payload,
              tip.hash());
      String line = block.line();
      tip = tip.append(block, line);
      batch.add(new StoredBlock(block.sequence(), payload.kind(), tip.hash(), line));
      if (batch.size() == atOnce || i == count - 1) {
        store.append(batch, tip, new byte[] {42});
        batch = new ArrayList<>();
      }
    }
    return tip;
  }
}

package org.zerofactory.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History as a client reads it over the socket. */
class HistoryOverTheSocketTest {

  private static final Instant START = Instant.parse("2024-03-05T04:00:00Z");
  private static final Instant HISTORY_FROM = Instant.parse("2024-01-10T16:00:00Z");
  private static final String IMPORT = "grid.energy-import";

  @TempDir private Path folder;

  @Test
  void historyComesInPagesAndIsWhole() throws Exception {
    try (var simulator = start(options());
        var client = SimulatorClient.connect(simulator)) {
      Instant to = HISTORY_FROM.plus(Duration.ofDays(20));
      List<DataValue> whole = client.history(IMPORT, HISTORY_FROM, to);

      List<DataValue> paged = new ArrayList<>();
      ByteString next = ByteString.NULL_VALUE;
      do {
        var page = client.page(IMPORT, HISTORY_FROM, to, 500, next);
        assertThat(page.values()).hasSizeLessThanOrEqualTo(500);
        paged.addAll(page.values());
        next = page.continuation();
      } while (next != null && !next.isNullOrEmpty());

      assertThat(whole).hasSize(20 * 96).isEqualTo(paged);
      assertThat(SimulatorClient.stamp(whole.get(0))).isEqualTo(HISTORY_FROM);
      assertThat(SimulatorClient.stamp(whole.get(1919))).isEqualTo(to.minusSeconds(900));
      assertThat(whole.stream().map(SimulatorClient::number).toList()).isSorted();
    }
  }

  @Test
  void manyNodesShareOneResponsesLimitAndNoneIsCutShort() throws Exception {
    try (var simulator = start(options());
        var client = SimulatorClient.connect(simulator)) {
      List<String> names =
          IntStream.rangeClosed(1, 8)
              .boxed()
              .flatMap(
                  line ->
                      Stream.of("energy-import", "output-count")
                          .map(quantity -> "smt-" + line + "." + quantity))
              .toList();

      List<Integer> sizes = client.historySizes(names, HISTORY_FROM, START);

      int quarterHours = (int) Duration.between(HISTORY_FROM, START).dividedBy(900).toSeconds();
      assertThat(sizes).hasSizeGreaterThan(1).allMatch(size -> size <= 60_000);
      assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(names.size() * quarterHours);
    }
  }

  @Test
  void historyReadsBackwardsFromALaterStart() throws Exception {
    try (var simulator = start(options());
        var client = SimulatorClient.connect(simulator)) {
      Instant from = HISTORY_FROM.plusSeconds(9_000);

      List<DataValue> values =
          client.page(IMPORT, from, HISTORY_FROM, 3, ByteString.NULL_VALUE).values();

      assertThat(values.stream().map(value -> SimulatorClient.stamp(value)))
          .containsExactly(from, from.minusSeconds(900), from.minusSeconds(1800));
    }
  }

  @Test
  void historyThatCannotBeReadSaysWhy() throws Exception {
    try (var simulator = start(options());
        var client = SimulatorClient.connect(simulator)) {
      Instant to = HISTORY_FROM.plusSeconds(900);
      ByteString foreign = ByteString.of(new byte[] {9, 9});

      var gauge = client.page("grid.active-power", HISTORY_FROM, to, 0, ByteString.NULL_VALUE);
      var missing = client.page("grid.nothing", HISTORY_FROM, to, 0, ByteString.NULL_VALUE);
      var badPoint = client.page(IMPORT, HISTORY_FROM, to, 0, foreign);
      var future =
          client.page(
              IMPORT,
              START.plusSeconds(86_400),
              START.plusSeconds(90_000),
              0,
              ByteString.NULL_VALUE);

      assertThat(gauge.status().value()).isEqualTo(StatusCodes.Bad_HistoryOperationUnsupported);
      assertThat(missing.status().value()).isEqualTo(StatusCodes.Bad_NodeIdUnknown);
      assertThat(badPoint.status().value()).isEqualTo(StatusCodes.Bad_ContinuationPointInvalid);
      assertThat(future.status().value()).isEqualTo(StatusCodes.Good_NoData);
    }
  }

  @Test
  void whatWasPublishedAtAnEdgeIsWhatHistoryHolds() throws Exception {
    try (var simulator = start(options().withSpeed(1000));
        var client = SimulatorClient.connect(simulator)) {
      BlockingQueue<DataValue> live = client.watch(IMPORT, 60_000);

      List<DataValue> edges = new ArrayList<>();
      while (edges.size() < 3) {
        DataValue value = live.poll(20, TimeUnit.SECONDS);
        assertThat(value).as("a published value").isNotNull();
        if (SimulatorClient.stamp(value).getEpochSecond() % 900 == 0) {
          edges.add(value);
        }
      }

      Instant first = SimulatorClient.stamp(edges.get(0));
      List<DataValue> history = client.history(IMPORT, first, first.plusSeconds(2700));
      assertThat(history.stream().map(SimulatorClient::number).toList())
          .isEqualTo(edges.stream().map(SimulatorClient::number).toList());
    }
  }

  private SimulatorOptions options() {
    return SimulatorOptions.in(folder)
        .withAddress("127.0.0.1", 0)
        .withTime(Optional.of(START), HISTORY_FROM);
  }

  private static RunningSimulator start(SimulatorOptions options) {
    return PlantSimulator.start(options);
  }
}

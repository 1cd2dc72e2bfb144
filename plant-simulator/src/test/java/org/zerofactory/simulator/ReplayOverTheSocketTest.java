package org.zerofactory.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayOverTheSocketTest {

  private static final Instant BEGIN = Instant.parse("2018-01-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void aSeriesAloneIsHistoryUpToItsEnd() throws Exception {
    try (var simulator = start(Optional.empty(), 1);
        var client = SimulatorClient.connect(simulator)) {
      List<DataValue> history =
          client.history("steel.energy-import", BEGIN, BEGIN.plusSeconds(9000));
      DataValue now = client.read("steel.energy-import");

      assertThat(history.stream().map(value -> value.value().value()))
          .containsExactly(0L, 1_000L, 3_000L, 6_000L, 10_000L);
      assertThat(now.value().value()).isEqualTo(10_000L);
      assertThat(simulator.now()).isAfterOrEqualTo(BEGIN.plusSeconds(3600));
    }
  }

  @Test
  void anEarlierStartPlaysTheRestLiveAndSaysWhenItHasEnded() throws Exception {
    try (var simulator = start(Optional.of(BEGIN.plusSeconds(1200)), 1000);
        var client = SimulatorClient.connect(simulator)) {
      BlockingQueue<DataValue> live = client.watch("steel.energy-import", 50);

      DataValue last = live.poll(20, TimeUnit.SECONDS);
      long first = SimulatorClient.number(last);
      while (last.statusCode().value() != StatusCodes.Uncertain_LastUsableValue) {
        last = live.poll(20, TimeUnit.SECONDS);
        assertThat(last).as("a published value").isNotNull();
      }

      assertThat(first).isLessThan(10_000);
      assertThat(last.value().value()).isEqualTo(10_000L);
    }
  }

  @Test
  void aSeriesMayNotTakeADevicesName() throws Exception {
    assertThatThrownBy(
            () -> PlantSimulator.start(options().withReplays(true, List.of(replay("grid")))))
        .hasMessageContaining("device 'grid' has energy-import twice");
  }

  private RunningSimulator start(Optional<Instant> start, int speed) throws IOException {
    return PlantSimulator.start(
        options()
            .withTime(start, SimulatorOptions.DEFAULT_HISTORY_FROM)
            .withSpeed(speed)
            .withReplays(false, List.of(replay("steel"))));
  }

  private SimulatorOptions options() {
    return SimulatorOptions.in(folder).withAddress("127.0.0.1", 0);
  }

  private String replay(String device) throws IOException {
    Path file = folder.resolve("series.csv");
    Files.writeString(
        file,
        """
        date,usage
        2018-01-01 00:15,1
        2018-01-01 00:30,2
        2018-01-01 00:45,3
        2018-01-01 01:00,4
        """);
    return "file=" + file + ",device=" + device + ",column=usage,unit=kWh,timestamp=date";
  }
}

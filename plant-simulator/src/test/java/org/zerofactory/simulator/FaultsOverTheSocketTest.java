package org.zerofactory.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault on demand as a client sees it, live and from history. */
class FaultsOverTheSocketTest {

  private static final Instant START = Instant.parse("2024-03-05T04:00:00Z");
  private static final Instant FROM = START.minusSeconds(3600);
  private static final Instant BEFORE = FROM.minusSeconds(1800);
  private static final String WINDOW = FROM + "/" + START.plusSeconds(7200);
  private static final String METER = "smt-1.energy-import";

  @TempDir private Path folder;

  @Test
  void aStuckRegisterStandsStillInHistoryAndLive() throws Exception {
    try (var simulator = start("stuck:smt-1/energy-import:" + WINDOW);
        var client = SimulatorClient.connect(simulator)) {
      List<DataValue> history = client.history(METER, BEFORE, START);

      assertThat(SimulatorClient.number(history.get(1)))
          .isGreaterThan(SimulatorClient.number(history.get(0)));
      assertThat(history.subList(2, 6))
          .allMatch(
              value -> SimulatorClient.number(value) == SimulatorClient.number(history.get(2)));
      assertThat(SimulatorClient.number(client.read(METER)))
          .isEqualTo(SimulatorClient.number(history.get(2)));
    }
  }

  @Test
  void aRegisterRollsOverAtItsSpan() throws Exception {
    try (var simulator = start("rollover:smt-1/energy-import:" + WINDOW + ":1000000000000");
        var client = SimulatorClient.connect(simulator)) {
      List<DataValue> history = client.history(METER, BEFORE, START);

      assertThat(SimulatorClient.number(history.get(1)))
          .isBetween(999_999_000_000L, 999_999_999_999L);
      assertThat(SimulatorClient.number(history.get(2))).isZero();
      assertThat(SimulatorClient.number(client.read(METER)))
          .isGreaterThan(SimulatorClient.number(history.get(5)));
    }
  }

  @Test
  void aResetRegisterFallsToZeroAndCountsOn() throws Exception {
    try (var simulator = start("reset:smt-1/energy-import:" + WINDOW);
        var client = SimulatorClient.connect(simulator)) {
      List<DataValue> history = client.history(METER, BEFORE, START);

      assertThat(SimulatorClient.number(history.get(1))).isGreaterThan(1_000_000);
      assertThat(SimulatorClient.number(history.get(2))).isZero();
      assertThat(SimulatorClient.number(history.get(3))).isPositive();
    }
  }

  @Test
  void aGapHasNoHistoryAndNoLiveValue() throws Exception {
    try (var simulator = start("gap:smt-1/energy-import:" + WINDOW);
        var client = SimulatorClient.connect(simulator)) {
      assertThat(client.history(METER, BEFORE, START)).hasSize(2);
      assertThat(client.read(METER).statusCode().value())
          .isEqualTo(StatusCodes.Bad_NoCommunication);
      assertThat(client.read(METER).value().isNull()).isTrue();
    }
  }

  @Test
  void aBadDeviceReportsItsFailure() throws Exception {
    try (var simulator = start("bad:smt-1:" + WINDOW);
        var client = SimulatorClient.connect(simulator)) {
      BlockingQueue<DataValue> live = client.watch("smt-1.active-power", 100);
      DataValue published = live.poll(20, TimeUnit.SECONDS);
      List<DataValue> history = client.history(METER, FROM, START);

      assertThat(published).isNotNull();
      assertThat(published.statusCode().value()).isEqualTo(StatusCodes.Bad_DeviceFailure);
      assertThat(history)
          .hasSize(4)
          .allMatch(value -> value.statusCode().value() == StatusCodes.Bad_DeviceFailure);
    }
  }

  @Test
  void aDriftingClockShowsInTheSourceTimeStamps() throws Exception {
    try (var simulator = start("drift:smt-1:" + WINDOW + ":60");
        var client = SimulatorClient.connect(simulator)) {
      DataValue sound = client.read("smt-2.energy-import");
      DataValue drifting = client.read(METER);
      List<DataValue> history = client.history(METER, FROM.plusSeconds(1800), START);

      long ahead =
          SimulatorClient.stamp(drifting).toEpochMilli()
              - SimulatorClient.stamp(sound).toEpochMilli();
      assertThat(ahead).isBetween(55_000L, 70_000L);
      assertThat(SimulatorClient.stamp(history.get(0))).isEqualTo(FROM.plusSeconds(1830));
    }
  }

  @Test
  void lostStringsLowerOneInverterAgainstItsNeighbour() throws Exception {
    try (var simulator = start("strings:pv-1:" + WINDOW + ":0.5");
        var client = SimulatorClient.connect(simulator)) {
      List<DataValue> lost = client.history("pv-1.energy-produced", FROM, START);
      List<DataValue> whole = client.history("pv-2.energy-produced", FROM, START);

      double share =
          (double) (SimulatorClient.number(lost.get(3)) - SimulatorClient.number(lost.get(0)))
              / (SimulatorClient.number(whole.get(3)) - SimulatorClient.number(whole.get(0)));
      assertThat(share).isBetween(0.42, 0.58);
    }
  }

  @Test
  void aLeakWrittenAtRunTimeRaisesTheAirFromItsBeginOn() throws Exception {
    try (var simulator = PlantSimulator.start(options().withSpeed(1000));
        var client = SimulatorClient.connect(simulator)) {
      Instant begin = simulator.now().plusSeconds(1800);
      String fault =
          "leak:compressed-air:"
              + begin.truncatedTo(ChronoUnit.SECONDS)
              + "/2030-01-01T00:00Z:9000";

      assertThat(client.write("simulation.fault", fault).isGood()).isTrue();

      BlockingQueue<DataValue> flow = client.watch("compressed-air.air-flow", 50);
      DataValue value = flow.poll(20, TimeUnit.SECONDS);
      while (value != null && SimulatorClient.stamp(value).isBefore(begin.plusSeconds(900))) {
        if (SimulatorClient.stamp(value).isBefore(begin)) {
          assertThat((Double) value.value().value()).isLessThan(9000);
        }
        value = flow.poll(20, TimeUnit.SECONDS);
      }
      assertThat(value).isNotNull();
      assertThat((Double) value.value().value()).isGreaterThan(9000);
      assertThat(client.read("simulation.fault").value().value()).isEqualTo(fault);
    }
  }

  @Test
  void aLeakInThePlantsPastIsRefusedAtRunTime() throws Exception {
    try (var simulator = start();
        var client = SimulatorClient.connect(simulator)) {
      var refused = client.write("simulation.fault", "leak:compressed-air:" + WINDOW + ":500");

      assertThat(refused.value()).isEqualTo(StatusCodes.Bad_InvalidArgument);
      assertThat(String.valueOf(client.read("simulation.fault-answer").value().value()))
          .contains("past cannot change");
    }
  }

  @Test
  void aNightLeakIsSeenInAirAndCompressorEnergy() throws Exception {
    String night = "2024-03-04T16:00:00Z/2024-03-04T20:00:00Z";
    Instant from = Instant.parse("2024-03-04T16:00:00Z");
    try (var leaking = start("leak:compressed-air:" + night + ":800");
        var sound = start();
        var leakingClient = SimulatorClient.connect(leaking);
        var soundClient = SimulatorClient.connect(sound)) {
      long withLeak = rise(leakingClient, "compressed-air.air-volume", from);
      long without = rise(soundClient, "compressed-air.air-volume", from);
      long energy = rise(leakingClient, "feeder-utilities.energy-import", from);

      assertThat(withLeak - without).isBetween(799_990L, 800_010L);
      assertThat(energy)
          .isGreaterThan(rise(soundClient, "feeder-utilities.energy-import", from) + 80_000);
    }
  }

  @Test
  void aFaultWrittenAtRunTimeActsAtOnceAndABadTextIsRefused() throws Exception {
    try (var simulator = start();
        var client = SimulatorClient.connect(simulator)) {
      var refused = client.write("simulation.fault", "melted:smt-1:" + WINDOW);
      String answer = String.valueOf(client.read("simulation.fault-answer").value().value());
      var number = client.write("simulation.fault", 5);
      var accepted = client.write("simulation.fault", "bad:smt-1:" + WINDOW);

      assertThat(refused.value()).isEqualTo(StatusCodes.Bad_InvalidArgument);
      assertThat(answer).startsWith("refused: ").contains("kind 'melted'");
      assertThat(number.value()).isEqualTo(StatusCodes.Bad_TypeMismatch);
      assertThat(accepted.isGood()).isTrue();
      assertThat(client.read(METER).statusCode().value()).isEqualTo(StatusCodes.Bad_DeviceFailure);
      assertThat(client.read("simulation.speed").value().value()).isEqualTo(1);
      assertThat(client.read("simulation.seed").value().value()).isEqualTo(1L);
    }
  }

  private RunningSimulator start(String... faults) {
    return PlantSimulator.start(options().withFaults(List.of(faults)));
  }

  private SimulatorOptions options() {
    return SimulatorOptions.in(folder)
        .withAddress("127.0.0.1", 0)
        .withTime(Optional.of(START), START.minusSeconds(86_400));
  }

  private static long rise(SimulatorClient client, String name, Instant from) throws Exception {
    List<DataValue> history = client.history(name, from, from.plusSeconds(3601));
    return SimulatorClient.number(history.get(4)) - SimulatorClient.number(history.get(0));
  }
}

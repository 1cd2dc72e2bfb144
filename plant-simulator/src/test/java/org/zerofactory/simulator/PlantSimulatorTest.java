package org.zerofactory.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a client sees it over the socket. */
class PlantSimulatorTest {

  private static final Instant START = Instant.parse("2024-03-05T04:00:00Z");
  private static final Instant HISTORY_FROM = Instant.parse("2024-01-10T16:00:00Z");
  private static final String IMPORT = "grid.energy-import";

  @TempDir private Path folder;

  @Test
  void valuesOfOneReadBelongToOneInstantAndBalance() throws Exception {
    try (var simulator = start(options().withSpeed(1000));
        var client = SimulatorClient.connect(simulator)) {
      List<String> names = new ArrayList<>(List.of(IMPORT, "grid.energy-export"));
      IntStream.rangeClosed(1, 8).forEach(pv -> names.add("pv-" + pv + ".energy-produced"));
      Stream.of("smt", "assembly", "burn-in", "utilities", "building")
          .forEach(feeder -> names.add("feeder-" + feeder + ".energy-import"));

      List<DataValue> values = client.read(names);

      assertThat(values).allMatch(value -> value.statusCode().isGood());
      assertThat(values.stream().map(DataValue::sourceTime).distinct()).hasSize(1);
      assertThat(sum(values, 0, 1) + sum(values, 2, 10) - sum(values, 1, 2))
          .isEqualTo(sum(values, 10, 15));
    }
  }

  @Test
  void theServersClockIsPlantTime() throws Exception {
    try (var simulator = start(options().withSpeed(100));
        var client = SimulatorClient.connect(simulator)) {
      Instant before = simulator.now();
      DataValue server =
          client
              .client()
              .readValue(0, TimestampsToReturn.Both, NodeIds.Server_ServerStatus_CurrentTime);
      DataValue variable = client.read("simulation.time");
      Instant after = simulator.now();

      assertThat(before).isAfterOrEqualTo(START).isBefore(START.plusSeconds(6_000));
      assertThat(SimulatorClient.time(server))
          .isBetween(before.minusMillis(1), after.plusMillis(1));
      assertThat(SimulatorClient.time(variable))
          .isBetween(before.minusMillis(1), after.plusMillis(1));
    }
  }

  @Test
  void registersAndStatesAreMarkedAsHistorizing() throws Exception {
    try (var simulator = start(options());
        var client = SimulatorClient.connect(simulator)) {
      List<DataValue> attributes =
          Arrays.asList(
              client
                  .client()
                  .read(
                      0,
                      TimestampsToReturn.Neither,
                      List.of(
                          attribute(client, "smt-1.state", AttributeId.Historizing),
                          attribute(client, IMPORT, AttributeId.AccessLevel),
                          attribute(client, "grid.active-power", AttributeId.AccessLevel)))
                  .getResults());

      assertThat(attributes.get(0).value().value()).isEqualTo(true);
      assertThat(AccessLevel.fromValue((UByte) attributes.get(1).value().value()))
          .containsExactly(AccessLevel.CurrentRead, AccessLevel.HistoryRead);
      assertThat(AccessLevel.fromValue((UByte) attributes.get(2).value().value()))
          .containsExactly(AccessLevel.CurrentRead);
      assertThat(client.read(IMPORT + ".EngineeringUnits").value().value()).isNotNull();
    }
  }

  @Test
  void bothEndpointsAndBothIdentitiesAreOffered() throws Exception {
    try (var simulator = start(options().withUser("edge", Optional.of("a good word")))) {
      for (SecurityPolicy policy : List.of(SecurityPolicy.None, SecurityPolicy.Basic256Sha256)) {
        var user = new UsernameProvider("edge", "a good word");
        try (var anonymous =
                SimulatorClient.connect(simulator.endpoint(), policy, new AnonymousProvider());
            var named = SimulatorClient.connect(simulator.endpoint(), policy, user)) {
          assertThat(anonymous.read(IMPORT).statusCode().isGood()).isTrue();
          assertThat(named.read(IMPORT).statusCode().isGood()).isTrue();
        }
      }
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    try (var simulator = start(options().withUser("edge", Optional.of("a good word")))) {
      var wrong = new UsernameProvider("edge", "a bad word");

      assertThatThrownBy(
              () ->
                  SimulatorClient.connect(
                      simulator.endpoint(), SecurityPolicy.Basic256Sha256, wrong))
          .isInstanceOf(UaException.class)
          .hasMessageContaining("Bad_UserAccessDenied");
    }
  }

  @Test
  void theCertificateIsKeptInTheDataFolder() throws Exception {
    String first;
    try (var simulator = start(options())) {
      first = simulator.fingerprint();
    }

    try (var simulator = start(options())) {
      assertThat(simulator.fingerprint()).isEqualTo(first).matches("[0-9a-f]{64}");
      assertThat(Files.list(folder)).hasSize(2);
    }
  }

  @Test
  void aStoppedSimulatorLeavesNoThreadAndItsPortFree() throws Exception {
    SimulatorOptions options = options();
    String endpoint;
    try (var simulator = start(options);
        var client = SimulatorClient.connect(simulator)) {
      endpoint = simulator.endpoint();
      client.watch(IMPORT, 100);
    }
    int port = Integer.parseInt(endpoint.replaceAll(".*:(\\d+)/.*", "$1"));

    List<String> left =
        Thread.getAllStackTraces().keySet().stream()
            .filter(Thread::isAlive)
            .map(Thread::getName)
            .filter(name -> name.startsWith("simulator-"))
            .toList();
    assertThat(left).isEmpty();
    try (var again = start(options.withAddress("127.0.0.1", port))) {
      assertThat(again.endpoint()).isEqualTo(endpoint);
    }
  }

  @Test
  void aPortInUseIsNamed() {
    try (var simulator = start(options())) {
      int port = Integer.parseInt(simulator.endpoint().replaceAll(".*:(\\d+)/.*", "$1"));

      assertThatThrownBy(() -> start(options().withAddress("127.0.0.1", port)))
          .hasMessageContaining("127.0.0.1:" + port)
          .hasMessageContaining("in use");
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

  private static ReadValueId attribute(SimulatorClient client, String name, AttributeId id) {
    return new ReadValueId(client.node(name), id.uid(), null, QualifiedName.NULL_VALUE);
  }

  private static long sum(List<DataValue> values, int from, int to) {
    return values.subList(from, to).stream().mapToLong(SimulatorClient::number).sum();
  }
}

package org.zerofactory.edge.acquire;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.hardware.DeviceConfiguration;
import org.zerofactory.hardware.PointConfiguration;
import org.zerofactory.hardware.SiteConfiguration;
import org.zerofactory.hardware.SourceConfiguration;
import org.zerofactory.hardware.UnitConversion;

/** Builds the site of a test: one source, any points. */
final class TestSite {

  private final Map<String, List<PointConfiguration>> devices = new LinkedHashMap<>();
  private SourceConfiguration.Security security = SourceConfiguration.Security.NONE;
  private Optional<SourceConfiguration.User> user = Optional.empty();
  private SiteConfiguration.Clock clock = SiteConfiguration.Clock.SYSTEM;

  static TestSite site() {
    return new TestSite();
  }

  TestSite secure() {
    security = SourceConfiguration.Security.BASIC256SHA256;
    return this;
  }

  TestSite user(String name, Path passwordFile) {
    user = Optional.of(new SourceConfiguration.User(name, passwordFile));
    return this;
  }

  TestSite sourceClock() {
    clock = SiteConfiguration.Clock.SOURCE;
    return this;
  }

  /** A register in Wh whose node has the device's name. */
  TestSite register(String device) {
    return register(device, device, "1");
  }

  TestSite register(String device, String node, String factor) {
    return point(device, Quantity.ENERGY_IMPORT, node, factor, OptionalDouble.empty());
  }

  TestSite gauge(String device, String node, String factor, double deadband) {
    return point(device, Quantity.ACTIVE_POWER, node, factor, OptionalDouble.of(deadband));
  }

  TestSite state(String device, String node) {
    return point(device, Quantity.STATE, node, "1", OptionalDouble.empty());
  }

  private TestSite point(
      String device, Quantity quantity, String node, String factor, OptionalDouble deadband) {
    devices
        .computeIfAbsent(device, key -> new ArrayList<>())
        .add(
            new PointConfiguration(
                device + "/" + quantity.word(),
                quantity,
                "nsu=" + TestServer.URI + ";s=" + node,
                new UnitConversion(new BigDecimal(factor)),
                OptionalLong.empty(),
                0.1,
                deadband,
                quantity == Quantity.STATE
                    ? Map.of(0, MachineState.STOPPED, 3, MachineState.RUNNING)
                    : Map.of()));
    return this;
  }

  SiteConfiguration at(String endpoint) {
    return new SiteConfiguration(
        "test",
        "Test",
        ZoneOffset.UTC,
        "CN",
        "central",
        clock == SiteConfiguration.Clock.SOURCE,
        clock,
        Path.of("data"),
        Optional.empty(),
        35,
        0,
        Optional.empty(),
        OptionalInt.empty(),
        List.of(new SourceConfiguration("plant", endpoint, security, user)),
        devices.entrySet().stream()
            .map(
                device ->
                    new DeviceConfiguration(
                        device.getKey(),
                        device.getKey(),
                        "test",
                        "plant",
                        MeterRole.LOAD,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        device.getValue()))
            .toList());
  }
}

package org.zerofactory.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;

class BlockTest {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  // The line is a promise to every other reader: it must not change by a byte.
  @Test
  void aSealedQuarterHourHasExactlyThisLine() {
    var line = readings().line();

    assertThat(line)
        .isEqualTo(
            "{\"interval\":{\"end\":1735690500,\"start\":1735689600},\"kind\":\"interval\","
                + "\"payload\":{\"readings\":[[\"grid/energy-import\",12345,\"MEASURED\",99000],"
                + "[\"pv-1/energy-produced\",null,\"MISSING\",null]],"
                + "\"states\":[[\"smt-1\",\"RUNNING\",900]]},"
                + "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\","
                + "\"sealed\":1735690502,\"sequence\":1,\"site\":\"wuhan\",\"version\":1}");
  }

  @Test
  void everyKindOfBlockReadsBackAsItWas() throws NoSuchAlgorithmException {
    var event =
        new Payload.Event(
            "clock-step", START, "agent", Map.of("seconds", Json.of(-3600), "to", Json.of("Ü\n")));
    var correction =
        new Payload.Correction(
            "gap-closed",
            "agent",
            List.of(new Payload.Replacement(START, "grid/energy-import", measured(7, 8))));
    var site = new Payload.Site(1, key().verificationKey(), description());

    for (Payload payload : List.of(event, correction, site)) {
      var block = block(Optional.empty(), payload);
      assertThat(Block.parse(block.line())).isEqualTo(block);
    }
    assertThat(Block.parse(readings().line())).isEqualTo(readings());
  }

  @Test
  void aLineThatIsNotCanonicalIsRefused() {
    var spaced = readings().line().replace("\"version\":1", "\"version\": 1");
    var extra = readings().line().replace("\"version\":1", "\"version\":1,\"x\":2");

    assertThatThrownBy(() -> Block.parse(spaced))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("canonical");
    assertThatThrownBy(() -> Block.parse(extra))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("canonical");
  }

  @Test
  void aFieldOfTheWrongTypeIsNamed() {
    var wrong = readings().line().replace("\"sequence\":1", "\"sequence\":\"one\"");

    assertThatThrownBy(() -> Block.parse(wrong))
        .isInstanceOf(JsonFormatException.class)
        .hasMessage("block.sequence: expected an integer, found \"one\"");
  }

  @Test
  void anEmptyPayloadKeyIsNamed() {
    var wrong = block(Optional.empty(), event()).line().replace("\"subject\":\"agent\"", "\"a\":1");

    assertThatThrownBy(() -> Block.parse(wrong))
        .isInstanceOf(JsonFormatException.class)
        .hasMessage("block.payload.subject: expected a text, found nothing");
  }

  private static Block readings() {
    var payload =
        new Payload.Readings(
            List.of(
                new Payload.Reading("grid/energy-import", measured(12_345, 99_000)),
                new Payload.Reading("pv-1/energy-produced", IntervalReading.MISSING)),
            List.of(new Payload.StateTime("smt-1", "RUNNING", 900)));
    return block(Optional.of(QuarterHours.containing(START)), payload);
  }

  private static Payload.Event event() {
    return new Payload.Event("clock-step", START, "agent", Map.of());
  }

  private static Block block(
      Optional<org.zerofactory.domain.metering.Interval> interval, Payload payload) {
    return new Block("wuhan", 1, START.plusSeconds(902), interval, payload, Hash.ZERO);
  }

  private static IntervalReading measured(long amount, long register) {
    return new IntervalReading(OptionalLong.of(amount), Flag.MEASURED, OptionalLong.of(register));
  }

  private static SiteDescription description() {
    var grid =
        new MeterDescription(
            "grid",
            "Grid \"east\" 东",
            Carrier.ELECTRICITY,
            MeterRole.GRID,
            Optional.empty(),
            Optional.of("SMT"),
            Optional.empty(),
            List.of(
                new PointDescription(Quantity.ENERGY_IMPORT, OptionalLong.of(1_000_000)),
                new PointDescription(Quantity.ACTIVE_POWER, OptionalLong.empty())));
    return new SiteDescription(
        "wuhan",
        "Wuhan",
        ZoneId.of("Asia/Shanghai"),
        true,
        "CN",
        "central",
        List.of(grid),
        List.of(new MachineDescription("smt-1", "SMT 1", Optional.empty())));
  }

  private static SigningKey key() throws NoSuchAlgorithmException {
    return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
  }
}

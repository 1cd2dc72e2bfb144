package org.zerofactory.edge.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.SigningKey;
import org.zerofactory.domain.journal.VerificationKey;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.domain.metering.SiteDescription;

/** A small site and a sealer that can be stopped and started again like a program. */
final class SealerFixture {

  static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  static final long SPAN = 1_000_000;
  static final VerificationKey KEY = key();

  private final List<SealedBlock> stored = new ArrayList<>();
  private final Map<String, String> sources;
  private JournalTip tip = JournalTip.EMPTY;
  private Optional<byte[]> state = Optional.empty();
  private QuarterHourSealer sealer;

  SealerFixture() {
    this(Map.of("grid/energy-import", "a", "fan/active-power", "b", "smt/state", "a"));
  }

  SealerFixture(Map<String, String> sources) {
    this.sources = sources;
    this.sealer = made();
  }

  /** What a kill and a start leave: stored blocks and the state stored with them. */
  void restart() {
    sealer = made();
  }

  QuarterHourSealer sealer() {
    return sealer;
  }

  List<SealedBlock> seal(Instant now, int limit) {
    List<SealedBlock> blocks = sealer.seal(now, limit);
    for (SealedBlock block : blocks) {
      tip = tip.append(block.block(), block.line());
    }
    stored.addAll(blocks);
    if (!blocks.isEmpty()) {
      state = Optional.of(sealer.state());
    }
    return blocks;
  }

  List<SealedBlock> sealAll(Instant now) {
    List<SealedBlock> all = new ArrayList<>();
    List<SealedBlock> some = seal(now, 10);
    while (!some.isEmpty()) {
      all.addAll(some);
      some = seal(now, 10);
    }
    return all;
  }

  List<SealedBlock> stored() {
    return stored;
  }

  JournalTip tip() {
    return tip;
  }

  static Sample sample(String point, long seconds, double value) {
    Instant time = START.plusSeconds(seconds);
    return new Sample(point, time, time, value, 0);
  }

  static Payload.Site site() {
    return new Payload.Site(
        1,
        KEY,
        new SiteDescription(
            "test",
            "Test",
            ZoneId.of("Asia/Shanghai"),
            true,
            "CN",
            "central",
            List.of(
                meter("grid", Quantity.ENERGY_IMPORT, OptionalLong.of(SPAN)),
                meter("fan", Quantity.ACTIVE_POWER, OptionalLong.empty())),
            List.of(new MachineDescription("smt", "SMT", Optional.empty()))));
  }

  private QuarterHourSealer made() {
    Instant lastSealed =
        stored.isEmpty() ? Instant.EPOCH : stored.get(stored.size() - 1).block().sealed();
    Optional<Payload.Site> stated =
        stored.stream()
            .map(block -> block.block().payload())
            .filter(Payload.Site.class::isInstance)
            .map(Payload.Site.class::cast)
            .reduce((first, second) -> second);
    return new QuarterHourSealer(
        SealSettings.DEFAULT, site(), sources, stated, state, tip, lastSealed);
  }

  private static MeterDescription meter(String id, Quantity quantity, OptionalLong span) {
    return new MeterDescription(
        id,
        id,
        Carrier.ELECTRICITY,
        MeterRole.LOAD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new PointDescription(quantity, span)));
  }

  private static VerificationKey key() {
    try {
      return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
          .verificationKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

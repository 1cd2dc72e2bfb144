package org.zerofactory.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.SigningKey;
import org.zerofactory.edge.seal.QuarterHourSealer;
import org.zerofactory.edge.seal.SealSettings;
import org.zerofactory.edge.store.JournalStore;
import org.zerofactory.edge.store.StoredBlock;
import org.zerofactory.hardware.DeviceConfiguration;
import org.zerofactory.hardware.PointConfiguration;
import org.zerofactory.hardware.SiteConfiguration;

/** How a start goes on where the stores stand: nothing is sealed twice, nothing left out. */
record Resumption(SiteConfiguration site, JournalStore journal) {

  /** The epoch goes on; it rises only where a person approves a new key. */
  Payload.Site siteToState(SigningKey key) {
    Optional<Payload.Site> stated = statedSite();
    long epoch = stated.map(Payload.Site::epoch).orElse(1L);
    boolean otherKey =
        stated.filter(known -> !known.key().equals(key.verificationKey())).isPresent();
    return new Payload.Site(
        otherKey ? epoch + 1 : epoch, key.verificationKey(), site.description());
  }

  private Optional<Payload.Site> statedSite() {
    return journal
        .lastSite()
        .map(StoredBlock::line)
        .map(Block::parse)
        .map(block -> (Payload.Site) block.payload());
  }

  /** A sealer that goes on after the journal's last block. */
  QuarterHourSealer sealer(Payload.Site toState, Instant now) {
    Map<String, String> sourceOfPoint = new HashMap<>();
    for (DeviceConfiguration device : site.devices()) {
      for (PointConfiguration point : device.points()) {
        sourceOfPoint.put(point.id(), device.source());
      }
    }
    JournalTip tip = journal.tip();
    Instant lastSealed =
        journal
            .block(tip.sequence())
            .map(block -> Block.parse(block.line()).sealed())
            .orElse(Instant.EPOCH);
    Optional<byte[]> state = journal.sealerState().filter(bytes -> bytes.length > 0);
    QuarterHourSealer sealer =
        new QuarterHourSealer(
            settings(), toState, sourceOfPoint, statedSite(), state, tip, lastSealed);
    if (state.isEmpty()) {
      journal
          .lastInterval()
          .map(block -> Block.parse(block.line()))
          .ifPresent(interval -> sealer.goOnAfter(interval, now));
    }
    return sealer;
  }

  /** A simulated plant that runs faster gives its values further apart in its own time. */
  private SealSettings settings() {
    double sampling =
        site.points().stream().mapToDouble(PointConfiguration::samplingSeconds).max().orElse(1);
    boolean fast = site.clock() == SiteConfiguration.Clock.SOURCE;
    Duration tolerance =
        Duration.ofSeconds(Math.max(fast ? 150 : 60, (long) Math.ceil(3 * sampling)));
    return new SealSettings(
        SealSettings.DEFAULT.settle(), SealSettings.DEFAULT.patience(), tolerance, tolerance);
  }

  /** Gives the sealer what came after its last block, as far as the ring holds all of it. */
  void replay(
      QuarterHourSealer sealer, RawRing ring, LatestValues latest, ResumeMarks marks, Instant now) {
    Map<String, Instant> complete = ring.completeness();
    Map<String, String> sourceOfDevice = new HashMap<>();
    site.devices().forEach(device -> sourceOfDevice.put(device.id(), device.source()));
    Optional<Instant> from = sealer.frontier();
    boolean whole =
        from.isPresent()
            && ring.replay(
                from.get(),
                sample -> {
                  String device = sample.point().substring(0, sample.point().indexOf('/'));
                  Instant until = complete.get(sourceOfDevice.getOrDefault(device, ""));
                  if (until != null && !sample.sourceTime().isAfter(until)) {
                    sealer.accept(latest.note(sample));
                  }
                });
    for (var source : site.sources()) {
      sealer.completeUntil(source.id()).ifPresent(until -> marks.note(source.id(), until));
      Instant inRing = complete.get(source.id());
      if (inRing != null && whole) {
        sealer.completeUntil(source.id(), inRing, now);
        marks.note(source.id(), inRing);
      }
    }
  }
}

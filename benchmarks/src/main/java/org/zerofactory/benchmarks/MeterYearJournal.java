package org.zerofactory.benchmarks;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.zerofactory.central.store.JournalStore;
import org.zerofactory.domain.journal.BatchJudgement;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.BlockBatch;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.SealedBlock;
import org.zerofactory.domain.journal.SigningKey;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;

/** The signed journal of a made-up site with many meters, as an agent would have sealed it. */
final class MeterYearJournal {

  static final String SITE = "many-meters";

  private static final int BLOCKS_AT_ONCE = 96;
  private static final String STORE = "0123456789abcdef0123456789abcdef";

  private final SiteDescription site;
  private final Interval interval;
  private final long[][] amounts;
  private final SigningKey key;
  private JournalTip tip = JournalTip.EMPTY;

  MeterYearJournal(int meters, Interval interval) throws GeneralSecurityException {
    this.interval = interval;
    this.key = new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    int intervals = Math.toIntExact(interval.length().toSeconds() / QuarterHours.SECONDS);
    this.amounts = new long[meters][intervals];
    SplittableRandom random = new SplittableRandom(1);
    List<MeterDescription> descriptions = new ArrayList<>();
    for (int meter = 0; meter < meters; meter++) {
      descriptions.add(meter(String.format(Locale.ROOT, "meter-%04d", meter)));
      for (int i = 0; i < intervals; i++) {
        amounts[meter][i] = random.nextLong(50_000);
      }
    }
    this.site =
        new SiteDescription(
            SITE, "Many meters", ZoneOffset.UTC, true, "CN", "central", descriptions, List.of());
  }

  /** What each meter counts, Wh, by quarter hour. */
  long[][] amounts() {
    return amounts;
  }

  /** Hands all blocks to the store, a day a batch. */
  void applyTo(JournalStore store) {
    List<SealedBlock> batch = new ArrayList<>();
    batch.add(
        seal(interval.start(), Optional.empty(), new Payload.Site(1, key.verificationKey(), site)));
    for (int i = 0; i < amounts[0].length; i++) {
      Interval quarter =
          QuarterHours.startingAt(
              interval.start().getEpochSecond() + (long) i * QuarterHours.SECONDS);
      batch.add(seal(quarter.end(), Optional.of(quarter), readings(i)));
      if (batch.size() >= BLOCKS_AT_ONCE || i == amounts[0].length - 1) {
        apply(store, batch);
        batch = new ArrayList<>();
      }
    }
  }

  private void apply(JournalStore store, List<SealedBlock> blocks) {
    long from = blocks.get(0).block().sequence();
    BatchVerdict verdict =
        store.apply(
            new BlockBatch(
                SITE,
                1,
                from,
                tip.sequence(),
                STORE,
                tip.checkpoint(SITE).signed(key),
                blocks,
                Optional.empty()),
            new byte[0],
            BatchJudgement::of);
    if (!(verdict instanceof BatchVerdict.Accepted)) {
      throw new IllegalStateException("expected the batch to be accepted, but was " + verdict);
    }
  }

  private SealedBlock seal(Instant sealed, Optional<Interval> quarter, Payload payload) {
    Block block = new Block(SITE, tip.sequence() + 1, sealed, quarter, payload, tip.hash());
    String line = block.line();
    SealedBlock sealedBlock = new SealedBlock(block, line, Block.hash(line));
    tip = tip.append(sealedBlock);
    return sealedBlock;
  }

  private Payload readings(int index) {
    List<Payload.Reading> readings = new ArrayList<>();
    for (int meter = 0; meter < amounts.length; meter++) {
      IntervalReading value =
          new IntervalReading(
              OptionalLong.of(amounts[meter][index]), Flag.MEASURED, OptionalLong.empty());
      readings.add(
          new Payload.Reading(site.meters().get(meter).pointId(Quantity.ENERGY_IMPORT), value));
    }
    return new Payload.Readings(readings, List.of());
  }

  private static MeterDescription meter(String id) {
    return new MeterDescription(
        id,
        id,
        Carrier.ELECTRICITY,
        MeterRole.LOAD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new PointDescription(Quantity.ENERGY_IMPORT, OptionalLong.empty())));
  }
}

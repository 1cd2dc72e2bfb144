package org.zerofactory.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;

/** The table of docs/formats.md, section 3, row by row, where the decision is made. */
final class BatchJudgementTest {

  private static final String SITE = "plant";
  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private static final SigningKey KEY = newKey();
  private static final SigningKey STRANGER = newKey();

  /** Sequence 1 describes the site; sequence n is the quarter hour n - 2. */
  private static final List<SealedBlock> JOURNAL = journal(8, 1_000);

  private static final List<SealedBlock> OTHER_HISTORY = journal(8, 9);

  private record Row(String finding, SiteState state, BlockBatch batch, String verdict) {}

  @TestFactory
  Stream<DynamicTest> everyRowOfTheTable() {
    return Stream.of(
            new Row("continues the mark", held(4), batch(5, 8), "accepted"),
            new Row("begins an unknown site", unknown(), batch(1, 4), "accepted"),
            new Row("all of it is held", held(6), batch(2, 6), "repeated"),
            new Row("the newest block again", held(6), batch(6, 6), "repeated"),
            new Row("starts after mark + 1", held(4), batch(6, 8), "gap"),
            new Row("does not begin with the first block", unknown(), batch(2, 4), "gap"),
            new Row("starts at the mark and goes beyond", held(4), batch(4, 8), "overlap"),
            new Row("same sequence, other hash", held(4), other(3, 6), "fork"),
            new Row("held already, other hash", held(6), other(3, 4), "fork"),
            new Row("continues another block", held(4), other(5, 8), "fork"),
            new Row("signed by a stranger", held(4), signed(5, 8, STRANGER), "unknown-key"),
            new Row("repeated, whoever signed", held(8), signed(5, 8, STRANGER), "repeated"))
        .map(row -> DynamicTest.dynamicTest(row.finding, () -> assertRow(row)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsBrokenNamesTheBlock() {
    return Stream.of(
            new Row("no such site", held(4), header(5, "elsewhere", 1), "site"),
            new Row("another epoch", held(4), header(5, SITE, 7), "epoch 1"),
            new Row("fewer blocks than said", held(4), cut(batch(5, 8)), "4 blocks"),
            new Row("blocks out of order", held(4), swapped(batch(5, 8)), "sequence 5"),
            new Row("a line that is no block", held(4), faulty(batch(5, 8)), "a flag"),
            new Row("a checkpoint of another size", held(4), noted(5, 8, note(7, KEY)), "size 8"),
            new Row("a broken signature", held(4), noted(5, 8, broken(note(8, KEY))), "sign"),
            new Row("a checkpoint of another history", held(4), noted(5, 8, otherNote()), "root"))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.finding,
                    () -> {
                      BatchVerdict verdict = judge(row.state, row.batch);

                      assertThat(verdict).isInstanceOf(BatchVerdict.Invalid.class);
                      assertThat(((BatchVerdict.Invalid) verdict).expected()).contains(row.verdict);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whatASchemaForbidsIsNeverApplied() {
    return Map.<String, Payload>of(
            "a clock in 1970", correction(Instant.EPOCH.plusSeconds(900), 1),
            "a clock far ahead", correction(Instant.parse("2100-01-01T00:00:00Z"), 1),
            "a start beside the quarter hour", correction(START.plusSeconds(1), 1),
            "an amount beyond any site", correction(START, 10_000_000_001L),
            "an amount below zero", correction(START, -1))
        .entrySet()
        .stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      BlockBatch batch = next(entry.getValue());

                      BatchVerdict verdict = judge(held(8), batch);

                      assertThat(verdict).isInstanceOf(BatchVerdict.Invalid.class);
                      assertThat(((BatchVerdict.Invalid) verdict).sequence()).isEqualTo(9);
                    }));
  }

  @Test
  void aQuarterHourSealedBeforeIsNotSealedAgain() {
    BlockBatch again = next(readings(1), Optional.of(QuarterHours.containing(START)));

    BatchVerdict verdict = judge(held(8), again);

    assertThat(verdict).isInstanceOf(BatchVerdict.Invalid.class);
    assertThat(((BatchVerdict.Invalid) verdict).expected()).contains("correction");
  }

  @Test
  void aNewKeyNeedsApprovalAndTheNextEpoch() {
    Payload.Site site = new Payload.Site(2, STRANGER.verificationKey(), description());
    BlockBatch batch = withEpoch(next(site, Optional.empty(), STRANGER), 2);
    SiteState approved = held(8, Set.of(STRANGER.verificationKey().fingerprint()));

    assertThat(judge(held(8), batch).word()).isEqualTo("unknown-key");
    assertThat(judge(approved, batch))
        .isInstanceOfSatisfying(
            BatchVerdict.Accepted.class,
            accepted -> assertThat(accepted.key()).isEqualTo(STRANGER.verificationKey()));
  }

  private static void assertRow(Row row) {
    assertThat(judge(row.state, row.batch).word()).isEqualTo(row.verdict);
  }

  /** As a store does it: the held hashes begin at the batch's first block and end with its last. */
  private static BatchVerdict judge(SiteState all, BlockBatch batch) {
    List<Hash> hashes =
        all.heldHashes().stream()
            .limit(batch.to())
            .skip(Math.min(batch.from() - 1, batch.to()))
            .toList();
    return BatchJudgement.of(
        new SiteState(
            all.site(),
            all.epoch(),
            all.tip(),
            all.key(),
            all.checkpoint(),
            all.approvedKeys(),
            hashes,
            all.isSealed()),
        batch);
  }

  private static SiteState unknown() {
    return SiteState.unknown(SITE, Set.of());
  }

  private static SiteState held(int size) {
    return held(size, Set.of());
  }

  /** With the hashes of all blocks; {@link #judge} leaves those that a batch asks for. */
  private static SiteState held(int size, Set<String> approved) {
    return new SiteState(
        SITE,
        1,
        tip(JOURNAL, size),
        Optional.of(KEY.verificationKey()),
        Optional.of(note(size, KEY)),
        approved,
        JOURNAL.subList(0, size).stream().map(SealedBlock::hash).toList(),
        start -> start.isBefore(START.plusSeconds(900L * (size - 1))));
  }

  private static BlockBatch batch(int from, int to) {
    return noted(from, to, note(to, KEY));
  }

  private static BlockBatch signed(int from, int to, SigningKey key) {
    return noted(from, to, note(to, key));
  }

  private static BlockBatch other(int from, int to) {
    String note = tip(OTHER_HISTORY, to).checkpoint(SITE).signed(KEY);
    return new BlockBatch(
        SITE, 1, from, to, "s", note, OTHER_HISTORY.subList(from - 1, to), Optional.empty());
  }

  private static BlockBatch noted(int from, int to, String note) {
    return new BlockBatch(
        SITE, 1, from, to, "s", note, JOURNAL.subList(from - 1, to), Optional.empty());
  }

  private static BlockBatch header(int from, String site, long epoch) {
    return new BlockBatch(
        site, epoch, from, 8, "s", note(8, KEY), JOURNAL.subList(from - 1, 8), Optional.empty());
  }

  private static BlockBatch withEpoch(BlockBatch of, long epoch) {
    return new BlockBatch(
        of.site(), epoch, of.from(), of.to(), "s", of.checkpoint(), of.blocks(), of.fault());
  }

  private static BlockBatch cut(BlockBatch of) {
    return changed(of, blocks -> blocks.subList(0, blocks.size() - 1), Optional.empty());
  }

  private static BlockBatch swapped(BlockBatch of) {
    return changed(
        of,
        blocks -> Stream.concat(blocks.stream().skip(1), blocks.stream().limit(1)).toList(),
        Optional.empty());
  }

  private static BlockBatch faulty(BlockBatch of) {
    return changed(of, blocks -> blocks, Optional.of(new BlockBatch.Fault(6, "expected a flag")));
  }

  private static BlockBatch changed(
      BlockBatch of,
      Function<List<SealedBlock>, List<SealedBlock>> change,
      Optional<BlockBatch.Fault> fault) {
    List<SealedBlock> blocks = change.apply(of.blocks());
    return new BlockBatch(SITE, 1, of.from(), of.to(), "s", of.checkpoint(), blocks, fault);
  }

  private static BlockBatch next(Payload payload) {
    return next(payload, Optional.empty());
  }

  private static BlockBatch next(Payload payload, Optional<Interval> interval) {
    return next(payload, interval, KEY);
  }

  /** A batch of one block after the whole journal. */
  private static BlockBatch next(Payload payload, Optional<Interval> interval, SigningKey key) {
    JournalTip tip = tip(JOURNAL, 8);
    SealedBlock block = sealed(tip, interval, payload);
    String note = tip.append(block).checkpoint(SITE).signed(key);
    return new BlockBatch(SITE, 1, 9, 9, "s", note, List.of(block), Optional.empty());
  }

  private static String note(int size, SigningKey key) {
    return tip(JOURNAL, size).checkpoint(SITE).signed(key);
  }

  private static String otherNote() {
    return tip(OTHER_HISTORY, 8).checkpoint(SITE).signed(KEY);
  }

  private static String broken(String note) {
    return note.substring(0, note.length() - 9) + "AAAAAA==\n";
  }

  private static List<SealedBlock> journal(int size, long amount) {
    List<SealedBlock> blocks = new ArrayList<>();
    Payload.Site site = new Payload.Site(1, KEY.verificationKey(), description());
    JournalTip tip = JournalTip.EMPTY;
    for (int i = 0; i < size; i++) {
      Interval quarter = QuarterHours.containing(START.plusSeconds(900L * (i - 1)));
      SealedBlock block =
          i == 0
              ? sealed(tip, Optional.empty(), site)
              : sealed(tip, Optional.of(quarter), readings(amount));
      tip = tip.append(block);
      blocks.add(block);
    }
    return blocks;
  }

  private static SealedBlock sealed(JournalTip tip, Optional<Interval> interval, Payload payload) {
    Block block = new Block(SITE, tip.sequence() + 1, START, interval, payload, tip.hash());
    return SealedBlock.parse(block.line());
  }

  private static Payload.Readings readings(long amount) {
    return new Payload.Readings(
        List.of(new Payload.Reading("grid/energy-import", reading(amount))), List.of());
  }

  private static Payload.Correction correction(Instant start, long amount) {
    return new Payload.Correction(
        "manual",
        "agent",
        List.of(new Payload.Replacement(start, "grid/energy-import", reading(amount))));
  }

  private static IntervalReading reading(long amount) {
    return new IntervalReading(OptionalLong.of(amount), Flag.MEASURED, OptionalLong.empty());
  }

  private static JournalTip tip(List<SealedBlock> journal, int size) {
    JournalTip tip = JournalTip.EMPTY;
    for (SealedBlock block : journal.subList(0, size)) {
      tip = tip.append(block);
    }
    return tip;
  }

  private static SiteDescription description() {
    return new SiteDescription(
        SITE, "Plant", ZoneId.of("Asia/Shanghai"), true, "CN", "central", List.of(), List.of());
  }

  private static SigningKey newKey() {
    try {
      return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package org.zerofactory.central;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.BlockBatch;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.SealedBlock;
import org.zerofactory.domain.journal.SigningKey;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;

/** An agent's journal, sealed and signed as an agent does it. */
public final class JournalBuilder {

  public static final String STORE = "0123456789abcdef0123456789abcdef";

  private final SiteDescription site;
  private SigningKey key = newKey();
  private long epoch = 1;
  private JournalTip tip = JournalTip.EMPTY;
  private final List<JournalTip> tips = new ArrayList<>(List.of(tip));
  private final List<SealedBlock> blocks = new ArrayList<>();

  private JournalBuilder(SiteDescription site) {
    this.site = site;
  }

  /** A journal that begins with its site block. */
  public static JournalBuilder of(SiteDescription site) {
    JournalBuilder journal = new JournalBuilder(site);
    return journal.seal(
        Instant.EPOCH, Optional.empty(), new Payload.Site(1, journal.key.verificationKey(), site));
  }

  /** Another journal of the same agent: it shares the key and the first block. */
  public static JournalBuilder sharing(JournalBuilder other) {
    JournalBuilder journal = new JournalBuilder(other.site);
    journal.key = other.key;
    SealedBlock first = other.blocks.get(0);
    journal.tip = journal.tip.append(first);
    journal.tips.add(journal.tip);
    journal.blocks.add(first);
    return journal;
  }

  public static SigningKey newKey() {
    try {
      return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Measured amounts by point for the quarter hour that begins at the instant. */
  public JournalBuilder quarter(Instant start, Map<String, Long> amounts) {
    Map<String, IntervalReading> readings = new TreeMap<>();
    amounts.forEach((point, amount) -> readings.put(point, measured(amount)));
    return quarter(start, readings, List.of());
  }

  /** Any readings and states. */
  public JournalBuilder quarter(
      Instant start, Map<String, IntervalReading> readings, List<Payload.StateTime> states) {
    List<Payload.Reading> sorted =
        new TreeMap<>(readings)
            .entrySet().stream()
                .map(entry -> new Payload.Reading(entry.getKey(), entry.getValue()))
                .toList();
    return seal(
        start.plusSeconds(QuarterHours.SECONDS),
        Optional.of(QuarterHours.containing(start)),
        new Payload.Readings(sorted, states));
  }

  public JournalBuilder correct(Instant start, String point, IntervalReading value) {
    return seal(
        start.plusSeconds(86_400),
        Optional.empty(),
        new Payload.Correction(
            "gap-closed", "agent", List.of(new Payload.Replacement(start, point, value))));
  }

  public JournalBuilder event(String event, Instant at) {
    return seal(at, Optional.empty(), new Payload.Event(event, at, site.id(), Map.of()));
  }

  /** The description anew, from this block on. */
  public JournalBuilder describe(SiteDescription description) {
    return seal(
        Instant.EPOCH,
        Optional.empty(),
        new Payload.Site(epoch, key.verificationKey(), description));
  }

  /** A new agent goes on: new key, next epoch. */
  public JournalBuilder newAgent(SigningKey newKey) {
    key = newKey;
    epoch++;
    return describe(site);
  }

  private JournalBuilder seal(
      Instant sealed,
      Optional<org.zerofactory.domain.metering.Interval> interval,
      Payload payload) {
    Block block = new Block(site.id(), tip.sequence() + 1, sealed, interval, payload, tip.hash());
    SealedBlock line = SealedBlock.parse(block.line());
    tip = tip.append(line);
    tips.add(tip);
    blocks.add(line);
    return this;
  }

  public static IntervalReading measured(long amount) {
    return new IntervalReading(OptionalLong.of(amount), Flag.MEASURED, OptionalLong.of(amount));
  }

  public static IntervalReading flagged(long amount, Flag flag) {
    return new IntervalReading(OptionalLong.of(amount), flag, OptionalLong.empty());
  }

  public JournalTip tip() {
    return tip;
  }

  public JournalTip tip(long sequence) {
    return tips.get((int) sequence);
  }

  public SigningKey key() {
    return key;
  }

  public List<SealedBlock> blocks() {
    return List.copyOf(blocks);
  }

  /** The signed note of a size. */
  public String checkpoint(long size) {
    return tips.get((int) size).checkpoint(site.id()).signed(key);
  }

  public BlockBatch batch(long from, long to) {
    return new BlockBatch(
        site.id(),
        epoch,
        from,
        to,
        STORE,
        checkpoint(to),
        blocks.subList((int) from - 1, (int) to),
        Optional.empty());
  }

  /** The body of a request, not compressed. */
  public byte[] body(long from, long to) {
    return body(from, to, checkpoint(to), blocks.subList((int) from - 1, (int) to));
  }

  /** A body with a checkpoint and blocks of the test's choice. */
  public byte[] body(long from, long to, String checkpoint, List<SealedBlock> lines) {
    StringBuilder text = new StringBuilder();
    text.append(header(site.id(), epoch, from, to, checkpoint)).append('\n');
    lines.forEach(block -> text.append(block.line()).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String header(String site, long epoch, long from, long to, String checkpoint) {
    Map<String, Json> fields =
        Map.of(
            "checkpoint", Json.of(checkpoint),
            "epoch", Json.of(epoch),
            "from", Json.of(from),
            "site", Json.of(site),
            "store", Json.of(STORE),
            "to", Json.of(to));
    return new Json.Obj(Map.of("batch", new Json.Obj(fields))).canonical();
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}

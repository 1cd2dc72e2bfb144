package org.zerofactory.auditor.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.BrokenChainException;
import org.zerofactory.domain.journal.Checkpoint;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.VerificationKey;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.QuarterHours;

/**
 * Walks a journal from its first line: each line canonical, chained, of one site; quarter hours
 * without a hole; each amount explained by the registers; the checkpoint signed by the journal's
 * own key. Reads the lines twice, since corrections stand behind what they correct.
 */
public final class JournalVerifier {

  public static final int MAX_FINDINGS = 200;

  /** The journal's lines from the beginning, whenever asked. */
  public interface Lines {
    Stream<String> open();
  }

  private record Slot(Instant start, String point) {}

  private final Map<Slot, IntervalReading> corrections = new HashMap<>();
  private final Map<String, RegisterCheck> registers = new HashMap<>();
  private final Map<String, PointTotal> totals = new TreeMap<>();
  private final Map<String, OptionalLong> spans = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Long, VerificationKey> keysBySequence = new LinkedHashMap<>();
  private JournalTip tip = JournalTip.EMPTY;
  private String site = "";
  private Optional<Instant> from = Optional.empty();
  private Optional<Interval> last = Optional.empty();
  private long intervals;
  private long unlisted;
  private Optional<JournalTip> tipAtCheckpoint = Optional.empty();
  private long checkpointSize;

  private JournalVerifier() {}

  /**
   * @param checkpoint the signed note to hold the journal against
   * @param expectedKey fingerprint that the first block's key must have, as compared by a person
   */
  public static Verdict verify(
      Lines lines, Optional<String> checkpoint, Optional<String> expectedKey) {
    JournalVerifier verifier = new JournalVerifier();
    verifier.collectCorrections(lines);
    verifier.checkpointSize = checkpoint.map(JournalVerifier::sizeOf).orElse(0L);
    verifier.walk(lines);
    verifier.checkKey(expectedKey);
    long signedSize = checkpoint.map(verifier::checkCheckpoint).orElse(0L);
    return verifier.verdict(signedSize);
  }

  private void collectCorrections(Lines lines) {
    try (Stream<String> all = lines.open()) {
      all.filter(line -> line.contains("\"kind\":\"correction\""))
          .forEach(
              line -> {
                try {
                  if (Block.parse(line).payload() instanceof Payload.Correction correction) {
                    correction
                        .readings()
                        .forEach(r -> corrections.put(new Slot(r.start(), r.point()), r.value()));
                  }
                } catch (JsonFormatException e) {
                  // the walk reports the malformed line with its place
                  return;
                }
              });
    }
  }

  private void walk(Lines lines) {
    try (Stream<String> all = lines.open()) {
      boolean chained = all.allMatch(this::takeLine);
      if (!chained) {
        fail(tip.sequence() + 1, "nothing behind this block was verified");
      }
    }
    if (tip.sequence() == 0 && findings.isEmpty()) {
      fail(0, "expected at least one block, found none");
    }
  }

  /** False if the chain is broken, so that what follows proves nothing. */
  private boolean takeLine(String line) {
    Block block;
    try {
      block = Block.parse(line);
      tip = tip.append(block, line);
    } catch (JsonFormatException e) {
      fail(tip.sequence() + 1, String.valueOf(e.getMessage()));
      return false;
    } catch (BrokenChainException e) {
      fail(e.sequence(), String.valueOf(e.getMessage()));
      return false;
    }
    if (tip.sequence() == 1) {
      site = block.site();
      if (!(block.payload() instanceof Payload.Site)) {
        fail(1, "expected the first block to describe the site, found " + block.payload().kind());
      }
    } else if (!block.site().equals(site)) {
      fail(block.sequence(), "expected site " + site + ", found " + block.site());
    }
    if (tip.sequence() == checkpointSize) {
      tipAtCheckpoint = Optional.of(tip);
    }
    takePayload(block);
    return true;
  }

  private void takePayload(Block block) {
    if (block.payload() instanceof Payload.Site description) {
      keysBySequence.put(block.sequence(), description.key());
      for (MeterDescription meter : description.description().meters()) {
        meter.points().forEach(point -> spans.put(meter.pointId(point.quantity()), point.span()));
      }
    } else if (block.payload() instanceof Payload.Readings readings) {
      takeInterval(block.sequence(), block.interval().orElseThrow());
      Instant start = block.interval().orElseThrow().start();
      for (Payload.Reading reading : readings.readings()) {
        takeReading(block.sequence(), start, reading);
      }
    }
  }

  private void takeInterval(long sequence, Interval interval) {
    if (!interval.equals(QuarterHours.containing(interval.start()))) {
      fail(sequence, "expected a quarter hour of UTC, found " + interval);
    }
    if (last.isPresent() && !last.get().end().equals(interval.start())) {
      fail(
          sequence,
          "expected the quarter hour that begins at "
              + last.get().end()
              + ", found "
              + interval.start());
      registers.values().forEach(RegisterCheck::hole);
    }
    from = from.or(() -> Optional.of(interval.start()));
    last = Optional.of(interval);
    intervals++;
  }

  private void takeReading(long sequence, Instant start, Payload.Reading sealed) {
    String point = sealed.point();
    IntervalReading reading = corrections.getOrDefault(new Slot(start, point), sealed.value());
    registers
        .computeIfAbsent(
            point, id -> new RegisterCheck(spans.getOrDefault(id, OptionalLong.empty())))
        .next(reading)
        .ifPresent(fault -> fail(sequence, point + ": " + fault));
    totals.merge(point, total(reading), PointTotal::plus);
  }

  private static PointTotal total(IntervalReading reading) {
    return switch (reading.flag()) {
      case MISSING -> new PointTotal(0, 0, 0, 1);
      case MEASURED -> new PointTotal(reading.amount().orElseThrow(), 1, 0, 0);
      default -> new PointTotal(reading.amount().orElseThrow(), 0, 1, 0);
    };
  }

  private void checkKey(Optional<String> expectedKey) {
    Optional<VerificationKey> first = keysBySequence.values().stream().findFirst();
    if (expectedKey.isEmpty() || first.isEmpty()) {
      return;
    }
    if (!first.get().fingerprint().equals(expectedKey.get())) {
      fail(1, "expected the key " + expectedKey.get() + ", found " + first.get().fingerprint());
    }
  }

  /** The verified size, 0 if the checkpoint does not hold. */
  private long checkCheckpoint(String note) {
    Optional<VerificationKey> key = keyAt(checkpointSize);
    if (key.isEmpty()) {
      fail(0, "checkpoint: expected a site block with a key before it, found none");
      return 0;
    }
    try {
      Checkpoint checkpoint = Checkpoint.verified(note, key.get());
      if (!checkpoint.site().equals(site)) {
        fail(0, "checkpoint: expected site " + site + ", found " + checkpoint.site());
      } else if (tipAtCheckpoint.isEmpty()) {
        fail(0, "checkpoint: expected " + checkpoint.size() + " blocks, found " + tip.sequence());
      } else if (!tipAtCheckpoint.get().frontier().root().equals(checkpoint.root())) {
        fail(
            checkpoint.size(),
            "checkpoint: expected root "
                + checkpoint.root()
                + ", found "
                + tipAtCheckpoint.get().frontier().root());
      } else {
        return checkpoint.size();
      }
    } catch (JsonFormatException e) {
      fail(0, String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private Optional<VerificationKey> keyAt(long sequence) {
    return keysBySequence.entrySet().stream()
        .filter(entry -> entry.getKey() <= sequence)
        .map(Map.Entry::getValue)
        .reduce((earlier, later) -> later);
  }

  private static long sizeOf(String note) {
    String[] lines = note.split("\n", 3);
    return lines.length == 3 && lines[1].matches("[1-9][0-9]{0,17}") ? Long.parseLong(lines[1]) : 0;
  }

  private void fail(long sequence, String text) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(new Finding(sequence, true, text));
    } else {
      unlisted++;
    }
  }

  private Verdict verdict(long signedSize) {
    if (unlisted > 0) {
      findings.add(new Finding(0, true, unlisted + " further findings are not listed"));
    }
    return new Verdict(
        site,
        tip.sequence(),
        intervals,
        from,
        last.map(Interval::end),
        tip.frontier().root(),
        signedSize,
        totals,
        findings);
  }
}

package org.zerofactory.domain.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.metering.Interval;

/**
 * One entry of a site's journal: immutable, canonical, chained to the one before.
 *
 * @param sequence contiguous from 1
 * @param sealed when the agent sealed it, by the agent's clock, whole seconds
 * @param interval only for readings
 * @param previous hash of the block before, {@link Hash#ZERO} for the first
 */
public record Block(
    String site,
    long sequence,
    Instant sealed,
    Optional<Interval> interval,
    Payload payload,
    Hash previous) {

  public static final long VERSION = 1;

  /**
   * @throws IllegalArgumentException if the sequence is not positive, or an interval is missing
   *     from readings or given to anything else
   */
  public Block {
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence starts at 1, but was " + sequence);
    }
    if (interval.isPresent() != payload instanceof Payload.Readings) {
      throw new IllegalArgumentException(
          "readings and nothing else need an interval, but block "
              + sequence
              + " of kind "
              + payload.kind().word()
              + " had "
              + interval);
    }
  }

  /** The canonical line, without a line feed. */
  public String line() {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("version", Json.of(VERSION));
    fields.put("site", Json.of(site));
    fields.put("sequence", Json.of(sequence));
    fields.put("kind", Json.of(payload.kind().word()));
    fields.put("sealed", Json.of(sealed.getEpochSecond()));
    fields.put("payload", PayloadJson.write(payload));
    fields.put("previous", Json.of(previous.hex()));
    interval.ifPresent(
        value ->
            fields.put(
                "interval",
                new Json.Obj(
                    Map.of(
                        "start", Json.of(value.start().getEpochSecond()),
                        "end", Json.of(value.end().getEpochSecond())))));
    return new Json.Obj(fields).canonical();
  }

  /** SHA-256 over the bytes of the canonical line. */
  public static Hash hash(String line) {
    return Hash.of(line.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a line back.
   *
   * @throws JsonFormatException if it is not a canonical block; the message names the field
   */
  public static Block parse(String line) {
    Json json = JsonParser.parse(line);
    JsonFields fields = JsonFields.of("block", json);
    if (fields.integer("version") != VERSION) {
      throw new JsonFormatException(
          "block.version: expected " + VERSION + ", found " + fields.integer("version"));
    }
    BlockKind kind =
        BlockKind.ofWord(fields.text("kind"))
            .orElseThrow(
                () ->
                    new JsonFormatException(
                        "block.kind: expected site, interval, correction or event, found "
                            + fields.text("kind")));
    try {
      Block block =
          new Block(
              fields.text("site"),
              fields.integer("sequence"),
              Instant.ofEpochSecond(fields.integer("sealed")),
              interval(fields),
              PayloadJson.read(kind, fields.object("payload")),
              Hash.ofHex(fields.text("previous")));
      if (!block.line().equals(line)) {
        throw new JsonFormatException(
            "block " + block.sequence + ": expected canonical JSON with exactly the known fields");
      }
      return block;
    } catch (IllegalArgumentException e) {
      throw new JsonFormatException("block: " + e.getMessage());
    }
  }

  private static Optional<Interval> interval(JsonFields fields) {
    if (!fields.has("interval")) {
      return Optional.empty();
    }
    JsonFields interval = fields.object("interval");
    return Optional.of(
        new Interval(
            Instant.ofEpochSecond(interval.integer("start")),
            Instant.ofEpochSecond(interval.integer("end"))));
  }
}

package org.zerofactory.edge.sync;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.zerofactory.domain.journal.Json;

/**
 * Blocks on their way to the centre.
 *
 * @param bytes the first line and the blocks' lines, each ended by a line feed
 */
record Batch(long from, long to, byte[] bytes) {

  /** Inflated size up to which blocks are added; the centre's cap is 8 MiB. */
  static final int TARGET_BYTES = 4 << 20;

  static Batch of(
      String site,
      long epoch,
      String store,
      String checkpoint,
      long from,
      long to,
      Iterable<String> lines) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("checkpoint", Json.of(checkpoint));
    fields.put("epoch", Json.of(epoch));
    fields.put("from", Json.of(from));
    fields.put("site", Json.of(site));
    fields.put("store", Json.of(store));
    fields.put("to", Json.of(to));
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
    line(out, new Json.Obj(Map.of("batch", new Json.Obj(fields))).canonical());
    lines.forEach(line -> line(out, line));
    return new Batch(from, to, out.toByteArray());
  }

  private static void line(ByteArrayOutputStream out, String line) {
    out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}

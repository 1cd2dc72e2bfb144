package org.zerofactory.central.receive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.zerofactory.domain.journal.BlockBatch;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.journal.SealedBlock;

/** Reads the bytes of a batch (docs/formats.md, section 3): a header line, then block lines. */
final class BatchReader {

  /** Cap of the inflated batch, bytes. */
  static final int INFLATED_LIMIT = 8 << 20;

  /** Blocks of a batch: the shortest block is far longer than 8 MiB / 100,000. */
  private static final int BLOCK_LIMIT = 100_000;

  private BatchReader() {}

  /**
   * Inflates a body.
   *
   * @return empty if it would become larger than {@link #INFLATED_LIMIT}
   * @throws JsonFormatException if it is not gzip
   */
  static Optional<byte[]> inflate(byte[] body, boolean isGzip) {
    if (!isGzip) {
      return body.length > INFLATED_LIMIT ? Optional.empty() : Optional.of(body);
    }
    try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(body), 1 << 16)) {
      byte[] bytes = stream.readNBytes(INFLATED_LIMIT + 1);
      return bytes.length > INFLATED_LIMIT ? Optional.empty() : Optional.of(bytes);
    } catch (IOException notGzip) {
      throw new JsonFormatException("body: expected gzip, found " + notGzip.getMessage());
    }
  }

  /**
   * Reads the header and as many blocks as are well-formed; the first that is not becomes the
   * batch's fault.
   *
   * @param site of the address; the header must name the same
   * @throws JsonFormatException if the header is malformed or the bytes are no UTF-8
   */
  static BlockBatch read(String site, byte[] inflated) {
    String text = utf8(inflated);
    int end = text.indexOf('\n');
    if (end < 0) {
      throw new JsonFormatException("batch: expected a header line ended by a line feed");
    }
    JsonFields header =
        JsonFields.of("header", JsonParser.parse(text.substring(0, end))).object("batch");
    if (!header.text("site").equals(site)) {
      throw new JsonFormatException(
          "header.batch.site: expected " + site + ", found " + header.text("site"));
    }
    if (!header.text("store").matches("[0-9a-f]{32}")) {
      throw new JsonFormatException(
          "header.batch.store: expected 32 lower-case hex digits, found " + header.text("store"));
    }
    return blocks(header, text, end + 1);
  }

  private static BlockBatch blocks(JsonFields header, String text, int start) {
    long from = header.integer("from");
    List<SealedBlock> blocks = new ArrayList<>();
    Optional<BlockBatch.Fault> fault = Optional.empty();
    int position = start;
    while (position < text.length() && fault.isEmpty()) {
      int end = text.indexOf('\n', position);
      long sequence = from + blocks.size();
      if (end < 0 || blocks.size() == BLOCK_LIMIT) {
        fault =
            fault(
                sequence, "expected at most " + BLOCK_LIMIT + " lines, each ended by a line feed");
        break;
      }
      try {
        blocks.add(SealedBlock.parse(text.substring(position, end)));
      } catch (JsonFormatException malformed) {
        fault = fault(sequence, String.valueOf(malformed.getMessage()));
      }
      position = end + 1;
    }
    return new BlockBatch(
        header.text("site"),
        header.integer("epoch"),
        from,
        header.integer("to"),
        header.text("store"),
        header.text("checkpoint"),
        blocks,
        fault);
  }

  private static Optional<BlockBatch.Fault> fault(long sequence, String expected) {
    return Optional.of(new BlockBatch.Fault(sequence, expected));
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new JsonFormatException("batch: expected UTF-8, found other bytes");
    }
  }
}

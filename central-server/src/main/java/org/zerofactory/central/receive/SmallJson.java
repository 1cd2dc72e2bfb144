package org.zerofactory.central.receive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.zerofactory.domain.journal.JsonFormatException;

/** Plain JSON of bounded depth and bounded texts; the size of the whole is the caller's limit. */
final class SmallJson {

  private static final int DEPTH_LIMIT = 8;
  private static final int TEXT_LIMIT = 1_000;
  private static final JsonMapper MAPPER = mapper();

  private SmallJson() {}

  private static JsonMapper mapper() {
    JsonMapper mapper = JsonMapper.builder().build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_LIMIT)
                .maxStringLength(TEXT_LIMIT)
                .build());
    return mapper;
  }

  /**
   * @throws JsonFormatException saying what was found instead
   */
  static JsonNode read(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw new JsonFormatException("expected JSON, found " + malformed.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new JsonFormatException("expected JSON, found " + unreadable.getMessage());
    }
  }
}

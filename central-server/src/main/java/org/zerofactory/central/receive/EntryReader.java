package org.zerofactory.central.receive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.EntryForm;

/** Reads the fields of a request: one object of texts and numbers. */
public final class EntryReader {

  private static final int LONGEST_TEXT = 2_000;

  private static final JsonMapper MAPPER = mapper();

  private EntryReader() {}

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(2)
                .maxStringLength(LONGEST_TEXT)
                .maxNumberLength(40)
                .build());
    return mapper;
  }

  /**
   * The fields of an entry.
   *
   * @throws JsonFormatException if it is no JSON object
   * @throws EntryFaultsException if it has a field that an entry has not
   */
  public static Map<String, String> entry(byte[] body) {
    return fields("entry", body, EntryForm.FIELDS);
  }

  /**
   * The texts of an object; numbers are written out, null is as good as no field.
   *
   * @param allowed fields that it may have
   * @throws JsonFormatException if it is no JSON object
   * @throws EntryFaultsException if it has another field, or one that is neither text nor number
   */
  public static Map<String, String> fields(String what, byte[] body, List<String> allowed) {
    Map<String, String> values = new LinkedHashMap<>();
    List<EntryFault> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object(what, body).properties()) {
      JsonNode value = field.getValue();
      if (!allowed.contains(field.getKey())) {
        faults.add(
            new EntryFault(
                1, field.getKey(), value.toString(), "one of " + String.join(", ", allowed)));
      } else if (value.isTextual()) {
        values.put(field.getKey(), value.textValue());
      } else if (value.isNumber()) {
        values.put(field.getKey(), plain(value.decimalValue()));
      } else if (!value.isNull()) {
        faults.add(new EntryFault(1, field.getKey(), value.toString(), "a text, a number or null"));
      }
    }
    if (!faults.isEmpty()) {
      throw new EntryFaultsException(faults);
    }
    return values;
  }

  /** An exponent of a million would be a text of a million digits. */
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
  }

  private static JsonNode object(String what, byte[] body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json == null || !json.isObject()) {
        throw new JsonFormatException(what + ": expected a JSON object");
      }
      return json;
    } catch (JsonProcessingException malformed) {
      throw new JsonFormatException(
          what + ": expected JSON, found " + malformed.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new JsonFormatException(what + ": expected JSON, found " + unreadable.getMessage());
    }
  }
}

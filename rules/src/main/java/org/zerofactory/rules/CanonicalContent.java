package org.zerofactory.rules;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.Json;

/**
 * The content of a data file without its looks: canonical JSON (RFC 8785) with every number as the
 * text that it was, and the list {@code values} in the order of the items. Comments, layout and the
 * order of keys and values change nothing; any other change does.
 */
final class CanonicalContent {

  private static final String SORTED = "values";

  private CanonicalContent() {}

  /** SHA-256 of the canonical text, 64 hex digits. */
  static String sha256(DataNode root) {
    return Hash.of(text(root).getBytes(StandardCharsets.UTF_8)).hex();
  }

  static String text(DataNode root) {
    return json(root, "").canonical();
  }

  private static Json json(DataNode node, String key) {
    if (!node.entries().isEmpty()) {
      Map<String, Json> entries = new HashMap<>();
      node.entries().forEach((name, value) -> entries.put(name, json(value, name)));
      return new Json.Obj(entries);
    }
    if (!node.items().isEmpty()) {
      Stream<Json> items = node.items().stream().map(item -> json(item, ""));
      List<Json> all =
          key.equals(SORTED)
              ? items.sorted(Comparator.comparing(Json::canonical)).toList()
              : items.toList();
      return new Json.Arr(all);
    }
    return node.asText()
        .or(() -> node.asDecimal().map(number -> number.stripTrailingZeros().toPlainString()))
        .or(() -> node.asFlag().map(String::valueOf))
        .map(Json::of)
        .orElse(Json.NULL);
  }
}

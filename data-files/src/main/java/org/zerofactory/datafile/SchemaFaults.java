package org.zerofactory.datafile;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.zerofactory.datafile.DataNode.Entry;

/** Turns what the schema validator reports into faults with a place and plain words. */
final class SchemaFaults {

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "text",
          "integer", "a whole number",
          "number", "a number",
          "boolean", "true or false",
          "array", "a list",
          "object", "a mapping");

  private final JsonNode schema;
  private final DataNode root;

  SchemaFaults(JsonNode schema, DataNode root) {
    this.schema = schema;
    this.root = root;
  }

  /** One fault for each place: a wrong type also breaks the pattern, which says nothing new. */
  Collection<DataFault> of(Collection<ValidationMessage> messages) {
    var faults = new LinkedHashMap<String, DataFault>();
    for (ValidationMessage message : messages) {
      DataFault fault = fault(message);
      faults.putIfAbsent(fault.line() + ":" + fault.column() + fault.field(), fault);
    }
    return faults.values();
  }

  private DataFault fault(ValidationMessage message) {
    DataNode node = node(message.getInstanceLocation());
    JsonNode keyword = at(message.getSchemaLocation().getFragment(), 0);
    JsonNode owner = at(message.getSchemaLocation().getFragment(), 1);
    return switch (message.getType()) {
      case "required" -> missing(node, owner, message.getProperty());
      case "dependentRequired" -> missing(node, owner, String.valueOf(message.getArguments()[0]));
      case "additionalProperties", "unevaluatedProperties" ->
          node.unknownKey(message.getProperty(), names(owner.path("properties")));
      case "propertyNames" -> wrongKey(node, owner);
      case "enum" -> unknownWord(node, keyword);
      case "const" -> node.fault(keyword.asText());
      case "uniqueItems" -> node.problem("expected each item of the list once");
      case "minItems" -> node.problem("expected at least " + keyword + items(node));
      case "maxItems" -> node.problem("expected at most " + keyword + items(node));
      case "minLength" -> node.fault(described(owner, "text of at least " + keyword + " letters"));
      case "maxLength" -> node.fault("text of at most " + keyword + " letters");
      case "minimum" -> node.fault("at least " + keyword);
      case "maximum" -> node.fault("at most " + keyword);
      case "exclusiveMinimum" -> node.fault("more than " + keyword);
      case "exclusiveMaximum" -> node.fault("less than " + keyword);
      default -> node.fault(expected(owner));
    };
  }

  private DataFault missing(DataNode node, JsonNode owner, String key) {
    return node.missing(key, expected(owner.path("properties").path(key)));
  }

  /** A unit that looks like another is still another unit, so none is proposed. */
  private static DataFault unknownWord(DataNode node, JsonNode keyword) {
    boolean isUnit = node.field().endsWith("unit");
    return isUnit ? node.fault(choices(keyword)) : node.unknown(choices(keyword), words(keyword));
  }

  private DataFault wrongKey(DataNode node, JsonNode owner) {
    String expected = expected(owner.path("propertyNames"));
    String key =
        node.rawEntries().keySet().stream()
            .filter(name -> !name.matches(owner.at("/propertyNames/pattern").asText(".*")))
            .findFirst()
            .orElse("");
    return node.keyProblem(key, "expected as key " + expected + " but was \"" + key + "\"");
  }

  private DataNode node(JsonNodePath path) {
    DataNode node = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      Entry entry = node.rawEntries().get(String.valueOf(step));
      if (entry != null) {
        node = entry.value();
      } else if (step instanceof Integer index && index < node.items().size()) {
        node = node.items().get(index);
      }
    }
    return node;
  }

  private JsonNode at(JsonNodePath path, int upwards) {
    JsonNode node = schema;
    for (int i = 0; i < path.getNameCount() - upwards; i++) {
      Object step = path.getElement(i);
      node =
          step instanceof Integer index && node.isArray()
              ? node.path(index)
              : node.path(step.toString());
    }
    return node;
  }

  private static String described(JsonNode owner, String otherwise) {
    return owner.path("description").asText(otherwise);
  }

  /** What a part of the schema wants, in words. */
  private String expected(JsonNode part) {
    if (part.has("description")) {
      return part.get("description").asText();
    }
    if (part.has("$ref")) {
      return expected(schema.at(part.get("$ref").asText().substring(1)));
    }
    if (part.has("enum")) {
      return choices(part.get("enum"));
    }
    if (part.has("pattern")) {
      return "text matching " + part.get("pattern").asText();
    }
    return TYPES.getOrDefault(part.path("type").asText(), "a value");
  }

  private static String choices(JsonNode values) {
    var joiner = new StringJoiner(", ", "one of ", "");
    words(values).forEach(joiner::add);
    return joiner.toString();
  }

  private static List<String> words(JsonNode values) {
    var words = new ArrayList<String>();
    values.forEach(value -> words.add(value.asText()));
    return words;
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String items(DataNode node) {
    return " items in the list but were " + node.items().size();
  }
}

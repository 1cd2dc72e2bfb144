package org.zerofactory.datafile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A JSON Schema (draft 2020-12) that is packaged with the program. It refers to nothing outside
 * itself: neither files nor the network are asked for another schema.
 *
 * <p>A {@code description} in the schema is what a fault says was expected, so it is written as a
 * noun: "a time zone such as Asia/Shanghai".
 */
public final class DataSchema {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ROOT).build();

  private final JsonNode document;
  private final JsonSchema schema;

  private DataSchema(JsonNode document, JsonSchema schema) {
    this.document = document;
    this.schema = schema;
  }

  /**
   * Loads a schema.
   *
   * @param anchor a class of the jar that holds the schema
   * @param resource absolute name on the class path, such as {@code
   *     /rules/schema/factor.schema.json}
   * @throws DataFileException if there is none or if it is no JSON
   */
  public static DataSchema packaged(Class<?> anchor, String resource) {
    DataSource source = DataSource.packaged(anchor, resource);
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));
    try {
      JsonNode document = MAPPER.readTree(source.text());
      JsonSchema schema = factory.getSchema(document, CONFIG);
      schema.initializeValidators();
      return new DataSchema(document, schema);
    } catch (JsonProcessingException wrong) {
      String problem = "expected JSON: " + wrong.getOriginalMessage();
      throw new DataFileException(List.of(DataFault.ofFile(source.name(), problem)));
    }
  }

  /** Adds a fault for everything in the tree that breaks the schema. */
  void check(DataNode root, DataFaults faults) {
    new SchemaFaults(document, root).of(schema.validate(json(root))).forEach(faults::add);
  }

  private static JsonNode json(DataNode node) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (node.kind()) {
      case TEXT -> make.textNode(node.rawText());
      case WHOLE -> make.numberNode(node.whole());
      case DECIMAL -> make.numberNode(new BigDecimal(node.rawText()));
      case FLAG -> make.booleanNode(node.rawText().equalsIgnoreCase("true"));
      case NOTHING -> make.nullNode();
      case LIST -> make.arrayNode().addAll(node.items().stream().map(DataSchema::json).toList());
      case MAPPING -> {
        ObjectNode object = make.objectNode();
        node.rawEntries().forEach((key, entry) -> object.set(key, json(entry.value())));
        yield object;
      }
    };
  }
}

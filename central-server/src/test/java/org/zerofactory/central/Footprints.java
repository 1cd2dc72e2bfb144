package org.zerofactory.central;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Schemas that product footprints are held against. */
final class Footprints {

  /** Names the file of the published OpenAPI document; its licence keeps it out of the project. */
  static final String PROPERTY = "pact.openapi";

  private final JsonSchema schema;

  private Footprints(JsonNode document) {
    this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(document);
  }

  /** The schema of what this server gives out. */
  static Footprints own() {
    try (InputStream stream =
        Footprints.class.getResourceAsStream("/schema/product-footprint.schema.json")) {
      return new Footprints(JsonMapper.builder().build().readTree(stream));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The published one, where the system property names its file. */
  static Optional<Footprints> published() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(Footprints::read);
  }

  private static Footprints read(Path file) {
    try {
      ObjectNode root = (ObjectNode) new YAMLMapper().readTree(file.toFile());
      root.put("$ref", "#/components/schemas/ProductFootprint");
      return new Footprints(root);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the schema finds wrong; empty text if nothing. */
  String faults(JsonNode document) {
    return schema.validate(document).stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}

package org.zerofactory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The worked cases of the file that the system property {@code oracles} names: one test a case. A
 * case without a calculation fails.
 */
class AccountingOracleTest {

  /** Each class brings its cases by name; a new one needs a line here. */
  private static final List<Map<String, Consumer<JsonNode>>> ALL =
      List.of(
          ElectricityCases.ALL,
          InventoryCases.ALL,
          SavingsCases.accounting(),
          InstrumentCases.accounting());

  @TestFactory
  Stream<DynamicTest> everyCaseOfTheFile() throws IOException {
    Path file = Path.of(System.getProperty("oracles", "../../shared/oracles/accounting.json"));
    assumeTrue(
        Files.exists(file), "no worked cases at " + file + ": name them with -Doracles=FILE");
    JsonNode cases = new ObjectMapper().readTree(file.toFile());
    Map<String, Consumer<JsonNode>> calculations = new HashMap<>();
    ALL.forEach(calculations::putAll);
    return StreamSupport.stream(cases.spliterator(), false)
        .map(
            node ->
                DynamicTest.dynamicTest(node.get("case").asText(), () -> run(node, calculations)));
  }

  private static void run(JsonNode node, Map<String, Consumer<JsonNode>> calculations) {
    String name = node.get("case").asText();
    assertThat(calculations).as("a calculation for case %s", name).containsKey(name);
    Objects.requireNonNull(calculations.get(name)).accept(node);
  }
}

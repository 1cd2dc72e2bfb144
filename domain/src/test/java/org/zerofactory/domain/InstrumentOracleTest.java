package org.zerofactory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The worked cases of instruments and matching, as the files state them. */
class InstrumentOracleTest {

  private static final Path ACCOUNTING =
      Path.of(System.getProperty("oracles", "../../shared/oracles/accounting.json"));

  @TestFactory
  Stream<DynamicTest> casesOfTheAccountingFile() throws IOException {
    JsonNode cases = read(ACCOUNTING);
    return StreamSupport.stream(cases.spliterator(), false)
        .filter(node -> InstrumentCases.accounting().containsKey(node.get("case").asText()))
        .map(
            node ->
                DynamicTest.dynamicTest(
                    node.get("case").asText(),
                    () ->
                        InstrumentCases.accounting().get(node.get("case").asText()).accept(node)));
  }

  @TestFactory
  Stream<DynamicTest> valuesOfTheStandardsFile() throws IOException {
    JsonNode expected = read(ACCOUNTING.resolveSibling("standards.json"));
    return InstrumentCases.standards().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> compare(expected.path(entry.getKey()).asText(), entry.getValue().get())));
  }

  private static void compare(String expected, Object actual) {
    if (actual instanceof BigDecimal number) {
      assertThat(number.setScale(20, java.math.RoundingMode.HALF_EVEN))
          .isEqualByComparingTo(
              new BigDecimal(expected).setScale(20, java.math.RoundingMode.HALF_EVEN));
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }

  private static JsonNode read(Path file) throws IOException {
    assumeTrue(
        Files.exists(file), "no worked cases at " + file + ": name them with -Doracles=FILE");
    return new ObjectMapper().readTree(file.toFile());
  }
}

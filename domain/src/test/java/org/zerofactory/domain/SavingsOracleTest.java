package org.zerofactory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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

/** The savings' cases of both shared files, one test a case. */
final class SavingsOracleTest {

  @TestFactory
  Stream<DynamicTest> casesOfTheAccountingFile() throws IOException {
    JsonNode cases = read(System.getProperty("oracles", "../../shared/oracles/accounting.json"));
    var supported = SavingsCases.accounting();
    return StreamSupport.stream(cases.spliterator(), false)
        .filter(node -> supported.containsKey(node.path("case").asText()))
        .map(
            node ->
                DynamicTest.dynamicTest(
                    node.path("case").asText(),
                    () -> supported.get(node.path("case").asText()).accept(node)));
  }

  @TestFactory
  Stream<DynamicTest> figuresOfTheStandardsFile() throws IOException {
    JsonNode expected = read("../../shared/oracles/standards.json");
    return SavingsCases.standards().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> assertNear(entry.getValue().get(), expected.get(entry.getKey()))));
  }

  /**
   * Exact figures exactly; statistics to a millionth (standards.md, 12), for the file was computed
   * with quantiles of six decimals.
   */
  private static void assertNear(Object actual, JsonNode expected) {
    BigDecimal of = new BigDecimal(expected.asText());
    if (actual instanceof BigDecimal exact) {
      assertThat(exact).isEqualByComparingTo(of);
      return;
    }
    double tolerance = Math.max(1e-6 * Math.abs(of.doubleValue()), 1e-9);
    assertThat((Double) actual).isCloseTo(of.doubleValue(), within(tolerance));
  }

  private static JsonNode read(String name) throws IOException {
    Path file = Path.of(name);
    assumeTrue(Files.exists(file), "no worked cases at " + file);
    return new ObjectMapper().readTree(file.toFile());
  }
}

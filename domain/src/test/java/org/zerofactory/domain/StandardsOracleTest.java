package org.zerofactory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Ratio;

/**
 * Every number of the file that the system property {@code standards} names, one test a key. Exact
 * results are compared as such, fractions at the file's places, 25 digits at most, doubles to nine
 * digits.
 */
class StandardsOracleTest {

  /** Each class brings its numbers by key; a new one needs a line here. */
  private static final List<Map<String, Supplier<Object>>> ALL =
      List.of(
          FuelStandards.ALL,
          FactoryStandards.ALL,
          EnergyStandards.ALL,
          ArithmeticStandards.ALL,
          SavingsCases.standards(),
          InstrumentCases.standards());

  /** The file was computed with 28 digits, so the last ones of a long quotient are off. */
  private static final MathContext DIGITS = new MathContext(25);

  @TestFactory
  Stream<DynamicTest> everyNumberOfTheFile() throws IOException {
    Path beside = Path.of(System.getProperty("oracles", "../../shared/oracles/accounting.json"));
    Path file =
        Path.of(
            System.getProperty("standards", beside.resolveSibling("standards.json").toString()));
    assumeTrue(Files.exists(file), "no numbers at " + file + ": name them with -Dstandards=FILE");
    JsonNode numbers = new ObjectMapper().readTree(file.toFile());
    Map<String, Supplier<Object>> calculations = new HashMap<>();
    ALL.forEach(calculations::putAll);
    Iterable<String> keys = numbers::fieldNames;
    return StreamSupport.stream(keys.spliterator(), false)
        .map(
            key ->
                DynamicTest.dynamicTest(
                    key, () -> check(numbers.get(key).asText(), calculation(calculations, key))));
  }

  private static Supplier<Object> calculation(
      Map<String, Supplier<Object>> calculations, String key) {
    assertThat(calculations).as("a calculation for %s", key).containsKey(key);
    return Objects.requireNonNull(calculations.get(key));
  }

  private static void check(String expected, Supplier<Object> calculation) {
    Object result = calculation.get();
    if (result instanceof Ratio ratio) {
      BigDecimal number = new BigDecimal(expected);
      BigDecimal found = ratio.decimal(Math.max(0, number.scale()));
      assertThat(found.round(DIGITS)).isEqualByComparingTo(number.round(DIGITS));
    } else if (result instanceof BigDecimal exact) {
      BigDecimal number = new BigDecimal(expected);
      int places = Math.max(exact.scale(), number.scale());
      assertThat(exact.setScale(places).round(DIGITS))
          .isEqualByComparingTo(number.setScale(places).round(DIGITS));
    } else if (result instanceof Carbon carbon) {
      assertThat(carbon.tonnes()).isEqualByComparingTo(expected);
    } else if (result instanceof Double number) {
      double value = Double.parseDouble(expected);
      assertThat(number).isCloseTo(value, within(Math.max(1e-6 * Math.abs(value), 1e-9)));
    } else {
      assertThat(String.valueOf(result)).isEqualTo(expected);
    }
  }
}

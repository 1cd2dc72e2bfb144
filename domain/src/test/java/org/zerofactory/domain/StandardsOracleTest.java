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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
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
          FuelStandards.ALL, FactoryStandards.ALL, EnergyStandards.ALL, ArithmeticStandards.ALL);

  /** The file was computed with 28 digits, so the last ones of a long quotient are off. */
  private static final MathContext DIGITS = new MathContext(25);

  /** Groups of savings and of instruments that are not built yet: skipped by name. */
  private static final Pattern NOT_BUILT_YET =
      Pattern.compile(
          "(mv|t10|eemeter|gec|d24|cfe|with_storage)_.*"
              + "|hourly_matched|hourly_ratio|annual_ratio|MB_hourly_resid_kg|MB_annual_netted_kg");

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
                    key, () -> check(key, numbers.get(key).asText(), calculations.get(key))));
  }

  private static void check(String key, String expected, Supplier<Object> calculation) {
    if (calculation == null && NOT_BUILT_YET.matcher(key).matches()) {
      throw new TestAbortedException("not yet supported: " + key);
    }
    assertThat(calculation).as("a calculation for %s", key).isNotNull();
    Object result = calculation.get();
    if (result instanceof Ratio ratio) {
      BigDecimal number = new BigDecimal(expected);
      BigDecimal found = ratio.decimal(Math.max(0, number.scale()));
      assertThat(found.round(DIGITS)).isEqualByComparingTo(number.round(DIGITS));
    } else if (result instanceof BigDecimal exact) {
      assertThat(exact).isEqualByComparingTo(expected);
    } else if (result instanceof Carbon carbon) {
      assertThat(carbon.tonnes()).isEqualByComparingTo(expected);
    } else if (result instanceof Double number) {
      double value = Double.parseDouble(expected);
      assertThat(number).isCloseTo(value, within(Math.abs(value) * 1e-9));
    } else {
      assertThat(String.valueOf(result)).isEqualTo(expected);
    }
  }
}

package org.zerofactory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A worked example of our own: its arithmetic stands in a comment above it.
 *
 * @param source whose rule it follows
 */
public record WorkedCase(
    String name, String source, String expected, Supplier<BigDecimal> calculation) {

  /** One test a case. */
  public static Stream<DynamicTest> tests(List<WorkedCase> cases) {
    return cases.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name + " (" + each.source + ")",
                    () -> assertThat(each.calculation.get()).isEqualByComparingTo(each.expected)));
  }
}

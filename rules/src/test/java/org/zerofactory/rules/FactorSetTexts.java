package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;

/** Sets of factors that tests write as texts. */
final class FactorSetTexts {

  /** One factor of one year. */
  static final String SET =
      """
      kind: emission-factors
      set: de-grid-2023
      edition: agency-2025
      title: Electricity in Germany
      publisher: An agency
      document: A report
      published: 2025-04
      use: location-based
      data-year: 2023
      zone: Europe/Berlin
      unit: kg/kWh
      gas-basis: CO2
      boundary: generation
      verification: original
      values:
        - { id: de-average-2023, series: de-average, region: DE, value: "0.380", place: table 1 }
      """;

  private FactorSetTexts() {}

  static FactorLibrary library(String... texts) {
    return FactorLibrary.of(sources(texts));
  }

  static List<String> faults(String... texts) {
    var wrong =
        catchThrowableOfType(DataFileException.class, () -> FactorLibrary.of(sources(texts)));
    return wrong.faults().stream().map(DataFault::toString).toList();
  }

  private static List<DataSource> sources(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(i -> new DataSource("f" + i + ".yaml", texts[i]))
        .toList();
  }
}

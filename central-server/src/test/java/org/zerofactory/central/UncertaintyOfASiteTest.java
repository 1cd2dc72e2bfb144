package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Doubts that a site's accounts state reach its inventory. */
final class UncertaintyOfASiteTest {

  /** 2025-01-01 in Shanghai. */
  private static final Instant START = Instant.parse("2024-12-31T16:00:00Z");

  @TempDir Path folder;

  // the demo's accounts: meter 0.5S, transformers 0.5S and 0.5 -> sqrt(0.75) = 0.8660 %, and not
  // the
  // category's 0.5 %; factors 0.5306 kg/kWh 5 %, supply 0.05 and losses 0.025 50 % each; the meter
  // is
  // off for all three: sqrt((0.8660 x 0.6056)^2 + 2.653^2 + 2.5^2 + 1.25^2) / 0.6056 = 6.4221 %
  @Test
  void meterAndFactorAreCombinedInQuadratureAndByMonteCarlo() {
    JournalBuilder journal = JournalBuilder.of(TestSites.site("wuhan-demo", "Asia/Shanghai"));
    journal.quarter(
        START, Map.of(TestSites.IMPORT, 1_000_000L, TestSites.EXPORT, 0L, TestSites.PV, 0L));
    try (HttpFixture server = new HttpFixture(folder)) {
      server.pushAll("wuhan-demo", journal);

      JsonNode uncertainty =
          server.json("/api/v1/sites/wuhan-demo/inventory?year=2025").at("/content/uncertainty");

      assertThat(uncertainty.path("quadraturePercent").asText()).isEqualTo("6.4221");
      assertThat(uncertainty.at("/monteCarlo/percent").asDouble()).isBetween(6.1, 6.7);
      // sources by name and category: gas, its upstream, grid, its upstream
      assertThat(uncertainty.at("/sources/2/source").asText()).isEqualTo("grid");
      assertThat(uncertainty.at("/sources/2/category").asText()).isEqualTo("electricity");
      // sqrt(0.75 + 25) = 5.0744 %
      assertThat(uncertainty.at("/sources/2/percent").asText()).isEqualTo("5.0744");
      assertThat(uncertainty.at("/sources/2/band").asText()).isEqualTo("good");
      assertThat(uncertainty.path("unstatedUg").asText()).isEqualTo("0");
    }
  }
}

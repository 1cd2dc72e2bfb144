package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demo --check}: what the README promises, and a second start that goes on. */
final class DemoTest {

  private static final Duration LIMIT = Duration.ofMinutes(8);

  @TempDir private Path folder;

  @Test
  void aYearIsFilledAndASecondStartGoesOn() {
    JsonNode first = check();
    JsonNode second = check();

    assertThat(first.path("ok").asBoolean()).as(first.toString()).isTrue();
    assertThat(first.path("blocks").asLong()).isGreaterThan(365 * 96);
    assertThat(first.path("savedTonnes").asDouble()).isBetween(14_000.0, 16_000.0);
    assertThat(first.path("energySavedKwh").asLong()).isBetween(400_000L, 440_000L);
    assertThat(second.path("ok").asBoolean()).as(second.toString()).isTrue();
    assertThat(second.path("blocks").asLong())
        .isGreaterThanOrEqualTo(first.path("blocks").asLong());
    assertThat(second.path("savedTonnes")).isEqualTo(first.path("savedTonnes"));
    assertThat(second.path("yearFilledSeconds").asDouble())
        .as("a second start has the year already")
        .isLessThan(first.path("yearFilledSeconds").asDouble());
  }

  private JsonNode check() {
    try (Program demo =
        Program.ours(
            "demo", List.of(), folder, "--check", "--data", folder.resolve("data").toString())) {
      int exitCode = demo.waitForExit(LIMIT);
      assertThat(exitCode).as(demo.output()).isZero();
      List<String> lines = demo.lines().stream().filter(line -> line.startsWith("{")).toList();
      return Http.parse(lines.get(lines.size() - 1));
    }
  }
}

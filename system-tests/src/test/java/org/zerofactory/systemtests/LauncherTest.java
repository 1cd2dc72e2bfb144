package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the launcher's shell test; each of its cases is one test here. */
final class LauncherTest {

  @TestFactory
  Stream<DynamicTest> launcherCases() throws IOException, InterruptedException {
    Path script = Project.root().resolve("system-tests/src/test/shell/launcher-test.sh");
    Process process =
        new ProcessBuilder("bash", script.toString()).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", script).isTrue();

    List<String> cases = lines.stream().filter(line -> line.matches("(not )?ok .*")).toList();
    assertThat(lines).as("the plan that ends a TAP report").contains("1.." + cases.size());
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(
            line ->
                dynamicTest(line.replaceAll("^(not )?ok \\d+ - | #.*$", ""), () -> holds(line)));
  }

  private static void holds(String line) {
    assertThat(line).startsWith("ok ");
  }
}

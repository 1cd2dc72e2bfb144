package org.zerofactory.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUnitTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path JVM_OPTIONS = ROOT.resolve("edge-agent/src/main/dist/jvm.options");

  @ParameterizedTest
  @ValueSource(strings = {"raspberry-pi", "industrial-pc"})
  void theAgentRunsAsItsOwnUserAndCanWriteItsDataOnly(String computer) throws IOException {
    List<String> lines = Files.readAllLines(unit(computer));

    assertThat(lines)
        .contains(
            "User=zerofactory",
            "ProtectSystem=strict",
            "ProtectHome=true",
            "NoNewPrivileges=true",
            "CapabilityBoundingSet=",
            "StateDirectory=zerofactory zerofactory/tmp",
            "Restart=always")
        .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute=true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"raspberry-pi", "industrial-pc"})
  @Timeout(60)
  void javaKnowsTheOptionsOfTheUnit(String computer) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options(unit(computer)));
    command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));

    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(java.getInputStream().readAllBytes());

    assertThat(java.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(java.exitValue()).as(output).isZero();
    assertThat(output).containsPattern("bool ExitOnOutOfMemoryError +:?= true");
    assertThat(command).contains("@" + JVM_OPTIONS);
    assertThat(Files.readAllLines(JVM_OPTIONS))
        .contains("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
  }

  /** The unit's own options, and the file that it names where the build has put it. */
  private static List<String> options(Path unit) throws IOException {
    String text = Files.readString(unit).replace("\\\n", " ");
    String command =
        text.lines().filter(line -> line.startsWith("ExecStart=")).findFirst().orElseThrow();
    return Arrays.stream(command.split("\\s+"))
        .filter(word -> word.startsWith("-X") || word.startsWith("-D") || word.startsWith("@"))
        .map(word -> word.replace("@/opt/zerofactory/edge-agent/jvm.options", "@" + JVM_OPTIONS))
        .toList();
  }

  private static Path unit(String computer) {
    return ROOT.resolve("hardware-configs/" + computer + "/zerofactory-edge.service");
  }
}

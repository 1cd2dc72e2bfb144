package org.zerofactory.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @TempDir private Path folder;

  @Test
  void helpEndsWithZero() {
    assertThat(PlantSimulator.run("--help")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--speed 0",
        "--speed fast",
        "--start yesterday",
        "--no-plant",
        "--colour red",
        "--port 70000"
      })
  void aWrongOptionEndsWithTwo(String arguments) {
    assertThat(PlantSimulator.run(arguments.split(" "))).isEqualTo(2);
  }

  @Test
  void whatCannotRunEndsWithOne() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.password"), "\n");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      String data = folder.resolve("data").toString();

      assertThat(PlantSimulator.run("--port", port, "--data", data)).isEqualTo(1);
      assertThat(PlantSimulator.run("--port", "0", "--data", data, "--fault", "stuck"))
          .isEqualTo(1);
      assertThat(
              PlantSimulator.run(
                  "--port", "0", "--data", data, "--password-file", empty.toString()))
          .isEqualTo(1);
      assertThat(PlantSimulator.run("--port", "0", "--start", "2023-01-01T00:00Z")).isEqualTo(1);
    }
  }
}

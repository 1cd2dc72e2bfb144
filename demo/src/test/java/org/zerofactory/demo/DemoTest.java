package org.zerofactory.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir private Path folder;

  @Test
  void thePlantsTimeComesBackAsItWasWritten() throws IOException {
    var file = new PlantTimeFile(folder);
    assertThat(file.read()).isEmpty();

    file.write(Instant.parse("2026-01-05T02:00:00Z"));
    file.write(Instant.parse("2026-01-05T03:00:00Z"));

    assertThat(file.read()).contains(Instant.parse("2026-01-05T03:00:00Z"));
    assertThat(PlantTimeFile.isIn(folder)).isTrue();
  }

  @Test
  void aDamagedPlantTimeIsNamedWithItsFile() throws IOException {
    Files.writeString(folder.resolve("plant-time"), "yesterday");

    assertThatThrownBy(() -> new PlantTimeFile(folder).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("plant-time: expected an instant, found \"yesterday\"");
  }

  @Test
  void freshLeavesAFolderAloneThatIsNoDemo() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "years of work");

    int exitCode = Demo.execute("--fresh", "--data", folder.toString());

    assertThat(exitCode).isEqualTo(1);
    assertThat(folder.resolve("thesis.txt")).exists();
  }

  @Test
  void aSpeedThatThePlantCannotRunIsRefused() {
    assertThat(Demo.execute("--speed", "1001")).isEqualTo(2);
    assertThat(Demo.execute("--speed", "0")).isEqualTo(2);
  }

  @Test
  void thePasswordIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
    var password = new DemoSite(folder).password();

    assertThat(new DemoSite(folder).password()).isEqualTo(password).hasSizeGreaterThan(20);
    assertThat(Files.getPosixFilePermissions(folder.resolve("plant.password"))).hasSize(2);
  }

  @Test
  void theLastLineHasWhatAProgramAsksFor() {
    var result =
        new DemoCheck.Result(
            Optional.of("no \"luck\""),
            new BigDecimal("5.4"),
            new BigDecimal("40.5"),
            38_441,
            "14850.1",
            419_544);

    assertThat(DemoCheckLine.of(result))
        .isEqualTo(
            "{\"ok\":false,\"firstPageSeconds\":5.4,\"yearFilledSeconds\":40.5,\"blocks\":38441,"
                + "\"savedTonnes\":14850.1,\"energySavedKwh\":419544,\"problem\":\"no \\\"luck\\\"\"}");
  }
}

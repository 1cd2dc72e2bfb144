package org.zerofactory.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataSource;

/** However a file is broken, the answer is a list of faults and never another exception. */
class BrokenFilesTest {

  private static final long SEED = 20_261_123;
  private static final int ROUNDS = 1500;
  private static final DeviceTemplates TEMPLATES = DeviceTemplates.packaged();

  /** What slips into files: YAML's own signs, values of other types, and what belongs elsewhere. */
  private static final List<String> SLIPS =
      List.of(
          "",
          " ",
          "\n",
          "\t",
          ":",
          "- ",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "'",
          "#",
          "&a ",
          "*a",
          "!!x ",
          "|\n",
          "null",
          "true",
          "-1",
          "0",
          "1e99",
          "0x7",
          ".nan",
          "99999999999999999999",
          "é",
          "\u0000",
          "[[]]",
          "{a: b}",
          "\uD83D",
          "2024-13-45",
          "%",
          "@",
          "---\n",
          "...\n",
          "? ",
          "<<: *a");

  @Test
  void brokenSiteFilesGiveFaults() {
    String site =
        SiteFile.packaged("wuhan-demo").text().lines().limit(45).reduce("", (a, b) -> a + b + "\n");

    int refused = breakIt(site, source -> SiteFile.read(source, Path.of("/etc"), TEMPLATES));

    assertThat(refused).isGreaterThan(ROUNDS / 4);
  }

  @Test
  void brokenTemplatesGiveFaults() {
    String template =
        DataFolder.packaged(
                DeviceTemplates.class, "/hardware-configs/device-templates", "-machine.yaml")
            .get(0)
            .text();

    int refused = breakIt(template, source -> DeviceTemplates.of(List.of(source)));

    assertThat(refused).isGreaterThan(ROUNDS / 4);
  }

  private static int breakIt(String text, Consumer<DataSource> reader) {
    var random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String broken = broken(text, random);
      Optional<RuntimeException> thrown = thrown(reader, broken);
      assertThat(thrown.filter(wrong -> !(wrong instanceof DataFileException)))
          .as("reading%n%s", broken)
          .isEmpty();
      refused += thrown.isPresent() ? 1 : 0;
    }
    return refused;
  }

  private static Optional<RuntimeException> thrown(Consumer<DataSource> reader, String text) {
    try {
      reader.accept(new DataSource("broken.yaml", text));
      return Optional.empty();
    } catch (RuntimeException wrong) {
      return Optional.of(wrong);
    }
  }

  private static String broken(String text, Random random) {
    var broken = new StringBuilder(text);
    for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
      int at = random.nextInt(broken.length());
      int end = Math.min(broken.length(), at + random.nextInt(12));
      broken.replace(at, end, SLIPS.get(random.nextInt(SLIPS.size())));
    }
    return broken.toString();
  }
}

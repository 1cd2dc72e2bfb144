package org.zerofactory.systemtests;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Where things are on the machine that runs the tests. */
final class Project {

  private Project() {}

  /** The work tree's root. */
  static Path root() {
    return Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
  }

  /**
   * A file of the folder with published data (system property {@code shared.folder}); the test is
   * skipped with a message where it is absent.
   */
  static Path sharedFile(String name) {
    Path file = Path.of(System.getProperty("shared.folder", "../../shared")).resolve(name);
    Assumptions.assumeTrue(
        Files.isReadable(file), "skipped: " + file + " is not there (set -Dshared.folder=...)");
    return file.toAbsolutePath().normalize();
  }

  /**
   * Ends the test unless {@code present}: skipped with a message on a developer's machine, failed
   * where ZEROFACTORY_REQUIRE_TOOLS=true promises every tool (.ci/run sets it).
   */
  static void requireTool(boolean present, String what, String howToGetIt) {
    if (!present) {
      String message = what + " is missing; " + howToGetIt;
      if ("true".equals(System.getenv("ZEROFACTORY_REQUIRE_TOOLS"))) {
        Assertions.fail(message);
      }
      Assumptions.abort("skipped: " + message);
    }
  }
}

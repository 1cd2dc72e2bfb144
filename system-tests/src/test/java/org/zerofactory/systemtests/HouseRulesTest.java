package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every text file of the tree, whatever its language. */
final class HouseRulesTest {

  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "node_modules", "demo-data", "vendor", ".idea", ".vscode");

  /** Words are put together here, so that this file does not break its own rule. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "\\b("
              + String.join("|", "TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")
              + ")\\b|(?i)\\bfor "
              + "now\\b|\\bnot "
              + "implemented\\b|(?<![-:$<])\\bstu"
              + "b(bed)?\\b");

  private static final Pattern SLEEP = Pattern.compile("Thread\\.(onSpinWait|sle" + "ep)\\(");
  private static final Pattern REGISTRY =
      Pattern.compile("registry\\.npm" + "js|repo1?\\.maven" + "\\.(apache\\.)?org|repo\\.maven");
  private static final int LONGEST_JAVA_FILE = 400;

  private static List<Path> files = List.of();

  @BeforeAll
  static void listTheTree() throws IOException {
    files = new ArrayList<>();
    collect(Project.root(), files);
  }

  @Test
  void nothingIsMarkedAsUnfinished() {
    assertThat(linesOf(HouseRulesTest::isCode, UNFINISHED)).isEmpty();
  }

  @Test
  void testsWaitForConditionsAndNeverSleep() {
    assertThat(linesOf(path -> path.toString().contains("/src/test/"), SLEEP)).isEmpty();
  }

  /**
   * A lock file that names a registry's host works on the machine that wrote it, and elsewhere not.
   */
  @Test
  void noFileNamesARegistryHost() {
    assertThat(linesOf(path -> true, REGISTRY)).isEmpty();
    assertThat(
            linesOf(
                path -> path.endsWith("package-lock.json"), Pattern.compile("\"resolved\"\\s*:")))
        .isEmpty();
  }

  @Test
  void javaFilesStayReadable() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : files) {
      if (file.toString().endsWith(".java")) {
        try (Stream<String> lines = Files.lines(file)) {
          long count = lines.count();
          if (count > LONGEST_JAVA_FILE) {
            tooLong.add(Project.root().relativize(file) + ": " + count + " lines");
          }
        }
      }
    }
    assertThat(tooLong).as("files over " + LONGEST_JAVA_FILE + " lines").isEmpty();
  }

  @Test
  void everyModuleFolderHasItsPom() throws IOException {
    String parent = Files.readString(Project.root().resolve("pom.xml"));
    List<String> modules = new ArrayList<>();
    var matcher = Pattern.compile("<module>([^<]+)</module>").matcher(parent);
    while (matcher.find()) {
      modules.add(matcher.group(1));
    }

    assertThat(modules).isNotEmpty();
    assertThat(modules)
        .allSatisfy(module -> assertThat(Project.root().resolve(module + "/pom.xml")).exists());
  }

  private static boolean isCode(Path path) {
    return Stream.of(".java", ".js", ".mjs", ".css", ".html", ".sh", ".yaml", ".xml", ".sql")
        .anyMatch(path.toString()::endsWith);
  }

  private static List<String> linesOf(Predicate<Path> chosen, Pattern pattern) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      if (chosen.test(file)) {
        List<String> lines = read(file);
        for (int i = 0; i < lines.size(); i++) {
          if (pattern.matcher(lines.get(i)).find()) {
            found.add(
                Project.root().relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
          }
        }
      }
    }
    return found;
  }

  /** A file that is not UTF-8 text (a picture) has no lines. */
  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException notText) {
      return List.of();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void collect(Path folder, List<Path> into) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (NOT_OURS.contains(entry.getFileName().toString())) {
          continue;
        }
        if (Files.isDirectory(entry)) {
          collect(entry, into);
        } else {
          into.add(entry);
        }
      }
    }
  }
}

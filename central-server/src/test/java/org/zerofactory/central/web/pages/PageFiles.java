package org.zerofactory.central.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages' files as the build has put them together, the unpacked libraries included. */
final class PageFiles {

  private PageFiles() {}

  /** The folder that the server serves as `/`. */
  static Path root() {
    URL index = Objects.requireNonNull(PageFiles.class.getResource("/web/index.html"));
    try {
      return Objects.requireNonNull(Path.of(index.toURI()).getParent());
    } catch (URISyntaxException fault) {
      throw new IllegalStateException(index + ": no address of a file", fault);
    }
  }

  /** Our own files with one of these endings; the libraries' are not ours to judge. */
  static List<Path> own(String... endings) {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(root().resolve("vendor")))
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static String text(String path) {
    return text(root().resolve(path));
  }

  /** All that the pattern's first group finds. */
  static TreeSet<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    TreeSet<String> found = new TreeSet<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}

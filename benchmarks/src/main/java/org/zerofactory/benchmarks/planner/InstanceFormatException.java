package org.zerofactory.benchmarks.planner;

import java.nio.file.Path;

/** An instance file that does not have the form it should have. */
final class InstanceFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InstanceFormatException(Path file, int line, String field, String expected, String found) {
    super("%s:%d: %s: expected %s, found \"%s\"".formatted(file, line, field, expected, found));
  }
}

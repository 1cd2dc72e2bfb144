package org.zerofactory.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Remembers the plant's time, so that a demo stopped for a week goes on where it was. */
final class PlantTimeFile {

  private final Path file;

  PlantTimeFile(Path folder) {
    this.file = folder.resolve("plant-time");
  }

  /** Whether the folder holds a demo. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve("plant-time"));
  }

  /**
   * @throws IOException if the file is there but holds no instant
   */
  Optional<Instant> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = Files.readString(file).strip();
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new IOException(file + ": expected an instant, found \"" + text + "\"", e);
    }
  }

  /** Replaces the file as a whole: a kill leaves the old or the new time, never half of one. */
  void write(Instant plantTime) throws IOException {
    Path next = file.resolveSibling("plant-time.next");
    Files.writeString(next, plantTime.toString());
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}

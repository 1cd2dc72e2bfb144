package org.zerofactory.datafile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of one data file and the name by which faults call it.
 *
 * @param name a path, or for a packaged file its path in the source tree
 * @param text at most {@link #MAXIMUM_BYTES} of UTF-8
 */
public record DataSource(String name, String text) {

  /** A data file is written by people: the largest sensible one is far below this. */
  public static final int MAXIMUM_BYTES = 1 << 20;

  /**
   * Reads a file.
   *
   * @throws DataFileException if it is missing, unreadable, too large or not UTF-8
   */
  public static DataSource of(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(file.toString(), stream);
    } catch (NoSuchFileException missing) {
      throw fault(file.toString(), "expected a file, but there is none");
    } catch (IOException unreadable) {
      throw fault(file.toString(), "cannot be read: " + unreadable.getMessage());
    }
  }

  /**
   * Reads a file that is packaged with the program.
   *
   * @param anchor a class of the same jar
   * @param resource absolute name on the class path, such as {@code /rules/schema/x.json}
   * @throws DataFileException if it is missing, too large or not UTF-8
   */
  public static DataSource packaged(Class<?> anchor, String resource) {
    String name = resource.substring(1);
    try (InputStream stream = anchor.getResourceAsStream(resource)) {
      if (stream == null) {
        throw fault(name, "expected a packaged file, but there is none of this name");
      }
      return read(name, stream);
    } catch (IOException unreadable) {
      throw fault(name, "cannot be read: " + unreadable.getMessage());
    }
  }

  private static DataSource read(String name, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(MAXIMUM_BYTES + 1);
    if (bytes.length > MAXIMUM_BYTES) {
      throw fault(name, "expected at most " + MAXIMUM_BYTES + " bytes but the file is larger");
    }
    try {
      return new DataSource(name, Utf8Text.of(bytes));
    } catch (CharacterCodingException notUtf8) {
      throw fault(name, "expected UTF-8 text but the bytes are not UTF-8");
    }
  }

  private static DataFileException fault(String name, String problem) {
    return new DataFileException(List.of(DataFault.ofFile(name, problem)));
  }
}

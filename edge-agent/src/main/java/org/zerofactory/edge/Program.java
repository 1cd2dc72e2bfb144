package org.zerofactory.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/**
 * What the build wrote about itself.
 *
 * @param built no true clock shows an earlier time
 */
record Program(String version, Instant built) {

  static Program current() {
    Properties properties = new Properties();
    try (InputStream stream = Program.class.getResourceAsStream("program.properties")) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its file program.properties");
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("reading program.properties", e);
    }
    return new Program(
        properties.getProperty("version"), Instant.parse(properties.getProperty("built")));
  }
}

package org.zerofactory.hardware;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An OPC UA server.
 *
 * @param endpoint {@code opc.tcp://host:port/path}
 * @param user empty for an anonymous session
 */
public record SourceConfiguration(
    String id, String endpoint, Security security, Optional<User> user) {

  /** Security policy; with one, messages are signed and encrypted. */
  public enum Security {
    NONE("None"),
    BASIC256SHA256("Basic256Sha256");

    private final String word;

    Security(String word) {
      this.word = word;
    }

    /** The word in site files. */
    public String word() {
      return word;
    }
  }

  /** A user of the server; the file's first line is the password. */
  public record User(String name, Path passwordFile) {}

  SourceConfiguration at(String newEndpoint) {
    return new SourceConfiguration(id, newEndpoint, security, user);
  }
}

package org.zerofactory.central;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server runs.
 *
 * @param host address to listen on
 * @param port 0 for a free one
 * @param data folder of the database
 * @param accounts folder of accounts files; those that come with the program if empty
 * @param factors folder of factor sets beside those that come with the program
 */
public record ServerOptions(
    String host, int port, Path data, Optional<Path> accounts, Optional<Path> factors) {

  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  /**
   * @throws IllegalArgumentException if the port is not 0 to 65535
   */
  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("expected a port from 0 to 65535, found " + port);
    }
  }

  /** The defaults: loopback address, default port, the program's own accounts. */
  public static ServerOptions in(Path data) {
    return new ServerOptions(DEFAULT_HOST, DEFAULT_PORT, data, Optional.empty(), Optional.empty());
  }

  /** The same on another port. */
  public ServerOptions withPort(int other) {
    return new ServerOptions(host, other, data, accounts, factors);
  }

  /** The same with accounts files of a folder. */
  public ServerOptions withAccounts(Path folder) {
    return new ServerOptions(host, port, data, Optional.of(folder), factors);
  }

  /** The same with the factor sets of a folder beside the packaged ones. */
  public ServerOptions withFactors(Path folder) {
    return new ServerOptions(host, port, data, accounts, Optional.of(folder));
  }
}

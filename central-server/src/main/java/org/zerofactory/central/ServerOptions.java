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
 * @param rules folders of rules beside those that come with the program
 */
public record ServerOptions(
    String host, int port, Path data, Optional<Path> accounts, RuleFolders rules) {

  /** Folders of files that stand beside the packaged ones; empty where there is none. */
  public record RuleFolders(
      Optional<Path> factors, Optional<Path> alerts, Optional<Path> certification) {

    public static final RuleFolders NONE =
        new RuleFolders(Optional.empty(), Optional.empty(), Optional.empty());
  }

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
    return new ServerOptions(DEFAULT_HOST, DEFAULT_PORT, data, Optional.empty(), RuleFolders.NONE);
  }

  /** The same on another port. */
  public ServerOptions withPort(int other) {
    return new ServerOptions(host, other, data, accounts, rules);
  }

  /** The same with accounts files of a folder. */
  public ServerOptions withAccounts(Path folder) {
    return new ServerOptions(host, port, data, Optional.of(folder), rules);
  }

  /** The same with the factor sets of a folder beside the packaged ones. */
  public ServerOptions withFactors(Path folder) {
    return with(new RuleFolders(Optional.of(folder), rules.alerts(), rules.certification()));
  }

  /** The same with the alert rules of a folder beside the packaged ones. */
  public ServerOptions withAlertRules(Path folder) {
    return with(new RuleFolders(rules.factors(), Optional.of(folder), rules.certification()));
  }

  /** The same with the certification schemes of a folder beside the packaged ones. */
  public ServerOptions withCertification(Path folder) {
    return with(new RuleFolders(rules.factors(), rules.alerts(), Optional.of(folder)));
  }

  private ServerOptions with(RuleFolders folders) {
    return new ServerOptions(host, port, data, accounts, folders);
  }

  /** Folder of factor sets beside those that come with the program. */
  public Optional<Path> factors() {
    return rules.factors();
  }
}

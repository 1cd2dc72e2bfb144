package org.zerofactory.simulator.opcua;

import java.nio.file.Path;

/**
 * Where the server listens and who may use it.
 *
 * @param port 1 to 65535; 0 takes a free port
 * @param folder keeps the certificate
 */
public record Access(String host, int port, String user, String password, Path folder) {

  public Access {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + ": expected 0 to 65535");
    }
    if (user.isBlank() || password.isEmpty()) {
      throw new IllegalArgumentException("user '" + user + "': expected a name and a password");
    }
  }

  @Override
  public String toString() {
    return "Access[" + user + "@" + host + ":" + port + "]";
  }
}

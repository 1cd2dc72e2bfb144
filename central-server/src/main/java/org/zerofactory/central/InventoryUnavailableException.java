package org.zerofactory.central;

/** The command line cannot get an inventory. */
final class InventoryUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  InventoryUnavailableException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}

package org.zerofactory.edge;

/** How the program ends. */
final class ExitCodes {

  static final int OK = 0;
  static final int FAILURE = 1;
  static final int USAGE = 2;
  static final int CONFIG_INVALID = 4;
  static final int NOT_REACHABLE = 5;

  private ExitCodes() {}
}

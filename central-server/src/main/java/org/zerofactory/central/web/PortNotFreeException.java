package org.zerofactory.central.web;

/** The HTTP server cannot listen where it was told to. */
public final class PortNotFreeException extends RuntimeException {

  PortNotFreeException(String host, int port, Throwable cause) {
    super("cannot listen on " + host + ":" + port + ": " + cause.getMessage(), cause);
  }
}

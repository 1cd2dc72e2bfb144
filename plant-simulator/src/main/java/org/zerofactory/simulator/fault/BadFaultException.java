package org.zerofactory.simulator.fault;

/** A fault's text that cannot be carried out; the message names the text and what was expected. */
public final class BadFaultException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BadFaultException(String text, String expected) {
    super("fault '" + text + "': " + expected);
  }
}

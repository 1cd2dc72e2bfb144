package org.zerofactory.domain.journal;

/** A text is not the JSON that was expected; the message names the place. */
public final class JsonFormatException extends RuntimeException {

  public JsonFormatException(String message) {
    super(message);
  }
}

package org.zerofactory.central.store;

/** The database failed or holds what it never should; the message says where. */
public final class StoreException extends RuntimeException {

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

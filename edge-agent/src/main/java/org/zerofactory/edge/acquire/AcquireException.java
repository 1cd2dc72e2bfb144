package org.zerofactory.edge.acquire;

/** A source that cannot be used: says why and what a person can do about it. */
public final class AcquireException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SourceEvent.Kind kind;
  private final String advice;

  AcquireException(SourceEvent.Kind kind, String message, String advice) {
    super(message);
    this.kind = kind;
    this.advice = advice;
  }

  AcquireException(SourceEvent.Kind kind, String message, String advice, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.advice = advice;
  }

  /** Which event it makes. */
  public SourceEvent.Kind kind() {
    return kind;
  }

  /** What to do; empty if nothing. */
  public String advice() {
    return advice;
  }
}

package org.zerofactory.edge.acquire;

import org.jspecify.annotations.Nullable;
import org.zerofactory.edge.alarm.Wording;

/** A source that cannot be used: says why and what a person can do about it. */
public final class AcquireException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SourceEvent.Kind kind;
  private final transient Wording text;
  private final transient Wording advice;

  AcquireException(SourceEvent.Kind kind, Wording text, Wording advice) {
    this(kind, text, advice, null);
  }

  AcquireException(SourceEvent.Kind kind, Wording text, Wording advice, @Nullable Throwable cause) {
    super(text.english(), cause);
    this.kind = kind;
    this.text = text;
    this.advice = advice;
  }

  /** Which event it makes. */
  public SourceEvent.Kind kind() {
    return kind;
  }

  /** The message in both languages. */
  public Wording text() {
    return text;
  }

  /** What to do; empty if nothing. */
  public Wording advice() {
    return advice;
  }
}

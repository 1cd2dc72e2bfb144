package org.zerofactory.domain.ledger;

/** A step that is not allowed as things stand. */
public final class LedgerRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What kind of refusal it is. */
  public enum Kind {
    /** There is no such thing. */
    UNKNOWN,
    /** The thing stands otherwise than the step needs. */
    CONFLICT,
    /** What was sent cannot be taken. */
    INVALID
  }

  private final Kind kind;
  private final String code;

  /**
   * @param code a word that pages translate, such as {@code same-person}
   */
  public LedgerRefusedException(Kind kind, String code, String detail) {
    super(detail);
    this.kind = kind;
    this.code = code;
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }
}

package org.zerofactory.domain.instrument;

/**
 * The eight quality criteria for instruments.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), quality criteria; wording from memory,
 * unverified against the text.
 */
public enum Criterion {
  CONVEYS_RATE(1, "conveys the greenhouse-gas emission rate"),
  SOLE_CLAIM(2, "is the only instrument for its claim"),
  RETIRED(3, "is tracked and retired for the one who reports"),
  VINTAGE(4, "was generated as close as possible to the consumption"),
  MARKET(5, "is from the same market as the consumption"),
  SUPPLIER_BASIS(6, "a supplier's factor rests on delivered power with certificates retired"),
  NOT_SOLD_ON(7, "attributes of direct or own power are not sold on"),
  RESIDUAL(8, "a residual mix is available, or its absence is disclosed");

  private final int number;
  private final String text;

  Criterion(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** 1 to 8. */
  public int number() {
    return number;
  }

  /** What it asks, for people. */
  public String text() {
    return text;
  }

  /** How an instrument stands to a criterion. */
  public enum Outcome {
    MET,
    NOT_MET,
    NOT_APPLICABLE;

    /** The word in exports. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** The outcome of one criterion with its reason, for people. */
  public record Result(Criterion criterion, Outcome outcome, String reason) {}

  Result met(String reason) {
    return new Result(this, Outcome.MET, reason);
  }

  Result notMet(String reason) {
    return new Result(this, Outcome.NOT_MET, reason);
  }

  Result notApplicable(String reason) {
    return new Result(this, Outcome.NOT_APPLICABLE, reason);
  }
}

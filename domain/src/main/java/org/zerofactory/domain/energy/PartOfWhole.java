package org.zerofactory.domain.energy;

/** A part is never more than its whole: a published platform's mock-up broke this. */
public final class PartOfWhole {

  private PartOfWhole() {}

  /**
   * @throws IllegalStateException if the part is more than the whole
   */
  public static void require(String part, long value, long whole) {
    if (value > whole) {
      throw new IllegalStateException(
          part + " must be at most the whole of " + whole + ", but was " + value);
    }
  }
}

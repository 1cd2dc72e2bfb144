package org.zerofactory.rules.expression;

import java.util.Optional;
import java.util.Set;

/** What an expression gives for some values: a value, or that it cannot be known. */
public sealed interface Outcome {

  /**
   * A value: {@link Double}, {@link Long}, {@link String}, {@link Boolean}, {@link
   * java.time.Duration}, list or map by the type of the expression.
   */
  record Known(Object value) implements Outcome {}

  /**
   * No value. It is neither false nor zero.
   *
   * @param missing names without a value that the result hangs on, sorted; empty if it cannot be
   *     calculated for another reason
   * @param reason in words
   */
  record Unknown(Set<String> missing, String reason) implements Outcome {}

  /** Whether the expression is known to be true. */
  default boolean isTrue() {
    return this instanceof Known known && Boolean.TRUE.equals(known.value());
  }

  /** Whether the expression is known to be false. */
  default boolean isFalse() {
    return this instanceof Known known && Boolean.FALSE.equals(known.value());
  }

  /** The number, if there is one and it is finite. */
  default Optional<Double> number() {
    return this instanceof Known known && known.value() instanceof Number number
        ? Optional.of(number.doubleValue()).filter(Double::isFinite)
        : Optional.empty();
  }
}

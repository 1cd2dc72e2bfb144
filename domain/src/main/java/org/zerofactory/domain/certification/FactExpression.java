package org.zerofactory.domain.certification;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A compiled expression over facts. It has a value only where all facts that it reads are known.
 *
 * @param text as it stands in the scheme's file
 * @param reads every fact that the expression names
 * @param value asked only when all of them are known; may throw {@link ArithmeticException}
 */
public record FactExpression<T>(
    String text, Set<Fact> reads, Function<CertificationFacts, T> value) {

  public FactExpression {
    reads = Set.copyOf(reads);
  }

  /** Empty if a fact is not known or the value is outside of what whole numbers hold. */
  Optional<T> of(CertificationFacts facts) {
    if (!unknown(facts).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(value.apply(facts));
    } catch (ArithmeticException outside) {
      return Optional.empty();
    }
  }

  /** The facts that it reads and that are not known. */
  Set<Fact> unknown(CertificationFacts facts) {
    return reads.stream()
        .filter(fact -> !facts.knows(fact))
        .collect(Collectors.toUnmodifiableSet());
  }
}

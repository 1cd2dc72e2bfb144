package org.zerofactory.domain.certification;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a site's year. A fact that is not known is absent: it is neither zero nor false,
 * and no criterion that reads it can be met.
 */
public final class CertificationFacts {

  public static final CertificationFacts NONE = new CertificationFacts(Map.of());

  private final Map<Fact, Object> values;

  private CertificationFacts(Map<Fact, Object> values) {
    Map<Fact, Object> copy = new EnumMap<>(Fact.class);
    copy.putAll(values);
    this.values = Collections.unmodifiableMap(copy);
  }

  /**
   * With one more fact, or another value of it.
   *
   * @throws IllegalArgumentException if the fact is no whole number
   */
  public CertificationFacts with(Fact fact, long value) {
    return put(fact, FactType.WHOLE, value);
  }

  /**
   * With one more fact, or another value of it.
   *
   * @throws IllegalArgumentException if the fact is no flag
   */
  public CertificationFacts with(Fact fact, boolean value) {
    return put(fact, FactType.FLAG, value);
  }

  /** Without a fact: it is not known. */
  public CertificationFacts without(Fact fact) {
    Map<Fact, Object> rest = new EnumMap<>(Fact.class);
    rest.putAll(values);
    rest.remove(fact);
    return new CertificationFacts(rest);
  }

  /** All of both; where both know a fact, the other's value. */
  public CertificationFacts and(CertificationFacts other) {
    Map<Fact, Object> all = new EnumMap<>(Fact.class);
    all.putAll(values);
    all.putAll(other.values);
    return new CertificationFacts(all);
  }

  public boolean knows(Fact fact) {
    return values.containsKey(fact);
  }

  /** The number of a fact; empty if it is not known. */
  public Optional<Long> whole(Fact fact) {
    return Optional.ofNullable(values.get(fact)).map(Long.class::cast);
  }

  /** The flag of a fact; empty if it is not known. */
  public Optional<Boolean> flag(Fact fact) {
    return Optional.ofNullable(values.get(fact)).map(Boolean.class::cast);
  }

  /** Every known fact with its {@code Long} or {@code Boolean}, in the vocabulary's order. */
  public Map<Fact, Object> values() {
    return values;
  }

  private CertificationFacts put(Fact fact, FactType type, Object value) {
    if (fact.type() != type) {
      throw new IllegalArgumentException(
          fact.word() + ": expected a " + fact.type().word() + ", found " + value);
    }
    Map<Fact, Object> more = new EnumMap<>(Fact.class);
    more.putAll(values);
    more.put(fact, value);
    return new CertificationFacts(more);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CertificationFacts facts && facts.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}

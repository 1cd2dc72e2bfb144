package org.zerofactory.domain.certification;

import java.util.Locale;

/** What kind of value a fact has. */
public enum FactType {
  /** A whole number of the fact's unit. */
  WHOLE(Long.class),
  /** True or false. */
  FLAG(Boolean.class);

  private final Class<?> valueClass;

  FactType(Class<?> valueClass) {
    this.valueClass = valueClass;
  }

  /** The class of the values: {@code Long} or {@code Boolean}. */
  public Class<?> valueClass() {
    return valueClass;
  }

  /** The word in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

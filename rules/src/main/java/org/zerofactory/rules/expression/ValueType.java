package org.zerofactory.rules.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.Locale;

/** What kind of value a name stands for, or an expression gives. */
public enum ValueType {
  /** A number that may have decimals; evaluated as a double. */
  NUMBER(SimpleType.DOUBLE),
  /** A whole number of at most 63 bits. */
  WHOLE(SimpleType.INT),
  TEXT(SimpleType.STRING),
  /** True or false. */
  BOOL(SimpleType.BOOL),
  /** A length of time; written as {@code duration("15m")}. */
  DURATION(SimpleType.DURATION),
  /** A list of numbers. */
  LIST(ListType.create(SimpleType.DOUBLE)),
  /** Numbers by text. */
  MAP(MapType.create(SimpleType.STRING, SimpleType.DOUBLE));

  private final CelType type;

  ValueType(CelType type) {
    this.type = type;
  }

  CelType type() {
    return type;
  }

  /** Whether a value of this type has a unit. */
  boolean isMeasured() {
    return this == NUMBER || this == WHOLE || this == LIST || this == MAP;
  }

  /** A whole number will do where a number is wanted. */
  boolean takes(CelType found) {
    return type.isAssignableFrom(found) || (this == NUMBER && found.equals(SimpleType.INT));
  }

  /** The word for it in messages: {@code number}, {@code text} ... */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

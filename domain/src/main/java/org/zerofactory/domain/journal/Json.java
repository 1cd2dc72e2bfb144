package org.zerofactory.domain.journal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON value as the journal uses it: integers only, object keys in the order of their UTF-16 code
 * units (RFC 8785, 3.2.3).
 */
public sealed interface Json {

  Json NULL = new Null();

  /** Largest integer that every JSON reader holds exactly (RFC 8785, 3.2.2.3): 2^53 - 1. */
  long MAX_INTEGER = (1L << 53) - 1;

  /** An object; its entries are sorted and never change. */
  record Obj(Map<String, Json> entries) implements Json {
    public Obj {
      entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }
  }

  /** An array; the list is not copied, so the caller must not change it any more. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = Collections.unmodifiableList(items);
    }
  }

  /** A text. */
  record Text(String value) implements Json {}

  /** An integer of at most 2^53 - 1 in magnitude. */
  record Int(long value) implements Json {
    public Int {
      if (value > MAX_INTEGER || value < -MAX_INTEGER) {
        throw new IllegalArgumentException(
            "a journal integer must lie within +-(2^53 - 1), but was " + value);
      }
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Json {}

  /** Null. */
  record Null() implements Json {}

  static Json of(String text) {
    return new Text(text);
  }

  static Json of(long integer) {
    return new Int(integer);
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  /** The canonical text, RFC 8785. */
  default String canonical() {
    return CanonicalJson.write(this);
  }
}

package org.zerofactory.domain.waste;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Collects features; what is not known is left out. */
final class Values {

  private final Map<String, Object> values = new HashMap<>();

  Values put(String name, double value) {
    if (Double.isFinite(value)) {
      values.put(name, value);
    }
    return this;
  }

  Values put(String name, OptionalDouble value) {
    value.ifPresent(known -> put(name, known));
    return this;
  }

  Values put(String name, String text) {
    values.put(name, text);
    return this;
  }

  Values put(String name, boolean flag) {
    values.put(name, flag);
    return this;
  }

  SubjectFeatures of(WasteScope scope, String subject) {
    return new SubjectFeatures(scope, subject, values);
  }
}

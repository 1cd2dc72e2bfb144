package org.zerofactory.rules.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the values of callers into those of the language. */
final class Values {

  private Values() {}

  /** Null if there is no value. */
  static @Nullable Object forName(Vocabulary.Name name, @Nullable Object given) {
    Object value = given instanceof Optional<?> optional ? optional.orElse(null) : given;
    if (value == null || (value instanceof Double number && number.isNaN())) {
      return null;
    }
    Object turned = turned(name.type(), value);
    if (turned == null) {
      throw new IllegalArgumentException(
          "expected a " + name.type().word() + " for " + name.name() + " but was " + value);
    }
    return turned;
  }

  private static @Nullable Object turned(ValueType type, Object value) {
    return switch (type) {
      case NUMBER -> number(value);
      case WHOLE ->
          value instanceof Long || value instanceof Integer ? ((Number) value).longValue() : null;
      case TEXT -> value instanceof String ? value : null;
      case BOOL -> value instanceof Boolean ? value : null;
      case DURATION -> value instanceof Duration ? value : null;
      case LIST -> value instanceof List<?> list ? list(list) : null;
      case MAP -> value instanceof Map<?, ?> map ? map(map) : null;
    };
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value instanceof Number number
            && (number instanceof Double
                || number instanceof Long
                || number instanceof Integer
                || number instanceof BigDecimal)
        ? number.doubleValue()
        : null;
  }

  private static @Nullable Object list(List<?> values) {
    var numbers = new ArrayList<Double>();
    for (Object value : values) {
      Double number = number(value);
      if (number == null) {
        return null;
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static @Nullable Object map(Map<?, ?> values) {
    var numbers = new HashMap<String, Double>();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      Double number = number(entry.getValue());
      if (number == null || !(entry.getKey() instanceof String key)) {
        return null;
      }
      if (!number.isNaN()) {
        numbers.put(key, number);
      }
    }
    return numbers;
  }
}

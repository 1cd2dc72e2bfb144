package org.zerofactory.central.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.zerofactory.domain.instrument.RegisterFault;

/**
 * Fields of a request's body or of a CSV row as texts. A fault is noted with field, value and what
 * was expected, and a stand-in is given: who reads all fields tells all faults at once.
 */
final class Form {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");
  private static final int LONGEST = 300;
  private static final BigDecimal LARGEST = new BigDecimal("1e18");

  private final Map<String, String> values;
  private final List<RegisterFault> faults = new ArrayList<>();

  Form(Map<String, String> values) {
    this.values = values;
  }

  /** What was found wrong so far. */
  List<RegisterFault> faults() {
    return List.copyOf(faults);
  }

  /** Refuses fields beyond the known ones: a mistyped name must not pass as left out. */
  void knowOnly(Collection<String> known) {
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> fault(name, "one of " + String.join(", ", known), name));
  }

  boolean has(String name) {
    return !values.getOrDefault(name, "").isBlank();
  }

  String id(String name) {
    return read(name, "1 to 64 letters, digits, dots, hyphens, slashes", "x", Form::idOf);
  }

  private static String idOf(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  String text(String name) {
    return read(name, "a text of 1 to " + LONGEST + " characters", "x", Form::textOf);
  }

  private static String textOf(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  String match(String name, String pattern, String expected) {
    return read(
        name,
        expected,
        "",
        text -> {
          if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }

  <T> Optional<T> optional(String name, Function<String, T> reader) {
    return has(name) ? Optional.of(reader.apply(name)) : Optional.empty();
  }

  LocalDate date(String name) {
    return read(name, "a date such as 2025-03-31", LocalDate.EPOCH, LocalDate::parse);
  }

  YearMonth month(String name) {
    return read(name, "a month such as 2025-03", YearMonth.of(1970, 1), YearMonth::parse);
  }

  Instant instant(String name) {
    return read(
        name,
        "a time with its offset such as 2025-03-01T00:00:00+08:00",
        Instant.EPOCH,
        text -> OffsetDateTime.parse(text).toInstant());
  }

  boolean flag(String name, boolean otherwise) {
    return has(name) ? read(name, "true or false", otherwise, text -> flagOf(text)) : otherwise;
  }

  private static boolean flagOf(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  long whole(String name, long least) {
    return read(
        name,
        "a whole number from " + least + " to 10^18",
        Math.max(1, least),
        text -> {
          BigDecimal value = decimalOf(text);
          if (value.compareTo(BigDecimal.valueOf(least)) < 0) {
            throw new IllegalArgumentException(text);
          }
          return value.longValueExact();
        });
  }

  /** A decimal of at most 6 places as millionths; empty if the field is empty. */
  OptionalLong millionths(String name) {
    if (!has(name)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        read(
            name,
            "a number of 0 or more with at most 6 decimals",
            0L,
            text -> decimalOf(text).movePointRight(6).longValueExact()));
  }

  /** A decimal of 0 or more. */
  BigDecimal decimal(String name) {
    return read(name, "a number from 0 to 10^18", BigDecimal.ONE, Form::decimalOf);
  }

  private static BigDecimal decimalOf(String text) {
    if (!text.matches("[0-9]{1,19}([.][0-9]{1,12})?")) {
      throw new IllegalArgumentException(text);
    }
    BigDecimal value = new BigDecimal(text);
    if (value.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  <T> T read(String name, String expected, T standIn, Function<String, T> reader) {
    String text = values.getOrDefault(name, "").strip();
    if (text.isEmpty()) {
      faults.add(new RegisterFault("missing", name, "expected " + expected + ", found nothing"));
      return standIn;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
      fault(name, expected, text);
      return standIn;
    }
  }

  /** Notes a fault that another reader found. */
  void fault(String name, String expected, String found) {
    String shown = found.length() > 80 ? found.substring(0, 80) + "..." : found;
    faults.add(
        new RegisterFault("invalid", name, "expected " + expected + ", found \"" + shown + "\""));
  }

  void fault(String name, String detail) {
    faults.add(new RegisterFault("invalid", name, detail));
  }
}

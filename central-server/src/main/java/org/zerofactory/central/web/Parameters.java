package org.zerofactory.central.web;

import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters; a fault names parameter, value and what was expected. */
final class Parameters {

  private static final Pattern SITE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern ID = Pattern.compile("[EI]-[1-9][0-9]{0,11}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");

  private Parameters() {}

  static String site(RoutingContext context) {
    String site = String.valueOf(context.pathParam("site"));
    if (!SITE.matcher(site).matches()) {
      throw Problem.parameter("site", site, "1 to 64 letters, digits, dots, hyphens");
    }
    return site;
  }

  static String organisation(RoutingContext context) {
    String organisation = String.valueOf(context.pathParam("organisation"));
    if (!SITE.matcher(organisation).matches()) {
      throw Problem.parameter(
          "organisation", organisation, "1 to 64 letters, digits, dots, hyphens");
    }
    return organisation;
  }

  static LocalDate date(RoutingContext context) {
    String text = String.valueOf(context.pathParam("date"));
    return date("date", text, text, "a date such as 2025-06-30");
  }

  /**
   * A date that stands for what a parameter says.
   *
   * @param found what the parameter said, for the fault
   */
  static LocalDate date(String name, String found, String date, String expected) {
    try {
      // without the pattern years of nine digits and before Christ would pass
      return LocalDate.parse(DATE.matcher(date).matches() ? date : "");
    } catch (DateTimeParseException wrong) {
      throw Problem.parameter(name, found, expected);
    }
  }

  static int year(RoutingContext context) {
    return (int) whole("year", String.valueOf(context.pathParam("year")), 1970, 9999);
  }

  static long sequence(RoutingContext context) {
    return whole(
        "sequence", String.valueOf(context.pathParam("sequence")), 1, Long.MAX_VALUE >> 24);
  }

  /** A whole number of the path, from 1. */
  static long number(RoutingContext context, String name, long most) {
    return whole(name, String.valueOf(context.pathParam(name)), 1, most);
  }

  /** The query parameter {@code year}, which must be there. */
  static int yearAsked(RoutingContext context) {
    String text = context.request().getParam("year");
    return (int) whole("year", text == null ? "" : text, 1970, 9999);
  }

  /** The id of an entry or inventory: a letter, a hyphen, a number. */
  static String id(RoutingContext context) {
    return id(context.pathParam("id"), "id");
  }

  static String id(@Nullable String value, String name) {
    String id = String.valueOf(value);
    if (!ID.matcher(id).matches()) {
      throw Problem.parameter(name, id, "an id such as E-12 or I-3");
    }
    return id;
  }

  /** A query parameter that is a day. */
  static Optional<LocalDate> day(RoutingContext context, String name) {
    return text(context, name)
        .map(
            text -> {
              try {
                return LocalDate.parse(DATE.matcher(text).matches() ? text : "");
              } catch (DateTimeParseException wrong) {
                throw Problem.parameter(name, text, "a date such as 2025-06-30");
              }
            });
  }

  /** A query parameter that is one of some words. */
  static <T> Optional<T> word(
      RoutingContext context,
      String name,
      Function<String, Optional<T>> ofWord,
      List<String> words) {
    return text(context, name)
        .map(
            text ->
                ofWord
                    .apply(text)
                    .orElseThrow(
                        () -> Problem.parameter(name, text, "one of " + String.join(", ", words))));
  }

  private static Optional<String> text(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name));
  }

  /** A query parameter, with the value that stands for a missing one. */
  static long whole(RoutingContext context, String name, long otherwise, long least, long most) {
    String text = context.request().getParam(name);
    return text == null ? otherwise : whole(name, text, least, most);
  }

  private static long whole(String name, String text, long least, long most) {
    if (WHOLE.matcher(text).matches()) {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw Problem.parameter(name, text, "an integer from " + least + " to " + most);
  }
}

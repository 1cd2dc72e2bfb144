package org.zerofactory.domain.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Unit;

/** Reads the fields of an entry; finds everything that is wrong with them at once. */
public final class EntryForm {

  /** The columns of a table and the fields of a request, in the order in which people read them. */
  public static final List<String> FIELDS =
      List.of(
          "category",
          "subject",
          "description",
          "from",
          "to",
          "amount",
          "unit",
          "factorSeries",
          "document",
          "corrects",
          "reason");

  /** Those that must be there. */
  public static final List<String> REQUIRED =
      List.of("category", "subject", "from", "to", "amount", "unit", "factorSeries");

  private static final int LONGEST_SUBJECT = 120;
  private static final int LONGEST_TEXT = 500;
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}([.][0-9]{1,12})?");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * What an entry may name.
   *
   * @param unitOf the unit that a factor series is for; empty for an unknown series
   * @param hasDocument whether a document of that SHA-256 is kept
   */
  public record Known(Function<String, Optional<BaseUnit>> unitOf, Predicate<String> hasDocument) {}

  private final int row;
  private final Map<String, String> values;
  private final Known known;
  private final List<EntryFault> faults;

  private EntryForm(int row, Map<String, String> values, Known known, List<EntryFault> faults) {
    this.row = row;
    this.values = values;
    this.known = known;
    this.faults = faults;
  }

  /**
   * Reads one entry.
   *
   * @param row line of the file, for faults
   * @param values text of each field; a field that is not there has none
   * @param faults takes everything that is wrong
   * @return empty if anything is wrong
   */
  public static Optional<EntryDraft> read(
      int row, Map<String, String> values, Known known, List<EntryFault> faults) {
    List<EntryFault> own = new ArrayList<>();
    Optional<EntryDraft> draft = new EntryForm(row, values, known, own).read();
    faults.addAll(own);
    return own.isEmpty() ? draft : Optional.empty();
  }

  private Optional<EntryDraft> read() {
    for (String name : REQUIRED) {
      if (value(name).isEmpty()) {
        fault(name, "a value");
      }
    }
    Optional<SourceCategory> category = category();
    String subject = text("subject", LONGEST_SUBJECT);
    String description = text("description", LONGEST_TEXT);
    Optional<LocalDate> from = date("from");
    Optional<LocalDate> to = date("to");
    if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
      fault("to", "the day after the last one, later than " + from.get());
    }
    Optional<Unit> unit = unit();
    Optional<Amount> amount = unit.flatMap(this::amount);
    unit.ifPresent(this::checkSeries);
    Optional<String> document = document();
    Optional<Correction> corrects = corrects();
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EntryDraft(
            category.orElseThrow(),
            subject,
            description,
            from.orElseThrow(),
            to.orElseThrow(),
            amount.orElseThrow(),
            unit.orElseThrow(),
            value("factorSeries").orElseThrow(),
            document,
            corrects));
  }

  private Optional<SourceCategory> category() {
    return value("category")
        .flatMap(
            word -> {
              Optional<SourceCategory> found = SourceCategory.ofWord(word);
              if (found.isEmpty()) {
                fault(
                    "category",
                    Arrays.stream(SourceCategory.values())
                        .map(SourceCategory::word)
                        .collect(Collectors.joining(", ", "one of ", "")));
              }
              return found;
            });
  }

  private String text(String name, int longest) {
    String text = value(name).orElse("");
    if (text.length() > longest) {
      fault(name, "at most " + longest + " characters");
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      fault(name, "text without control characters");
    }
    return text;
  }

  private Optional<LocalDate> date(String name) {
    return value(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(DATE.matcher(text).matches() ? text : ""));
              } catch (DateTimeParseException wrong) {
                fault(name, "a day such as 2025-06-30");
                return Optional.empty();
              }
            });
  }

  private Optional<Unit> unit() {
    return value("unit")
        .flatMap(
            word -> {
              Optional<Unit> found = Unit.ofWord(word);
              if (found.isEmpty()) {
                fault("unit", "one of " + String.join(", ", Unit.words()));
              }
              return found;
            });
  }

  private Optional<Amount> amount(Unit unit) {
    return value("amount")
        .flatMap(
            text -> {
              if (!NUMBER.matcher(text).matches()) {
                fault("amount", "a number of 0 or more such as 1200 or 0.125");
                return Optional.empty();
              }
              try {
                return Optional.of(Amount.of(new BigDecimal(text), unit));
              } catch (IllegalArgumentException notWhole) {
                fault("amount", "a whole number of " + unit.base().word() + " below 9.2e18");
                return Optional.empty();
              }
            });
  }

  private void checkSeries(Unit unit) {
    value("factorSeries")
        .ifPresent(
            series -> {
              Optional<BaseUnit> per = known.unitOf().apply(series);
              if (per.isEmpty()) {
                fault("factorSeries", "a factor series of the library");
              } else if (per.get() != unit.base()) {
                fault(
                    "unit",
                    "a unit of "
                        + per.get().word()
                        + ", for which the factors of "
                        + series
                        + " are");
              }
            });
  }

  private Optional<String> document() {
    Optional<String> hash = value("document");
    if (hash.isPresent() && !HASH.matcher(hash.get()).matches()) {
      fault("document", "the SHA-256 of a document, 64 hex digits");
    } else if (hash.isPresent() && !known.hasDocument().test(hash.get())) {
      fault("document", "a document that was sent before");
    }
    return hash;
  }

  private Optional<Correction> corrects() {
    Optional<String> old = value("corrects");
    Optional<String> reason = value("reason");
    if (old.isEmpty()) {
      if (reason.isPresent()) {
        fault("reason", "nothing, since no entry is corrected");
      }
      return Optional.empty();
    }
    OptionalLong number = LedgerEntry.number(old.get());
    if (number.isEmpty()) {
      fault("corrects", "the id of an entry such as E-12");
    }
    if (reason.isEmpty()) {
      fault("reason", "why the entry is corrected");
    }
    text("reason", LONGEST_TEXT);
    return number.isPresent() && reason.isPresent()
        ? Optional.of(new Correction(number.getAsLong(), reason.get()))
        : Optional.empty();
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private void fault(String name, String expected) {
    faults.add(new EntryFault(row, name, value(name).orElse(""), expected));
  }
}

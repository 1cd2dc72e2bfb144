package org.zerofactory.central.receive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.zerofactory.domain.certification.Claim;
import org.zerofactory.domain.certification.Criterion;
import org.zerofactory.domain.certification.Evidence;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.FactType;
import org.zerofactory.domain.certification.Scheme;
import org.zerofactory.domain.ledger.EntryFault;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.domain.ledger.LedgerRefusedException.Kind;
import org.zerofactory.domain.offset.CreditKind;
import org.zerofactory.domain.offset.OffsetCredit;
import org.zerofactory.domain.offset.Retirement;
import org.zerofactory.domain.offset.SerialRange;

/**
 * Reads what people send to the register of credits, evidence and claims. All faults of a request
 * are told together, each with its field.
 */
public final class CertificationForms {

  private static final int LEAST_YEAR = 1970;
  private static final int MOST_YEAR = 9999;
  private static final int LONGEST = 500;

  private final Map<String, String> values;
  private final List<EntryFault> faults = new ArrayList<>();

  private CertificationForms(Map<String, String> values) {
    this.values = values;
  }

  /**
   * A credit to register.
   *
   * @throws EntryFaultsException naming every field that is wrong
   */
  public static OffsetCredit credit(String site, byte[] body) {
    CertificationForms form =
        read(
            "credit",
            body,
            List.of(
                "year",
                "registry",
                "block",
                "firstSerial",
                "lastSerial",
                "project",
                "methodology",
                "kind",
                "vintage",
                "kilograms"));
    int year = form.year("year");
    int vintage = form.year("vintage");
    long first = form.whole("firstSerial");
    long last = form.whole("lastSerial");
    long kilograms = form.whole("kilograms");
    Optional<CreditKind> kind = form.word("kind").flatMap(CreditKind::ofWord);
    if (kind.isEmpty()) {
      form.fault("kind", "one of " + String.join(", ", CreditKind.words()));
    }
    form.throwIfAny();
    return checked(
        "invalid-credit",
        () ->
            new OffsetCredit(
                site,
                year,
                new SerialRange(form.text("registry"), form.text("block"), first, last),
                form.text("project"),
                form.text("methodology"),
                kind.orElseThrow(),
                vintage,
                kilograms));
  }

  /**
   * A retirement.
   *
   * @throws EntryFaultsException naming every field that is wrong
   */
  public static Retirement retirement(byte[] body) {
    CertificationForms form = read("retirement", body, List.of("day", "beneficiary", "document"));
    Optional<LocalDate> day = form.day("day", true);
    form.throwIfAny();
    return checked(
        "invalid-retirement",
        () -> new Retirement(day.orElseThrow(), form.text("beneficiary"), form.text("document")));
  }

  /**
   * Why something is taken back.
   *
   * @throws EntryFaultsException if no reason is given
   */
  public static String reason(byte[] body) {
    CertificationForms form = read("reason", body, List.of("reason"));
    String reason = form.required("reason");
    form.throwIfAny();
    return reason;
  }

  /**
   * Evidence to attach; its id is 0.
   *
   * @param schemes all schemes
   * @throws EntryFaultsException naming every field that is wrong
   */
  public static Evidence evidence(String site, byte[] body, List<Scheme> schemes) {
    CertificationForms form =
        read(
            "evidence",
            body,
            List.of(
                "year", "scheme", "criterion", "kind", "document", "validUntil", "fact", "value"));
    int year = form.year("year");
    Optional<LocalDate> until = form.day("validUntil", false);
    form.criterion(schemes);
    if (!form.text("document").matches("[0-9a-f]{64}")) {
      form.fault("document", "the SHA-256 of a stored document, 64 hexadecimal digits");
    }
    Optional<Evidence.Statement> statement = form.statement();
    form.throwIfAny();
    return new Evidence(
        0,
        site,
        form.text("scheme"),
        form.text("criterion"),
        year,
        form.text("kind"),
        form.text("document"),
        until,
        statement);
  }

  /**
   * A claim as it was sent; whether its words may be used is not looked at.
   *
   * @param today the day of publication if none is given
   * @throws EntryFaultsException naming every field that is wrong
   */
  public static Claim claim(String site, byte[] body, LocalDate today) {
    CertificationForms form =
        read(
            "claim",
            body,
            List.of("year", "scheme", "scopes", "method", "offsets", "en", "zh", "day"));
    int year = form.year("year");
    Optional<LocalDate> day = form.day("day", false);
    if (!form.text("scopes").matches("[1-3](,[1-3]){0,2}")) {
      form.fault("scopes", "numbers of scopes such as 1,2");
    }
    form.throwIfAny();
    return new Claim(
        site,
        year,
        form.text("scheme"),
        new TreeSet<>(Arrays.stream(form.text("scopes").split(",")).map(Integer::valueOf).toList()),
        form.text("method"),
        form.text("offsets"),
        form.text("en"),
        form.text("zh"),
        day.orElse(today));
  }

  private void criterion(List<Scheme> schemes) {
    Optional<Scheme> scheme =
        schemes.stream().filter(one -> one.id().equals(text("scheme"))).findFirst();
    if (scheme.isEmpty()) {
      fault("scheme", "one of " + String.join(", ", schemes.stream().map(Scheme::id).toList()));
      return;
    }
    Optional<Criterion> criterion = scheme.get().criterion(text("criterion"));
    if (criterion.isEmpty()) {
      fault("criterion", "the id of a criterion of " + scheme.get().id());
    } else if (!criterion.get().evidence().contains(text("kind")) && word("fact").isEmpty()) {
      fault(
          "kind",
          criterion.get().evidence().isEmpty()
              ? "a fact to state, for this criterion asks for no document"
              : "one of " + String.join(", ", criterion.get().evidence()));
    } else if (!text("kind").matches("[a-z][a-z0-9-]{0,63}")) {
      fault("kind", "a word of small letters, digits and hyphens");
    }
  }

  private Optional<Evidence.Statement> statement() {
    if (word("fact").isEmpty() && word("value").isEmpty()) {
      return Optional.empty();
    }
    Optional<Fact> fact =
        Fact.ofWord(text("fact")).filter(of -> of.origin() == Fact.Origin.DECLARED);
    if (fact.isEmpty()) {
      fault("fact", "a fact that people state, such as boundary_points");
      return Optional.empty();
    }
    Optional<Object> value = value(fact.get(), text("value"));
    if (value.isEmpty()) {
      fault(
          "value",
          fact.get().type() == FactType.FLAG
              ? "true or false"
              : "a whole number of " + fact.get().unit() + ", 0 or more");
      return Optional.empty();
    }
    return value.map(of -> new Evidence.Statement(fact.get(), of));
  }

  private static Optional<Object> value(Fact fact, String text) {
    if (fact.type() == FactType.FLAG) {
      return text.matches("true|false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static CertificationForms read(String what, byte[] body, List<String> fields) {
    return new CertificationForms(EntryReader.fields(what, body, fields));
  }

  private interface Made<T> {
    T make();
  }

  /** Records check themselves and name the field that is wrong. */
  private static <T> T checked(String code, Made<T> made) {
    try {
      return made.make();
    } catch (IllegalArgumentException wrong) {
      throw new LedgerRefusedException(Kind.INVALID, code, String.valueOf(wrong.getMessage()));
    }
  }

  private Optional<String> word(String field) {
    return Optional.ofNullable(values.get(field)).filter(text -> !text.isBlank());
  }

  private String text(String field) {
    return values.getOrDefault(field, "");
  }

  private String required(String field) {
    String text = text(field).strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      fault(field, "1 to " + LONGEST + " characters");
    }
    return text;
  }

  private int year(String field) {
    long year = whole(field);
    if (year < LEAST_YEAR || year > MOST_YEAR) {
      if (text(field).matches("[0-9]{1,18}")) {
        fault(field, "a year from " + LEAST_YEAR + " to " + MOST_YEAR);
      }
      return LEAST_YEAR;
    }
    return (int) year;
  }

  private long whole(String field) {
    if (!text(field).matches("[0-9]{1,18}")) {
      fault(field, "a whole number");
      return 0;
    }
    return Long.parseLong(text(field));
  }

  private Optional<LocalDate> day(String field, boolean isRequired) {
    if (word(field).isEmpty() && !isRequired) {
      return Optional.empty();
    }
    try {
      String text = text(field);
      return Optional.of(LocalDate.parse(text.matches("[0-9]{4}-[0-9-]{5}") ? text : ""));
    } catch (DateTimeException wrong) {
      fault(field, "a day such as 2026-03-31");
      return Optional.empty();
    }
  }

  private void fault(String field, String expected) {
    faults.add(new EntryFault(1, field, text(field), expected));
  }

  private void throwIfAny() {
    if (!faults.isEmpty()) {
      throw new EntryFaultsException(faults);
    }
  }
}

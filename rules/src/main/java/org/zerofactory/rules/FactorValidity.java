package org.zerofactory.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.metering.Interval;

/**
 * When a value holds: from {@code from} to {@code to}; else always, for defaults without a year;
 * else the calendar year that it describes.
 */
final class FactorValidity {

  /** For defaults such as a fuel's carbon content. */
  static final Interval ALWAYS =
      new Interval(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("9999-01-01T00:00:00Z"));

  private static final int DATE_LENGTH = 10;

  private final DataNode root;
  private final DataFaults faults;

  FactorValidity(DataNode root, DataFaults faults) {
    this.root = root;
    this.faults = faults;
  }

  /** Empty, with a fault added unless the schema has said so already, if there is none. */
  Optional<Interval> of(DataNode node) {
    if (hasPeriod(node)) {
      return period(node);
    }
    if (node.find("validity").isEmpty() && hasPeriod(root)) {
      return period(root);
    }
    Optional<DataNode> word = node.find("validity").or(() -> root.find("validity"));
    if (word.flatMap(DataNode::asText).filter("always"::equals).isPresent()) {
      return Optional.of(ALWAYS);
    }
    Optional<DataNode> year = node.find("data-year").or(() -> root.find("data-year"));
    if (year.isEmpty()) {
      faults.add(node.missing("data-year", "data-year, from and to, or validity: always"));
      return Optional.empty();
    }
    Optional<ZoneId> zone = zone();
    return year.flatMap(DataNode::asDecimal)
        .filter(number -> number.scale() <= 0)
        .map(number -> LocalDate.of(number.intValue(), 1, 1))
        .flatMap(first -> zone.map(place -> new DatePeriod(first, first.plusYears(1)).in(place)));
  }

  private static boolean hasPeriod(DataNode owner) {
    return owner.find("from").isPresent() || owner.find("to").isPresent();
  }

  private Optional<Interval> period(DataNode owner) {
    Optional<Instant> from = instant(owner, "from");
    Optional<Instant> to = instant(owner, "to");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (!to.get().isAfter(from.get())) {
      faults.add(owner.get("to").fault("a date after " + owner.text("from")));
      return Optional.empty();
    }
    return Optional.of(new Interval(from.get(), to.get()));
  }

  private Optional<Instant> instant(DataNode owner, String key) {
    Optional<DataNode> node = owner.find(key);
    if (node.isEmpty()) {
      faults.add(owner.missing(key, "both from and to"));
      return Optional.empty();
    }
    Optional<String> text = node.get().asText();
    try {
      if (text.isPresent() && text.get().length() > DATE_LENGTH) {
        return Optional.of(Instant.parse(text.get().replace("Z", ":00Z")));
      }
      Optional<LocalDate> date = text.map(LocalDate::parse);
      return date.flatMap(day -> zone().map(zone -> day.atStartOfDay(zone).toInstant()));
    } catch (DateTimeException wrong) {
      faults.add(node.get().fault("a date of the calendar such as 2025-01-01"));
      return Optional.empty();
    }
  }

  private Optional<ZoneId> zone() {
    if (root.find("zone").isEmpty()) {
      faults.add(root.missing("zone", "a time zone such as Asia/Shanghai for local days"));
    }
    return RuleValues.zone(root, faults);
  }
}

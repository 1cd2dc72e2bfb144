package org.zerofactory.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;

/** Reads the values that rule files share; what is wrong becomes a fault and an empty answer. */
final class RuleValues {

  private RuleValues() {}

  static Optional<DatePeriod> period(DataNode owner, DataFaults faults) {
    Optional<LocalDate> from = date(owner, "from", faults);
    Optional<LocalDate> to = date(owner, "to", faults);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (!to.get().isAfter(from.get())) {
      faults.add(owner.get("to").fault("a date after " + from.get()));
      return Optional.empty();
    }
    return Optional.of(new DatePeriod(from.get(), to.get()));
  }

  /** Empty without a fault if there is no text: the schema has said so already. */
  static Optional<LocalDate> date(DataNode owner, String key, DataFaults faults) {
    Optional<String> text = owner.findText(key);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException wrong) {
      faults.add(owner.get(key).fault("a date of the calendar such as 2025-01-01"));
      return Optional.empty();
    }
  }

  static Optional<ZoneId> zone(DataNode owner, DataFaults faults) {
    Optional<String> text = owner.findText("zone");
    if (text.isPresent() && !ZoneId.getAvailableZoneIds().contains(text.get())) {
      faults.add(
          owner
              .get("zone")
              .unknown("a time zone such as Asia/Shanghai", ZoneId.getAvailableZoneIds()));
      return Optional.empty();
    }
    return text.map(ZoneId::of);
  }
}

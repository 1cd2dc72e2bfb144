package org.zerofactory.central.store;

import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.AlarmCase;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.Person;

/** What people do with alarms, as steps of the audit trail. */
final class AlarmSteps {

  private AlarmSteps() {}

  /** Somebody saw an alarm. */
  static AuditRecord.Step acknowledged(AlarmCase seen) {
    AlarmCase.Acknowledgement by = seen.acknowledgement().orElseThrow();
    Alarm alarm = seen.alarm();
    return new AuditRecord.Step(
        new Person(by.person()),
        Optional.of(alarm.site()),
        "alarm-acknowledged",
        "alarm " + seen.number(),
        Json.NULL,
        new Json.Obj(
            Map.of(
                "kind", Json.of(alarm.kind()),
                "subject", Json.of(alarm.subject()),
                "raisedAt", Json.of(alarm.raised().toEpochMilli()),
                "note", Json.of(by.note()))));
  }
}

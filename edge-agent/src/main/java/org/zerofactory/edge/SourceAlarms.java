package org.zerofactory.edge;

import org.zerofactory.edge.acquire.SourceEvent;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Alarms;

/** Which events of sources open and close alarms. */
final class SourceAlarms {

  private SourceAlarms() {}

  static void note(SourceEvent event, Alarms alarms) {
    switch (event.kind()) {
      case ONLINE -> {
        alarms.clear(SourceEvent.Kind.OFFLINE.word(), event.source());
        alarms.clear(SourceEvent.Kind.UNTRUSTED_CERTIFICATE.word(), event.source());
      }
      case NODE_BACK -> {
        alarms.clear(SourceEvent.Kind.BAD_NODE.word(), event.subject());
        alarms.clear(SourceEvent.Kind.WRONG_TYPE.word(), event.subject());
      }
      case OFFLINE -> raise(event, Alarm.Severity.ERROR, event.source(), alarms);
      case UNTRUSTED_CERTIFICATE -> raise(event, Alarm.Severity.ERROR, event.source(), alarms);
      case BAD_NODE -> raise(event, Alarm.Severity.ERROR, event.subject(), alarms);
      case WRONG_TYPE -> raise(event, Alarm.Severity.ERROR, event.subject(), alarms);
      case CERTIFICATE_WARNING -> raise(event, Alarm.Severity.WARNING, event.source(), alarms);
      case INSECURE -> raise(event, Alarm.Severity.WARNING, event.source(), alarms);
      case CLOCK_DRIFT -> raise(event, Alarm.Severity.WARNING, event.subject(), alarms);
      case CLOCK_RIGHT -> alarms.clear(SourceEvent.Kind.CLOCK_DRIFT.word(), event.subject());
      case HISTORY_REFUSED -> raise(event, Alarm.Severity.WARNING, event.subject(), alarms);
      case WRONG_VALUE, OVERFLOW, LATE_SAMPLE, CLOCK_STEP, GAP -> {
        // single occurrences: they stand in the journal, nobody has to act at once
      }
    }
  }

  private static void raise(
      SourceEvent event, Alarm.Severity severity, String subject, Alarms alarms) {
    alarms.raise(event.kind().word(), severity, subject, event.text().then(event.advice()));
  }
}

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
      case OFFLINE -> raise(event, Alarm.Severity.ERROR, event.source(), "数据源离线", alarms);
      case UNTRUSTED_CERTIFICATE ->
          raise(event, Alarm.Severity.ERROR, event.source(), "服务器证书不受信任", alarms);
      case BAD_NODE -> raise(event, Alarm.Severity.ERROR, event.subject(), "节点不可用", alarms);
      case WRONG_TYPE -> raise(event, Alarm.Severity.ERROR, event.subject(), "数据类型不符", alarms);
      case CERTIFICATE_WARNING ->
          raise(event, Alarm.Severity.WARNING, event.source(), "证书警告", alarms);
      case INSECURE -> raise(event, Alarm.Severity.WARNING, event.source(), "连接未加密", alarms);
      case CLOCK_DRIFT -> raise(event, Alarm.Severity.WARNING, event.source(), "时钟偏差", alarms);
      case HISTORY_REFUSED ->
          raise(event, Alarm.Severity.WARNING, event.subject(), "历史数据不可读", alarms);
      case WRONG_VALUE, OVERFLOW, LATE_SAMPLE, CLOCK_STEP -> {
        // single occurrences: they stand in the journal, nobody has to act at once
      }
    }
  }

  private static void raise(
      SourceEvent event, Alarm.Severity severity, String subject, String chinese, Alarms alarms) {
    String english =
        event.advice().isEmpty() ? event.message() : event.message() + " " + event.advice();
    alarms.raise(event.kind().word(), severity, subject, english, chinese + "：" + english);
  }
}

package org.zerofactory.edge.acquire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.zerofactory.edge.alarm.Wording;

/** Which points of a source can be used on this connection, and which cannot. */
final class Roster {

  private final SourceContext context;
  private final Connection connection;
  private final TreeSet<Integer> missing = new TreeSet<>();
  private final TreeSet<Integer> refused = new TreeSet<>();
  private final List<Inspection.Found> usable = new ArrayList<>();

  Roster(SourceContext context, Connection connection) {
    this.context = context;
    this.connection = connection;
  }

  void inspect() throws UaException {
    for (Inspection.Found found : Inspection.of(connection, context.setup().points())) {
      if (found.fault().isEmpty()) {
        usable.add(found);
      } else {
        missing.add(found.index());
        tell(found, found.fault().get());
      }
    }
    count();
  }

  /** Points that exist and are numbers; a few of them may be refused to be monitored. */
  List<Inspection.Found> usable() {
    return usable;
  }

  /** Registers and states whose history the server offers. */
  List<Inspection.Found> withHistory() {
    return usable.stream()
        .filter(found -> found.history() && !SourceSetup.isGauge(found.point()))
        .toList();
  }

  void monitorAll(Subscriber subscriber) throws UaException {
    monitor(subscriber, List.copyOf(usable));
  }

  /** Missing nodes may come back, for example when a controller's program was loaded again. */
  void retry(Subscriber subscriber) throws UaException {
    if (missing.isEmpty()) {
      return;
    }
    List<Inspection.Found> back = new ArrayList<>();
    for (Inspection.Found found :
        Inspection.of(connection, context.setup().points(), List.copyOf(missing))) {
      if (found.fault().isEmpty()) {
        missing.remove(found.index());
        back.add(found);
        tellBack(found);
      }
    }
    usable.addAll(back);
    monitor(subscriber, back);
  }

  private void monitor(Subscriber subscriber, List<Inspection.Found> points) throws UaException {
    for (Subscriber.Refused one : subscriber.add(points)) {
      refused.add(one.point().index());
      String status = Explanation.name(one.status());
      tell(
          one.point(),
          new Inspection.Fault(
              SourceEvent.Kind.BAD_NODE,
              Wording.of(
                  "point %s: node %s: expected that it can be monitored, but the server answers %s",
                  "测点 %s：节点 %s 应可订阅，但服务器答复 %s",
                  one.point().point().id(),
                  one.point().point().node(),
                  status),
              Wording.of(
                  "Look into the server's log; some servers limit the number of monitored items.",
                  "请查看服务器日志；有些服务器限制监视项的数量。"),
              Map.of("node", one.point().point().node(), "found", status)));
    }
    count();
  }

  private void tell(Inspection.Found found, Inspection.Fault fault) {
    context
        .reports()
        .once(fault.kind(), found.point().id(), fault.text(), fault.advice(), fault.detail());
  }

  private void tellBack(Inspection.Found found) {
    String id = found.point().id();
    context.reports().over(SourceEvent.Kind.BAD_NODE, id);
    context.reports().over(SourceEvent.Kind.WRONG_TYPE, id);
    context
        .reports()
        .tell(
            SourceEvent.Kind.NODE_BACK,
            id,
            Wording.of(
                "point %s: node %s can be read again",
                "测点 %s：节点 %s 已恢复可读", id, found.point().node()),
            Wording.NONE,
            Map.of("node", found.point().node()));
  }

  private void count() {
    context.state().badPoints(missing.size() + refused.size());
  }
}

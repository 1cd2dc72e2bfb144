package org.zerofactory.edge.acquire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.zerofactory.edge.alarm.Wording;
import org.zerofactory.hardware.PointConfiguration;

/** Looks at every point of a source once: does it exist, is it a number, has it a history. */
final class Inspection {

  /** Statuses that mean the node is not there or not ours; any other bad one may pass. */
  private static final Set<Long> NO_NODE =
      Set.of(
          StatusCodes.Bad_NodeIdUnknown,
          StatusCodes.Bad_NodeIdInvalid,
          StatusCodes.Bad_AttributeIdInvalid,
          StatusCodes.Bad_NotReadable,
          StatusCodes.Bad_UserAccessDenied);

  /** Bit 2 of AccessLevel (OPC 10000-3, 8.57). */
  private static final int HISTORY_READ = 0b100;

  private static final int READS_PER_POINT = 3;

  private Inspection() {}

  /** Why a point gives nothing. */
  record Fault(SourceEvent.Kind kind, Wording text, Wording advice, Map<String, String> detail) {}

  /**
   * A point as found on the server.
   *
   * @param index place in the source's list of points
   * @param node empty if the id cannot be resolved
   * @param value what the server gave just now
   */
  record Found(
      int index,
      PointConfiguration point,
      Optional<NodeId> node,
      DataValue value,
      boolean history,
      Optional<Fault> fault) {}

  static List<Found> of(Connection connection, List<PointConfiguration> points) throws UaException {
    return of(connection, points, IntStream.range(0, points.size()).boxed().toList());
  }

  /** Looks at the points with these indexes only. */
  static List<Found> of(
      Connection connection, List<PointConfiguration> allPoints, List<Integer> indexes)
      throws UaException {
    List<PointConfiguration> points = indexes.stream().map(allPoints::get).toList();
    NamespaceTable namespaces = connection.client().getNamespaceTable();
    List<Optional<NodeId>> nodes =
        points.stream().map(point -> resolve(point.node(), namespaces)).toList();
    List<ReadValueId> ids = new ArrayList<>();
    for (Optional<NodeId> node : nodes) {
      NodeId id = node.orElse(NodeId.NULL_VALUE);
      ids.add(attribute(id, AttributeId.Value));
      ids.add(attribute(id, AttributeId.AccessLevel));
      ids.add(attribute(id, AttributeId.UserAccessLevel));
    }
    List<DataValue> values = connection.read(ids);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int first = i * READS_PER_POINT;
      DataValue value = values.get(first);
      found.add(
          new Found(
              indexes.get(i),
              points.get(i),
              nodes.get(i),
              value,
              offersHistory(values.get(first + 1), values.get(first + 2)),
              fault(points.get(i), nodes.get(i), value)));
    }
    return found;
  }

  static ReadValueId attribute(NodeId node, AttributeId attribute) {
    return new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE);
  }

  /** A node id with its namespace's index on this server; empty if there is no such namespace. */
  static Optional<NodeId> resolve(String text, NamespaceTable namespaces) {
    try {
      return ExpandedNodeId.parse(text).toNodeId(namespaces);
    } catch (UaRuntimeException malformed) {
      return Optional.empty(); // told as a bad node
    }
  }

  private static boolean offersHistory(DataValue accessLevel, DataValue userAccessLevel) {
    return hasHistoryBit(accessLevel)
        && (!isGood(userAccessLevel) || hasHistoryBit(userAccessLevel));
  }

  static boolean hasHistoryBit(DataValue level) {
    Number bits = isGood(level) ? SampleConversion.number(level) : null;
    return bits != null && (bits.intValue() & HISTORY_READ) != 0;
  }

  static boolean isGood(DataValue value) {
    return value.statusCode() == null || value.statusCode().isGood();
  }

  private static Optional<Fault> fault(
      PointConfiguration point, Optional<NodeId> node, DataValue value) {
    if (node.isEmpty()) {
      return Optional.of(
          badNode(
              point,
              new Wording(
                  "the server has no namespace of this node id, or the id is malformed",
                  "服务器没有该节点标识的命名空间，或标识格式有误")));
    }
    StatusCode status = value.statusCode() == null ? StatusCode.GOOD : value.statusCode();
    if (NO_NODE.contains(status.value())) {
      return Optional.of(
          badNode(
              point, Wording.of("the server answers %s", "服务器答复 %s", Explanation.name(status))));
    }
    Object raw = value.value() == null ? null : value.value().value();
    if (!status.isBad() && raw != null && SampleConversion.number(value) == null) {
      String type = raw.getClass().getSimpleName();
      return Optional.of(
          new Fault(
              SourceEvent.Kind.WRONG_TYPE,
              Wording.of(
                  "point %s: node %s: expected a number, but its value is of type %s: %s",
                  "测点 %s：节点 %s 应为数字，但其值的类型为 %s：%s", point.id(), point.node(), type, shown(raw)),
              Wording.of(
                  "Choose the node of the value itself: `./zerofactory edge browse` lists them.",
                  "请选择数值本身的节点，可用 `./zerofactory edge browse` 列出。"),
              Map.of("node", point.node(), "expected", "number", "found", type)));
    }
    return Optional.empty();
  }

  private static Fault badNode(PointConfiguration point, Wording reason) {
    return new Fault(
        SourceEvent.Kind.BAD_NODE,
        new Wording(
            "point %s: node %s: expected a readable variable, but %s"
                .formatted(point.id(), point.node(), reason.english()),
            "测点 %s：节点 %s 应为可读变量，但%s".formatted(point.id(), point.node(), reason.chinese())),
        Wording.of(
            "Compare the device's template and parameters with `./zerofactory edge browse`.",
            "请用 `./zerofactory edge browse` 核对设备模板和参数。"),
        Map.of("node", point.node(), "expected", "readable variable", "found", reason.english()));
  }

  static String shown(Object raw) {
    String text = String.valueOf(raw);
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}

package org.zerofactory.simulator.opcua;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.AddressSpace.HistoryReadContext;
import org.eclipse.milo.opcua.sdk.server.AddressSpace.ReadContext;
import org.eclipse.milo.opcua.sdk.server.AddressSpace.WriteContext;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilters;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.zerofactory.simulator.point.Kind;
import org.zerofactory.simulator.point.Point;

/** The address space of docs/formats.md, section 6: {@code Objects/Plant/<device>/<variable>}. */
final class PlantNamespace extends ManagedNamespaceWithLifecycle {

  static final String URI = "urn:zerofactory:plant-simulator";

  private static final UByte LIVE_AND_HISTORY =
      AccessLevel.toValue(AccessLevel.CurrentRead, AccessLevel.HistoryRead);
  private static final double MINIMUM_SAMPLING_MILLIS = 50;

  private final List<Point> points;
  private final Publisher publisher;
  private final History history;
  private final Control control;
  private final SubscriptionModel otherNodes;
  private final Map<NodeId, Integer> pointOfNode = new HashMap<>();

  /** One read or publish sees one picture, whatever is published meanwhile. */
  private final ThreadLocal<Picture> view = new ThreadLocal<>();

  PlantNamespace(
      OpcUaServer server,
      List<Point> points,
      Publisher publisher,
      History history,
      Control control) {
    super(server, URI);
    this.points = points;
    this.publisher = publisher;
    this.history = history;
    this.control = control;
    this.otherNodes = new SubscriptionModel(server, this);
    getLifecycleManager().addLifecycle(otherNodes);
    getLifecycleManager().addStartupTask(this::addNodes);
  }

  @Override
  public List<DataValue> read(
      ReadContext context,
      Double maxAge,
      TimestampsToReturn timestamps,
      List<ReadValueId> readValueIds) {
    view.set(publisher.latest());
    try {
      return super.read(context, maxAge, timestamps, readValueIds);
    } finally {
      view.remove();
    }
  }

  @Override
  public List<StatusCode> write(WriteContext context, List<WriteValue> writeValues) {
    List<StatusCode> results = new ArrayList<>(writeValues.size());
    for (WriteValue value : writeValues) {
      boolean isFault =
          value.getNodeId().equals(newNodeId(Control.FAULT_NODE))
              && AttributeId.Value.isEqual(value.getAttributeId());
      results.add(
          isFault
              ? new StatusCode(control.injected(value.getValue().value().value()))
              : super.write(context, List.of(value)).get(0));
    }
    return results;
  }

  @Override
  public List<HistoryReadResult> historyRead(
      HistoryReadContext context,
      HistoryReadDetails details,
      TimestampsToReturn timestamps,
      List<HistoryReadValueId> readValueIds) {
    List<HistoryReadResult> results = new ArrayList<>(readValueIds.size());
    int left = History.VALUES_PER_RESPONSE;
    for (HistoryReadValueId id : readValueIds) {
      int share = Math.max(1, left / (readValueIds.size() - results.size()));
      HistoryReadResult result = readOne(details, timestamps, id, share);
      left = Math.max(0, left - share);
      results.add(result);
    }
    return results;
  }

  @Override
  public void onDataItemsCreated(List<DataItem> items) {
    List<DataItem> others = new ArrayList<>();
    for (DataItem item : items) {
      Integer point = pointOfNode.get(item.getReadValueId().getNodeId());
      if (point != null && AttributeId.Value.isEqual(item.getReadValueId().getAttributeId())) {
        publisher.watch(item, point);
      } else {
        others.add(item);
      }
    }
    otherNodes.onDataItemsCreated(others);
  }

  @Override
  public void onDataItemsModified(List<DataItem> items) {
    otherNodes.onDataItemsModified(
        items.stream().filter(item -> !publisher.isWatched(item)).toList());
  }

  @Override
  public void onDataItemsDeleted(List<DataItem> items) {
    publisher.unwatch(items);
    otherNodes.onDataItemsDeleted(items);
  }

  @Override
  public void onMonitoringModeChanged(List<MonitoredItem> items) {
    otherNodes.onMonitoringModeChanged(items);
  }

  private HistoryReadResult readOne(
      HistoryReadDetails details, TimestampsToReturn timestamps, HistoryReadValueId id, int share) {
    Integer point = pointOfNode.get(id.getNodeId());
    if (point == null) {
      boolean known = getNodeManager().containsNode(id.getNodeId());
      return History.failed(
          known ? StatusCodes.Bad_HistoryOperationUnsupported : StatusCodes.Bad_NodeIdUnknown);
    }
    if (!hasHistory(points.get(point)) || !(details instanceof ReadRawModifiedDetails raw)) {
      return History.failed(StatusCodes.Bad_HistoryOperationUnsupported);
    }
    return history.read(
        point,
        raw,
        timestamps,
        id.getContinuationPoint(),
        share,
        getServer().getStaticEncodingContext());
  }

  private static boolean hasHistory(Point point) {
    return point.kind() != Kind.GAUGE;
  }

  private void addNodes() {
    UaFolderNode plant =
        new UaFolderNode(
            getNodeContext(), newNodeId("plant"), newQualifiedName("Plant"), text("Plant"));
    getNodeManager().addNode(plant);
    plant.addReference(
        new Reference(
            plant.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), false));
    Map<String, UaObjectNode> devices = new LinkedHashMap<>();
    for (int number = 0; number < points.size(); number++) {
      Point point = points.get(number);
      UaObjectNode device =
          devices.computeIfAbsent(point.device(), name -> addObject(plant, name, name));
      addPoint(device, number, point);
    }
    addSimulation(addObject(plant, "simulation", "Simulation"));
  }

  private UaObjectNode addObject(UaFolderNode plant, String id, String name) {
    UaObjectNode object =
        UaObjectNode.build(
            getNodeContext(),
            builder ->
                builder
                    .setNodeId(newNodeId(id))
                    .setBrowseName(newQualifiedName(name))
                    .setDisplayName(text(name))
                    .setTypeDefinition(NodeIds.BaseObjectType)
                    .buildAndAdd());
    plant.addOrganizes(object);
    return object;
  }

  private void addPoint(UaObjectNode device, int number, Point point) {
    NodeId type =
        switch (point.kind()) {
          case REGISTER -> NodeIds.Int64;
          case GAUGE -> NodeIds.Double;
          case STATE -> NodeIds.Int32;
        };
    UaVariableNode node =
        addVariable(
            device,
            point.nodeName(),
            point.quantity(),
            type,
            () -> {
              Picture picture = view.get() == null ? publisher.latest() : view.get();
              return Values.live(picture.samples().get(number), picture.second() * 1000);
            });
    if (hasHistory(point)) {
      node.setAccessLevel(LIVE_AND_HISTORY);
      node.setUserAccessLevel(LIVE_AND_HISTORY);
      node.setHistorizing(true);
    }
    if (!point.unit().isEmpty()) {
      addUnit(node, point.unit());
    }
    pointOfNode.put(node.getNodeId(), number);
  }

  private void addUnit(UaVariableNode node, String unit) {
    UaVariableNode property =
        new UaVariableNode.UaVariableNodeBuilder(getNodeContext())
            .setNodeId(newNodeId(node.getNodeId().getIdentifier() + ".EngineeringUnits"))
            .setBrowseName(new QualifiedName(0, "EngineeringUnits"))
            .setDisplayName(text("EngineeringUnits"))
            .setDataType(NodeIds.EUInformation)
            .setTypeDefinition(NodeIds.PropertyType)
            .build();
    ExtensionObject encoded =
        ExtensionObject.encode(getServer().getStaticEncodingContext(), Units.of(unit));
    property.setValue(new DataValue(new Variant(encoded)));
    getNodeManager().addNode(property);
    node.addReference(
        new Reference(
            node.getNodeId(), NodeIds.HasProperty, property.getNodeId().expanded(), true));
  }

  private void addSimulation(UaObjectNode simulation) {
    addVariable(simulation, "simulation.speed", "speed", NodeIds.Int32, control::speed);
    addVariable(simulation, "simulation.seed", "seed", NodeIds.Int64, control::seed);
    addVariable(simulation, "simulation.time", "time", NodeIds.DateTime, control::time);
    addVariable(
        simulation, "simulation.fault-answer", "fault-answer", NodeIds.String, control::answer);
    UaVariableNode fault =
        addVariable(simulation, Control.FAULT_NODE, "fault", NodeIds.String, control::lastFault);
    fault.setAccessLevel(AccessLevel.toValue(AccessLevel.READ_WRITE));
    fault.setUserAccessLevel(AccessLevel.toValue(AccessLevel.READ_WRITE));
  }

  private UaVariableNode addVariable(
      UaNode parent, String id, String name, NodeId type, Supplier<DataValue> value) {
    UaVariableNode node =
        new UaVariableNode.UaVariableNodeBuilder(getNodeContext())
            .setNodeId(newNodeId(id))
            .setBrowseName(newQualifiedName(name))
            .setDisplayName(text(name))
            .setDataType(type)
            .setTypeDefinition(NodeIds.BaseDataVariableType)
            .setAccessLevel(AccessLevel.READ_ONLY)
            .setUserAccessLevel(AccessLevel.READ_ONLY)
            .setMinimumSamplingInterval(MINIMUM_SAMPLING_MILLIS)
            .build();
    node.getFilterChain().addLast(AttributeFilters.getValue(context -> value.get()));
    getNodeManager().addNode(node);
    parent.addReference(
        new Reference(parent.getNodeId(), NodeIds.HasComponent, node.getNodeId().expanded(), true));
    return node;
  }

  private static LocalizedText text(String text) {
    return LocalizedText.english(text);
  }
}

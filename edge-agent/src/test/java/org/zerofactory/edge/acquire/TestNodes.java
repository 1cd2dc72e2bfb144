package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.AddressSpace.HistoryReadContext;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.jspecify.annotations.Nullable;

/** The variables of the test server, with values that a test sets and a history it fills. */
public final class TestNodes extends ManagedNamespaceWithLifecycle {

  /** Values in one answer for one node; more come by continuation points. */
  static final int PAGE = 50;

  private final SubscriptionModel subscriptions;
  private final Content content;
  private final Map<String, UaVariableNode> variables = new ConcurrentHashMap<>();
  private final Map<ByteString, List<DataValue>> open = new ConcurrentHashMap<>();
  private final AtomicInteger continued = new AtomicInteger();

  /** What the server holds; it survives a restart of the server. */
  public static final class Content {
    private final Map<String, DataValue> values = new LinkedHashMap<>();
    private final Map<String, TreeMap<Instant, DataValue>> histories = new ConcurrentHashMap<>();

    public Content with(String name, Object value, Instant sourceTime) {
      values.put(name, value(value, StatusCodes.Good, sourceTime));
      return this;
    }

    /** Makes the node record; each call adds a value. */
    Content recorded(String name, Object value, Instant sourceTime) {
      histories
          .computeIfAbsent(name, key -> new TreeMap<>())
          .put(sourceTime, value(value, StatusCodes.Good, sourceTime));
      return this;
    }
  }

  TestNodes(OpcUaServer server, Content content) {
    super(server, TestServer.URI);
    this.content = content;
    this.subscriptions = new SubscriptionModel(server, this);
    getLifecycleManager().addLifecycle(subscriptions);
    getLifecycleManager().addStartupTask(() -> content.values.forEach(this::add));
  }

  void set(String name, Object value, long status, Instant sourceTime) {
    DataValue next = value(value, status, sourceTime);
    content.values.put(name, next);
    Objects.requireNonNull(variables.get(name), name).setValue(next);
  }

  void set(String name, Object value, Instant sourceTime) {
    set(name, value, StatusCodes.Good, sourceTime);
  }

  /** Adds a node to the running server. */
  void add(String name, Object value, Instant sourceTime) {
    content.with(name, value, sourceTime);
    add(name, Objects.requireNonNull(content.values.get(name)));
  }

  /** How many answers were continued. */
  int continued() {
    return continued.get();
  }

  /** Continuation points that nobody used up or released. */
  int openContinuationPoints() {
    return open.size();
  }

  private static DataValue value(Object value, long status, Instant sourceTime) {
    return new DataValue(
        new Variant(value), new StatusCode(status), new DateTime(sourceTime), DateTime.now());
  }

  private void add(String name, DataValue value) {
    boolean recorded = content.histories.containsKey(name);
    var access =
        recorded
            ? AccessLevel.toValue(AccessLevel.CurrentRead, AccessLevel.HistoryRead)
            : AccessLevel.toValue(AccessLevel.CurrentRead);
    UaVariableNode node =
        new UaVariableNode.UaVariableNodeBuilder(getNodeContext())
            .setNodeId(newNodeId(name))
            .setBrowseName(newQualifiedName(name))
            .setDisplayName(LocalizedText.english(name))
            .setDataType(NodeIds.BaseDataType)
            .setTypeDefinition(NodeIds.BaseDataVariableType)
            .build();
    node.setAccessLevel(access);
    node.setUserAccessLevel(access);
    node.setValue(value);
    getNodeManager().addNode(node);
    node.addReference(
        new Reference(
            node.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), false));
    variables.put(name, node);
  }

  @Override
  public List<HistoryReadResult> historyRead(
      HistoryReadContext context,
      HistoryReadDetails details,
      TimestampsToReturn timestamps,
      List<HistoryReadValueId> ids) {
    List<HistoryReadResult> results = new ArrayList<>();
    for (HistoryReadValueId id : ids) {
      results.add(page((ReadRawModifiedDetails) details, id));
    }
    return results;
  }

  private HistoryReadResult page(ReadRawModifiedDetails details, HistoryReadValueId id) {
    @Nullable List<DataValue> left;
    if (id.getContinuationPoint() == null || id.getContinuationPoint().isNullOrEmpty()) {
      left = recorded(details, id.getNodeId());
    } else {
      continued.incrementAndGet();
      left = open.remove(id.getContinuationPoint());
    }
    if (left == null) {
      return result(StatusCodes.Bad_HistoryOperationUnsupported, ByteString.NULL_VALUE, List.of());
    }
    ByteString next = ByteString.NULL_VALUE;
    if (left.size() > PAGE) {
      next = ByteString.of(UUID.randomUUID().toString().getBytes());
      open.put(next, left.subList(PAGE, left.size()));
      left = left.subList(0, PAGE);
    }
    return result(StatusCodes.Good, next, left);
  }

  private @Nullable List<DataValue> recorded(ReadRawModifiedDetails details, NodeId node) {
    TreeMap<Instant, DataValue> history = content.histories.get(node.getIdentifier().toString());
    if (history == null) {
      return null;
    }
    return List.copyOf(
        history
            .subMap(
                details.getStartTime().getJavaInstant(),
                true,
                details.getEndTime().getJavaInstant(),
                false)
            .values());
  }

  private HistoryReadResult result(long status, ByteString next, List<DataValue> values) {
    return new HistoryReadResult(
        new StatusCode(status),
        next,
        ExtensionObject.encode(
            getServer().getStaticEncodingContext(),
            new HistoryData(values.toArray(DataValue[]::new))));
  }

  @Override
  public void onDataItemsCreated(List<DataItem> items) {
    subscriptions.onDataItemsCreated(items);
  }

  @Override
  public void onDataItemsModified(List<DataItem> items) {
    subscriptions.onDataItemsModified(items);
  }

  @Override
  public void onDataItemsDeleted(List<DataItem> items) {
    subscriptions.onDataItemsDeleted(items);
  }

  @Override
  public void onMonitoringModeChanged(List<MonitoredItem> items) {
    subscriptions.onMonitoringModeChanged(items);
  }
}

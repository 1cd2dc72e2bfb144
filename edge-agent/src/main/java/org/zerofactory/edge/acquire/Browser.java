package org.zerofactory.edge.acquire;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.jspecify.annotations.Nullable;

/** Lists what a server offers below {@code Objects}, for {@code edge browse}. */
public final class Browser {

  /** Nodes listed at most; a large controller has hundreds of thousands. */
  public static final int MAX_NODES = 20_000;

  private static final int MAX_DEPTH = 30;
  private static final int READS_PER_VARIABLE = 2;
  private static final String UNIT_PROPERTY = "EngineeringUnits";

  private final Path pkiFolder;
  private final InstantSource systemClock;

  /**
   * One node of the tree, parents before children.
   *
   * @param depth 0 for the nodes directly below {@code Objects}
   * @param node id that may stand in a template: {@code nsu=<namespace>;...}
   * @param type type of the value's content; empty for an object or a variable without a value
   * @param value short text of the value
   * @param unit engineering unit if the server tells one
   * @param history whether the node's history can be read
   */
  public record Entry(
      int depth,
      String name,
      String node,
      boolean variable,
      String type,
      String value,
      String unit,
      boolean history) {}

  /**
   * Everything found.
   *
   * @param complete false if the limit of nodes was reached
   */
  public record Listing(String endpoint, List<Entry> entries, boolean complete) {

    public Listing {
      entries = List.copyOf(entries);
    }
  }

  private record Seen(int depth, String name, NodeId id, boolean variable) {}

  public Browser(Path pkiFolder, InstantSource systemClock) {
    this.pkiFolder = pkiFolder;
    this.systemClock = systemClock;
  }

  /**
   * @param secure Basic256Sha256 with SignAndEncrypt; otherwise without security
   * @param user name of a user; empty for anonymous access
   * @param passwordFile whose first line is the password; needed with a user
   * @throws AcquireException with the reason and what to do about it
   */
  public Listing browse(
      String endpoint, boolean secure, Optional<String> user, Optional<Path> passwordFile)
      throws InterruptedException {
    Optional<SourceSetup.User> account =
        user.map(
            name ->
                new SourceSetup.User(
                    name,
                    passwordFile.orElseThrow(
                        () -> new IllegalArgumentException("a user needs a password file"))));
    SourceSetup source = SourceSetup.toBrowse(endpoint, secure, account);
    ClientIdentity identity = ClientIdentity.in(pkiFolder, "browse");
    try (OpcThreads threads = new OpcThreads(1);
        Connection connection =
            new Connector(
                    identity.applicationUri(),
                    Optional.of(identity),
                    new TrustList(pkiFolder),
                    threads,
                    systemClock)
                .open(source, (message, advice) -> {})) {
      Map<NodeId, NodeId> units = new LinkedHashMap<>();
      List<Seen> seen = walk(connection, units);
      return new Listing(endpoint, entries(connection, seen, units), seen.size() < MAX_NODES);
    } catch (UaException exception) {
      throw Explanation.of(exception, source);
    }
  }

  /** Depth first; a node that can be reached by two ways is listed once. */
  private static List<Seen> walk(Connection connection, Map<NodeId, NodeId> units)
      throws UaException {
    List<Seen> seen = new ArrayList<>();
    Set<NodeId> known = new HashSet<>();
    ArrayDeque<Seen> open = new ArrayDeque<>();
    push(open, connection, NodeIds.ObjectsFolder, 0, units, known);
    while (!open.isEmpty() && seen.size() < MAX_NODES) {
      Seen next = open.pop();
      seen.add(next);
      if (next.depth() < MAX_DEPTH) {
        push(open, connection, next.id(), next.depth() + 1, units, known);
      }
    }
    return seen;
  }

  private static void push(
      ArrayDeque<Seen> open,
      Connection connection,
      NodeId parent,
      int depth,
      Map<NodeId, NodeId> units,
      Set<NodeId> known)
      throws UaException {
    List<Seen> children = new ArrayList<>();
    for (ReferenceDescription reference : children(connection, parent)) {
      Optional<NodeId> id = reference.getNodeId().toNodeId(connection.client().getNamespaceTable());
      String name = reference.getBrowseName().getName();
      // the standard's own nodes and how a history is kept are nothing to meter
      boolean standard =
          id.filter(node -> node.getNamespaceIndex().intValue() == 0).isPresent()
              || NodeIds.HasHistoricalConfiguration.equals(reference.getReferenceTypeId());
      if (id.isPresent() && UNIT_PROPERTY.equals(name)) {
        units.put(parent, id.get());
      }
      boolean property = NodeIds.HasProperty.equals(reference.getReferenceTypeId());
      if (id.isPresent() && !standard && !property && known.add(id.get())) {
        boolean variable = reference.getNodeClass() == NodeClass.Variable;
        children.add(new Seen(depth, String.valueOf(name), id.get(), variable));
      }
    }
    for (int i = children.size() - 1; i >= 0; i--) {
      open.push(children.get(i));
    }
  }

  private static List<ReferenceDescription> children(Connection connection, NodeId parent)
      throws UaException {
    connection.check();
    List<ReferenceDescription> children = new ArrayList<>();
    BrowseResult result =
        connection
            .client()
            .browse(
                new BrowseDescription(
                    parent,
                    BrowseDirection.Forward,
                    NodeIds.HierarchicalReferences,
                    true,
                    uint(NodeClass.Object.getValue() | NodeClass.Variable.getValue()),
                    uint(BrowseResultMask.All.getValue())));
    while (true) {
      ReferenceDescription @Nullable [] references = result.getReferences();
      if (references != null) {
        children.addAll(Arrays.asList(references));
      }
      ByteString point = result.getContinuationPoint();
      if (point == null || point.isNullOrEmpty() || children.size() > MAX_NODES) {
        return children;
      }
      BrowseResult @Nullable [] next =
          connection.client().browseNext(false, List.of(point)).getResults();
      if (next == null || next.length == 0) {
        return children;
      }
      result = next[0];
    }
  }

  private static List<Entry> entries(
      Connection connection, List<Seen> seen, Map<NodeId, NodeId> units) throws UaException {
    List<ReadValueId> ids = new ArrayList<>();
    for (Seen node : seen) {
      if (node.variable()) {
        ids.add(Inspection.attribute(node.id(), AttributeId.Value));
        ids.add(Inspection.attribute(node.id(), AttributeId.AccessLevel));
      }
    }
    List<DataValue> values = connection.read(ids);
    Map<NodeId, String> unitTexts = unitTexts(connection, units);
    List<Entry> entries = new ArrayList<>();
    int next = 0;
    for (Seen node : seen) {
      String id = node.id().expanded(connection.client().getNamespaceTable()).toParseableString();
      if (!node.variable()) {
        entries.add(new Entry(node.depth(), node.name(), id, false, "", "", "", false));
        continue;
      }
      DataValue value = values.get(next);
      boolean history = Inspection.hasHistoryBit(values.get(next + 1));
      next += READS_PER_VARIABLE;
      Object raw = value.value() == null ? null : value.value().value();
      String type = raw == null ? "" : raw.getClass().getSimpleName();
      String shown = raw == null ? Explanation.name(value.statusCode()) : Inspection.shown(raw);
      String unit = unitTexts.getOrDefault(node.id(), "");
      entries.add(new Entry(node.depth(), node.name(), id, true, type, shown, unit, history));
    }
    return entries;
  }

  private static Map<NodeId, String> unitTexts(Connection connection, Map<NodeId, NodeId> units)
      throws UaException {
    List<Map.Entry<NodeId, NodeId>> variables = List.copyOf(units.entrySet());
    List<DataValue> values =
        connection.read(
            variables.stream()
                .map(variable -> Inspection.attribute(variable.getValue(), AttributeId.Value))
                .toList());
    Map<NodeId, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < variables.size(); i++) {
      Object raw = values.get(i).value() == null ? null : values.get(i).value().value();
      if (raw instanceof ExtensionObject encoded
          && encoded.decode(connection.client().getStaticEncodingContext())
              instanceof EUInformation unit
          && unit.getDisplayName() != null) {
        texts.put(variables.get(i).getKey(), String.valueOf(unit.getDisplayName().getText()));
      }
    }
    return texts;
  }
}

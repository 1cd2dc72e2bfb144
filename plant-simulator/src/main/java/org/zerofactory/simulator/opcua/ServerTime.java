package org.zerofactory.simulator.opcua;

import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.model.variables.ServerStatusTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilters;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.ServerStatusDataType;
import org.zerofactory.simulator.point.PlantClock;

/** Makes {@code Server_ServerStatus} tell plant time, from which a simulated site's edge lives. */
final class ServerTime {

  private ServerTime() {}

  static void show(OpcUaServer server, PlantClock clock) {
    DateTime start = now(clock);
    ServerStatusTypeNode status = (ServerStatusTypeNode) node(server, NodeIds.Server_ServerStatus);
    status.setStartTime(start);
    variable(server, NodeIds.Server_ServerStatus_CurrentTime)
        .getFilterChain()
        .addFirst(AttributeFilters.getValue(context -> stamped(new Variant(now(clock)), clock)));
    status
        .getFilterChain()
        .addFirst(
            AttributeFilters.getValue(
                context -> stamped(new Variant(encoded(server, status, start, clock)), clock)));
    variable(server, NodeIds.HistoryServerCapabilities_AccessHistoryDataCapability)
        .setValue(new DataValue(new Variant(true)));
  }

  private static ExtensionObject encoded(
      OpcUaServer server, ServerStatusTypeNode status, DateTime start, PlantClock clock) {
    return ExtensionObject.encode(
        server.getStaticEncodingContext(),
        new ServerStatusDataType(
            start,
            now(clock),
            status.getState(),
            status.getBuildInfo(),
            status.getSecondsTillShutdown(),
            status.getShutdownReason()));
  }

  private static DataValue stamped(Variant value, PlantClock clock) {
    return new DataValue(value, StatusCode.GOOD, now(clock), now(clock));
  }

  private static DateTime now(PlantClock clock) {
    return Values.time(clock.instant().toEpochMilli());
  }

  private static UaVariableNode variable(OpcUaServer server, NodeId id) {
    return (UaVariableNode) node(server, id);
  }

  private static UaNode node(OpcUaServer server, NodeId id) {
    return server
        .getAddressSpaceManager()
        .getManagedNode(id)
        .orElseThrow(() -> new IllegalStateException("node " + id + ": expected in any server"));
  }
}

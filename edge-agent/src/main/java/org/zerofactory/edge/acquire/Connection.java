package org.zerofactory.edge.acquire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OperationLimits;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.jspecify.annotations.Nullable;
import org.zerofactory.edge.alarm.Wording;

/**
 * An open session. It is never repaired: whatever breaks it, the source begins again from the
 * start, subscription and history included. So a lost network, a restarted server and a first start
 * take one and the same way.
 */
final class Connection implements AutoCloseable {

  private static final int CLOSE_SECONDS = 2;

  /** Ours, where the server names no limit. */
  private static final int MAX_NODES_PER_CALL = 500;

  static final Wording CLOSED = new Wording("closed by the agent", "由代理关闭");

  private final OpcUaClient client;
  private final SourceSetup source;
  private final AtomicReference<@Nullable Wording> broken = new AtomicReference<>();
  private volatile Runnable onBroken = () -> {};
  private @Nullable OperationLimits limits;

  Connection(OpcUaClient client, SourceSetup source) {
    this.client = client;
    this.source = source;
    client.addSessionActivityListener(
        new SessionActivityListener() {
          @Override
          public void onSessionInactive(UaSession session) {
            markBroken(Wording.of("the connection was lost", "连接中断"));
          }
        });
  }

  OpcUaClient client() {
    return client;
  }

  /** Runs once the connection breaks; at once if it has. */
  void onBroken(Runnable action) {
    onBroken = action;
    if (broken.get() != null) {
      action.run();
    }
  }

  void markBroken(Wording reason) {
    if (broken.compareAndSet(null, reason)) {
      onBroken.run();
    }
  }

  /**
   * @throws AcquireException if the connection is broken
   */
  void check() {
    Wording reason = broken.get();
    if (reason != null) {
      throw new AcquireException(
          SourceEvent.Kind.OFFLINE,
          new Wording(
              "source %s at %s: %s".formatted(source.id(), source.endpoint(), reason.english()),
              "数据源 %s（%s）：%s".formatted(source.id(), source.endpoint(), reason.chinese())),
          Wording.of(
              "The agent tries again by itself; if this repeats, look into the server's log.",
              "代理会自动重连；若反复出现，请查看服务器日志。"));
    }
  }

  /** Reads any number of attributes, in calls as long as the server allows. */
  List<DataValue> read(List<ReadValueId> ids) throws UaException {
    int limit = limit(limits().maxNodesPerRead().orElse(null));
    List<DataValue> values = new ArrayList<>(ids.size());
    for (int from = 0; from < ids.size(); from += limit) {
      check();
      List<ReadValueId> part = ids.subList(from, Math.min(ids.size(), from + limit));
      ReadResponse response = client.read(0.0, TimestampsToReturn.Both, part);
      DataValue[] results = response.getResults();
      if (results == null || results.length != part.size()) {
        throw new UaException(
            StatusCodes.Bad_UnexpectedError,
            "expected %d values, got %d"
                .formatted(part.size(), results == null ? 0 : results.length));
      }
      values.addAll(List.of(results));
    }
    return values;
  }

  int maxNodesPerHistoryRead() {
    return limit(limits().maxNodesPerHistoryReadData().orElse(null));
  }

  int maxMonitoredItemsPerCall() {
    return limit(limits().maxMonitoredItemsPerCall().orElse(null));
  }

  int maxNodesPerBrowse() {
    return limit(limits().maxNodesPerBrowse().orElse(null));
  }

  int maxNodesPerRead() {
    return limit(limits().maxNodesPerRead().orElse(null));
  }

  /** A server that names no limits (they are optional) gets ours. */
  private OperationLimits limits() {
    if (limits == null) {
      try {
        limits = client.getOperationLimits();
      } catch (UaException exception) {
        limits =
            new OperationLimits(
                null, null, null, null, null, null, null, null, null, null, null, null);
      }
    }
    return limits;
  }

  /** Zero means without limit (OPC 10000-5, 6.3.11). */
  private static int limit(@Nullable UInteger named) {
    long limit = named == null || named.longValue() == 0 ? MAX_NODES_PER_CALL : named.longValue();
    return (int) Math.min(limit, MAX_NODES_PER_CALL);
  }

  /** Ends the session; if the server does not answer within two seconds, the socket alone. */
  @Override
  public void close() {
    markBroken(CLOSED);
    try {
      client.disconnectAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException exception) {
      dropSocket();
    } catch (InterruptedException exception) {
      dropSocket();
      Thread.currentThread().interrupt();
    }
  }

  /** The connection is given up whether or not the transport says that it ended. */
  private void dropSocket() {
    CompletableFuture<?> unused = client.getTransport().disconnect();
  }
}

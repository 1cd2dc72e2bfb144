package org.zerofactory.edge.acquire;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DeadbandType;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.zerofactory.edge.alarm.Wording;
import org.zerofactory.hardware.PointConfiguration;

/** The subscription of one connection: every point a monitored item, values into the buffer. */
final class Subscriber {

  private static final double PUBLISHING_MILLIS = 1_000;
  private static final double FAST_PUBLISHING_MILLIS = 250;
  private static final double SHORTEST_SAMPLING_MILLIS = 100;
  private static final int MAX_QUEUE = 100;
  private static final double KEEP_ALIVE_MILLIS = 10_000;

  private static final Set<Long> NO_FILTER =
      Set.of(
          StatusCodes.Bad_FilterNotAllowed,
          StatusCodes.Bad_MonitoredItemFilterUnsupported,
          StatusCodes.Bad_MonitoredItemFilterInvalid,
          StatusCodes.Bad_DeadbandFilterInvalid);

  private final Connection connection;
  private final LiveBuffer buffer;
  private final InstantSource systemClock;
  private final double rate;
  private final OpcUaSubscription subscription;

  /** A point that the server does not want to monitor. */
  record Refused(Inspection.Found point, StatusCode status) {}

  /**
   * @param rate seconds of the source's time in a second: simulated time runs fast, so sampling
   *     does too
   */
  Subscriber(Connection connection, LiveBuffer buffer, InstantSource systemClock, double rate) {
    this.connection = connection;
    this.buffer = buffer;
    this.systemClock = systemClock;
    this.rate = Math.max(1, rate);
    double publishing = rate > 2 ? FAST_PUBLISHING_MILLIS : PUBLISHING_MILLIS;
    this.subscription = new OpcUaSubscription(connection.client(), publishing);
  }

  void create() throws UaException {
    subscription.setTargetKeepAliveInterval(KEEP_ALIVE_MILLIS);
    subscription.setMaxMonitoredItemsPerCall(uint(connection.maxMonitoredItemsPerCall()));
    subscription.setSubscriptionListener(new Listener());
    subscription.create();
  }

  /** Longest time a change may wait in the server before it is published. */
  double publishingMillis() {
    return subscription.getRevisedPublishingInterval().orElse(PUBLISHING_MILLIS);
  }

  /** Monitors more points; gives those that the server refuses. */
  List<Refused> add(List<Inspection.Found> points) throws UaException {
    List<OpcUaMonitoredItem> withoutFilter = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    subscription.addMonitoredItems(points.stream().map(this::item).toList());
    for (MonitoredItemServiceOperationResult result : subscription.createMonitoredItems()) {
      if (result.isGood()) {
        continue;
      }
      if (!result.serviceResult().isGood()) {
        throw new UaException(result.serviceResult());
      }
      StatusCode status = result.operationResult().orElse(StatusCode.BAD);
      subscription.removeMonitoredItem(result.monitoredItem());
      Inspection.Found point = point(result.monitoredItem());
      if (NO_FILTER.contains(status.value())) {
        OpcUaMonitoredItem again = item(point);
        again.setFilter(null);
        withoutFilter.add(again);
      } else {
        refused.add(new Refused(point, status));
      }
    }
    if (!withoutFilter.isEmpty()) {
      subscription.addMonitoredItems(withoutFilter);
      for (MonitoredItemServiceOperationResult result : subscription.createMonitoredItems()) {
        if (!result.isGood()) {
          refused.add(
              new Refused(
                  point(result.monitoredItem()), result.operationResult().orElse(StatusCode.BAD)));
        }
      }
    }
    return refused;
  }

  private OpcUaMonitoredItem item(Inspection.Found found) {
    PointConfiguration point = found.point();
    OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(found.node().orElseThrow());
    double sampling = Math.max(SHORTEST_SAMPLING_MILLIS, point.samplingSeconds() * 1_000 / rate);
    double publishing = subscription.getPublishingInterval();
    int queue = (int) Math.min(MAX_QUEUE, 2 + 2 * Math.ceil(publishing / sampling));
    item.setSamplingInterval(sampling);
    item.setQueueSize(uint(queue));
    item.setDiscardOldest(true);
    item.setUserObject(found);
    if (SourceSetup.isGauge(point) && point.deadband().orElse(0) > 0) {
      item.setFilter(
          new DataChangeFilter(
              DataChangeTrigger.StatusValue,
              uint(DeadbandType.Absolute.getValue()),
              point.deadband().getAsDouble()));
    }
    return item;
  }

  private static Inspection.Found point(OpcUaMonitoredItem item) {
    return (Inspection.Found) item.getUserObject().orElseThrow();
  }

  private final class Listener implements OpcUaSubscription.SubscriptionListener {

    @Override
    public void onDataReceived(
        OpcUaSubscription from, List<OpcUaMonitoredItem> items, List<DataValue> values) {
      var arrival = systemClock.instant();
      List<LiveBuffer.Received> received = new ArrayList<>(items.size());
      for (int i = 0; i < items.size(); i++) {
        received.add(new LiveBuffer.Received(point(items.get(i)).index(), values.get(i), arrival));
      }
      buffer.add(received);
    }

    @Override
    public void onNotificationDataLost(OpcUaSubscription from) {
      connection.markBroken(
          new Wording(
              "the server no longer had values that were lost on the way", "途中丢失的数据服务器已不再保存"));
    }

    @Override
    public void onWatchdogTimerElapsed(OpcUaSubscription from) {
      connection.markBroken(new Wording("the server stopped publishing", "服务器停止发布数据"));
    }

    @Override
    public void onStatusChanged(OpcUaSubscription from, StatusCode status) {
      connection.markBroken(
          Wording.of("the subscription ended with %s", "订阅已结束（%s）", Explanation.name(status)));
    }

    @Override
    public void onTransferFailed(OpcUaSubscription from, StatusCode status) {
      connection.markBroken(
          Wording.of("the subscription was lost with %s", "订阅已丢失（%s）", Explanation.name(status)));
    }
  }
}

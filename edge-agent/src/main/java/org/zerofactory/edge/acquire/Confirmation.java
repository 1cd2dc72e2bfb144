package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.zerofactory.edge.alarm.Wording;

/**
 * Reads registers and states that did not change: a subscription is silent about them, and a good
 * read proves the value at the server's time stamp.
 */
final class Confirmation {

  private static final ReadValueId CURRENT_TIME =
      Inspection.attribute(NodeIds.Server_ServerStatus_CurrentTime, AttributeId.Value);

  private final Connection connection;
  private final SourceContext context;

  /**
   * What a confirmation gave.
   *
   * @param serverTime the server's clock as the read began
   * @param reached up to when the good values are proven; the server's clock may be ahead of the
   *     values it holds
   */
  record Confirmed(Instant serverTime, Instant reached, List<HistoryReader.Indexed> samples) {}

  Confirmation(Connection connection, SourceContext context) {
    this.connection = connection;
    this.context = context;
  }

  /**
   * Reads the server's time, then the points.
   *
   * @throws AcquireException if the server does not tell its time
   */
  Confirmed read(List<Inspection.Found> points) throws UaException {
    List<ReadValueId> ids = new ArrayList<>();
    ids.add(CURRENT_TIME);
    points.forEach(
        point -> ids.add(Inspection.attribute(point.node().orElseThrow(), AttributeId.Value)));
    List<DataValue> values = connection.read(ids);
    Instant serverTime = serverTime(values.get(0), context.setup());
    context.clock().observe(serverTime);
    Instant arrival = context.systemClock().instant();
    Instant reached = serverTime;
    List<HistoryReader.Indexed> samples = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      DataValue value = values.get(i + 1);
      SampleConversion conversion = context.conversions().get(points.get(i).index());
      Instant time = provenAt(value, serverTime);
      reached = time.isBefore(reached) && Inspection.isGood(value) ? time : reached;
      samples.add(
          new HistoryReader.Indexed(
              points.get(i).index(), conversion.sample(value, time, arrival)));
    }
    return new Confirmed(serverTime, reached, samples);
  }

  /** The server's time alone. */
  Instant serverTime() throws UaException {
    return read(List.of()).serverTime();
  }

  /**
   * The later of both time stamps. One that lies in a future that cannot be is left out (some
   * simulations stamp with the computer's time); without any, the server's time.
   */
  private static Instant provenAt(DataValue value, Instant serverTime) {
    Instant possible = serverTime.plus(LiveIntake.FUTURE);
    Instant proven = Instant.MIN;
    for (DateTime stamp : Arrays.asList(value.sourceTime(), value.serverTime())) {
      Instant time = HistoryReader.instant(stamp);
      if (time != null && time.isBefore(possible) && time.isAfter(proven)) {
        proven = time;
      }
    }
    return proven.equals(Instant.MIN) ? serverTime : proven;
  }

  /** The same without anything else known of the source. */
  static Instant serverTime(Connection connection, SourceSetup source) throws UaException {
    return serverTime(connection.read(List.of(CURRENT_TIME)).get(0), source);
  }

  private static Instant serverTime(DataValue value, SourceSetup source) {
    Object time = value.value() == null ? null : value.value().value();
    Optional<Instant> known =
        time instanceof DateTime dateTime && dateTime.utcTime() > 0
            ? Optional.of(dateTime.getJavaInstant())
            : Optional.ofNullable(HistoryReader.time(value));
    return known.orElseThrow(
        () ->
            new AcquireException(
                SourceEvent.Kind.OFFLINE,
                Wording.of(
                    "source %s: the server does not tell its time (ServerStatus.CurrentTime): %s",
                    "数据源 %s：服务器未提供时间（ServerStatus.CurrentTime）：%s",
                    source.id(),
                    value.statusCode()),
                Wording.of(
                    "Allow the user to read the node i=2258 of the server.",
                    "请允许该用户读取服务器节点 i=2258。")));
  }
}

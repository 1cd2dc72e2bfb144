package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/**
 * Reads registers and states that did not change: a subscription is silent about them, and a good
 * read proves the value at the server's time.
 */
final class Confirmation {

  private final Connection connection;
  private final SourceContext context;

  /**
   * What a confirmation gave.
   *
   * @param serverTime every value was read at or after it
   */
  record Confirmed(Instant serverTime, List<HistoryReader.Indexed> samples) {}

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
    ids.add(Inspection.attribute(NodeIds.Server_ServerStatus_CurrentTime, AttributeId.Value));
    points.forEach(
        point ->
            ids.add(Inspection.attribute(point.node().orElseThrow(), AttributeId.Value)));
    List<DataValue> values = connection.read(ids);
    Instant serverTime = serverTime(values.get(0));
    context.clock().observe(serverTime);
    Instant arrival = context.systemClock().instant();
    List<HistoryReader.Indexed> samples = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      DataValue value = values.get(i + 1);
      SampleConversion conversion = context.conversions().get(points.get(i).index());
      Instant time = confirmedAt(value, serverTime);
      samples.add(
          new HistoryReader.Indexed(
              points.get(i).index(), conversion.sample(value, time, arrival)));
    }
    return new Confirmed(serverTime, samples);
  }

  /** The server's time alone. */
  Instant serverTime() throws UaException {
    return read(List.of()).serverTime();
  }

  private static Instant confirmedAt(DataValue value, Instant serverTime) {
    Instant source = HistoryReader.time(value);
    boolean later =
        source != null
            && source.isAfter(serverTime)
            && source.isBefore(serverTime.plus(LiveIntake.FUTURE));
    return later && Inspection.isGood(value) ? source : serverTime;
  }

  private Instant serverTime(DataValue value) {
    Object time = value.value() == null ? null : value.value().value();
    Optional<Instant> known =
        time instanceof DateTime dateTime && dateTime.utcTime() > 0
            ? Optional.of(dateTime.getJavaInstant())
            : Optional.ofNullable(HistoryReader.time(value));
    return known.orElseThrow(
        () ->
            new AcquireException(
                SourceEvent.Kind.OFFLINE,
                "source %s: the server does not tell its time (ServerStatus.CurrentTime): %s"
                    .formatted(context.setup().id(), value.statusCode()),
                "Allow the user to read the node i=2258 of the server."));
  }
}

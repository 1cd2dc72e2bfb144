package org.zerofactory.edge.acquire;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.alarm.Wording;

/** Reads raw history of many points over one stretch of time (OPC 10000-11, 6.5.3). */
final class HistoryReader {

  /** Values of all nodes of a call together; keeps an answer far below the message limit. */
  private static final int VALUES_PER_CALL = 50_000;

  private static final int MIN_VALUES_PER_NODE = 100;

  /** Calls that continue one stretch; a server that never ends is cut off here. */
  private static final int MAX_CONTINUATIONS = 10_000;

  private static final Set<Long> NO_DATA =
      Set.of(
          StatusCodes.Bad_NoData, StatusCodes.Bad_BoundNotFound, StatusCodes.Bad_BoundNotSupported);

  private final Connection connection;
  private final InstantSource systemClock;
  private final List<SampleConversion> conversions;
  private final Map<Integer, StatusCode> refused = new LinkedHashMap<>();

  /** A sample and the index of its point. */
  record Indexed(int point, Sample sample) {

    static final Comparator<Indexed> BY_TIME =
        Comparator.comparing(indexed -> indexed.sample().sourceTime());
  }

  HistoryReader(
      Connection connection, InstantSource systemClock, List<SampleConversion> conversions) {
    this.connection = connection;
    this.systemClock = systemClock;
    this.conversions = conversions;
  }

  /**
   * All samples with {@code from <= time <= to}, in order of time; with {@code bounds} also the
   * last one at or before {@code from} where the server gives it.
   */
  List<Indexed> read(List<Inspection.Found> points, Instant from, Instant to, boolean bounds)
      throws UaException {
    List<Indexed> samples = new ArrayList<>();
    int limit = connection.maxNodesPerHistoryRead();
    List<Inspection.Found> wanted =
        points.stream().filter(point -> !refused.containsKey(point.index())).toList();
    for (int first = 0; first < wanted.size(); first += limit) {
      List<Inspection.Found> part = wanted.subList(first, Math.min(wanted.size(), first + limit));
      readPart(part, from, to, bounds, samples);
    }
    samples.sort(Indexed.BY_TIME);
    return samples;
  }

  /** Points that the server refused to give history of since the last call, with the status. */
  Map<Integer, StatusCode> refused() {
    return Map.copyOf(refused);
  }

  private void readPart(
      List<Inspection.Found> points,
      Instant from,
      Instant to,
      boolean bounds,
      List<Indexed> samples)
      throws UaException {
    int perNode = Math.max(MIN_VALUES_PER_NODE, VALUES_PER_CALL / points.size());
    // a raw read leaves its end out, but the reading at the end of an interval closes it; some
    // servers count in milliseconds
    var details =
        new ReadRawModifiedDetails(
            false, new DateTime(from), new DateTime(to.plusMillis(1)), uint(perNode), bounds);
    List<Open> open = new ArrayList<>();
    points.forEach(point -> open.add(new Open(point, ByteString.NULL_VALUE)));
    try {
      for (int call = 0; !open.isEmpty(); call++) {
        if (call == MAX_CONTINUATIONS) {
          throw new UaException(
              StatusCodes.Bad_TooManyOperations,
              "history from %s to %s did not end after %d calls".formatted(from, to, call));
        }
        connection.check();
        step(details, open, from, to, bounds, samples);
      }
    } finally {
      release(details, open);
    }
  }

  /** One call; what is finished leaves {@code open}, what goes on keeps its continuation point. */
  private void step(
      ReadRawModifiedDetails details,
      List<Open> open,
      Instant from,
      Instant to,
      boolean bounds,
      List<Indexed> samples)
      throws UaException {
    List<Open> asked = List.copyOf(open);
    open.clear();
    HistoryReadResult[] results = call(details, false, asked);
    Instant arrival = systemClock.instant();
    for (int i = 0; i < results.length; i++) {
      Inspection.Found point = asked.get(i).point();
      StatusCode status = results[i].getStatusCode();
      if (status != null && status.isBad() && !NO_DATA.contains(status.value())) {
        refused.put(point.index(), status);
        continue;
      }
      take(point, results[i], arrival, bounds ? Instant.MIN : from, to, samples);
      ByteString next = results[i].getContinuationPoint();
      if (next != null && !next.isNullOrEmpty()) {
        open.add(new Open(point, next));
      }
    }
  }

  private void take(
      Inspection.Found point,
      HistoryReadResult result,
      Instant arrival,
      Instant after,
      Instant to,
      List<Indexed> samples) {
    if (result.getHistoryData() == null || result.getHistoryData().isNull()) {
      return;
    }
    Object decoded = result.getHistoryData().decode(connection.client().getStaticEncodingContext());
    DataValue @Nullable [] values =
        decoded instanceof HistoryData data ? data.getDataValues() : null;
    if (values == null) {
      return;
    }
    SampleConversion conversion = conversions.get(point.index());
    for (DataValue value : values) {
      Instant time = time(value);
      boolean bound = value.statusCode() != null && NO_DATA.contains(value.statusCode().value());
      if (time != null && !bound && !time.isBefore(after) && !time.isAfter(to)) {
        samples.add(new Indexed(point.index(), conversion.sample(value, time, arrival)));
      }
    }
  }

  static @Nullable Instant time(DataValue value) {
    Instant source = instant(value.sourceTime());
    return source != null ? source : instant(value.serverTime());
  }

  /** Null for a missing time; zero stands for it on the wire. */
  static @Nullable Instant instant(@Nullable DateTime time) {
    return time == null || time.utcTime() == 0 ? null : time.getJavaInstant();
  }

  private HistoryReadResult[] call(ReadRawModifiedDetails details, boolean release, List<Open> open)
      throws UaException {
    List<HistoryReadValueId> ids =
        open.stream()
            .map(
                read ->
                    new HistoryReadValueId(
                        read.point().node().orElseThrow(),
                        null,
                        QualifiedName.NULL_VALUE,
                        read.continuation()))
            .toList();
    HistoryReadResponse response =
        connection.client().historyRead(details, TimestampsToReturn.Source, release, ids);
    HistoryReadResult[] results = response.getResults();
    if (results == null || results.length != ids.size()) {
      throw new UaException(
          StatusCodes.Bad_UnexpectedError,
          "expected %d history results, got %d"
              .formatted(ids.size(), results == null ? 0 : results.length));
    }
    return results;
  }

  /** Gives back continuation points that will not be used; a server has few of them. */
  private void release(ReadRawModifiedDetails details, List<Open> open) {
    List<Open> held = open.stream().filter(read -> !read.continuation().isNullOrEmpty()).toList();
    if (held.isEmpty()) {
      return;
    }
    try {
      call(details, true, held);
    } catch (UaException exception) {
      connection.markBroken(
          Wording.of(
              "continuation points could not be released: %s",
              "历史读取的续传点无法释放：%s", String.valueOf(exception.getMessage())));
    }
  }

  /** A read that goes on, and where. */
  private record Open(Inspection.Found point, ByteString continuation) {}
}

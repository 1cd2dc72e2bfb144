package org.zerofactory.simulator.opcua;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.jspecify.annotations.Nullable;
import org.zerofactory.simulator.fault.Instruments;
import org.zerofactory.simulator.point.Quality;
import org.zerofactory.simulator.point.Sample;

/**
 * Raw history (OPC 10000-11, 6.5.3). A continuation point holds the instant at which the next page
 * begins, so the server keeps nothing between pages and a released one costs nothing.
 */
final class History {

  /** Values in one response over all its nodes: 1.6 MB, below any client's usual 2 MiB. */
  static final int VALUES_PER_RESPONSE = 60_000;

  private static final byte CONTINUATION_VERSION = 1;
  private static final int CONTINUATION_BYTES = 1 + Long.BYTES;

  /** Furthest that a drifting clock's stamp may lie from plant time, in seconds. */
  private static final long MAXIMUM_DRIFT_SECONDS = 31 * 86_400L;

  private final Instruments instruments;
  private final LongSupplier shownUntil;

  /**
   * @param shownUntil last instant that was published, epoch seconds of plant time
   */
  History(Instruments instruments, LongSupplier shownUntil) {
    this.instruments = instruments;
    this.shownUntil = shownUntil;
  }

  /** What one node's read asks for: instants from one to the other, backwards if from is later. */
  private record Span(long from, long to, boolean backwards, long limit) {}

  /**
   * One page of one node.
   *
   * @param share how many values of the response this node may use
   */
  HistoryReadResult read(
      int point,
      ReadRawModifiedDetails details,
      TimestampsToReturn timestamps,
      @Nullable ByteString continuation,
      int share,
      EncodingContext encoding) {
    if (Boolean.TRUE.equals(details.getIsReadModified())) {
      return failed(StatusCodes.Bad_HistoryOperationUnsupported);
    }
    Span asked = span(details);
    if (asked == null) {
      return failed(StatusCodes.Bad_InvalidTimestampArgument);
    }
    if (continuation != null && continuation.length() > 0) {
      ByteBuffer bytes = ByteBuffer.wrap(continuation.bytesOrEmpty());
      if (bytes.remaining() != CONTINUATION_BYTES || bytes.get() != CONTINUATION_VERSION) {
        return failed(StatusCodes.Bad_ContinuationPointInvalid);
      }
      asked = new Span(bytes.getLong(), asked.to(), asked.backwards(), asked.limit());
    }
    return page(point, asked, timestamps, share, encoding);
  }

  private HistoryReadResult page(
      int point, Span asked, TimestampsToReturn timestamps, int share, EncodingContext encoding) {
    long[] instants = instants(point, asked);
    long most = Math.min(share, asked.limit() == 0 ? share : asked.limit());
    List<DataValue> values = new ArrayList<>((int) Math.min(most, instants.length));
    int next = 0;
    while (next < instants.length && values.size() < most) {
      long instant = instants[asked.backwards() ? instants.length - 1 - next : next];
      Sample sample = instruments.at(point, instant);
      if (sample.quality() != Quality.SILENT) {
        values.add(Values.recorded(sample, timestamps));
      }
      next++;
    }
    ByteString continuation = ByteString.NULL_VALUE;
    if (next < instants.length) {
      continuation = continuation(instants[asked.backwards() ? instants.length - 1 - next : next]);
    }
    long status =
        values.isEmpty() && continuation.isNull() ? StatusCodes.Good_NoData : StatusCodes.Good;
    HistoryData data = new HistoryData(values.toArray(DataValue[]::new));
    return new HistoryReadResult(
        new StatusCode(status), continuation, ExtensionObject.encode(encoding, data));
  }

  /** Instants ascending; a drifting clock's stamps, not plant time, decide what is inside. */
  private long[] instants(int point, Span asked) {
    long low = asked.backwards() ? asked.to() + 1 : asked.from();
    long high = asked.backwards() ? asked.from() + 1 : asked.to();
    long end = shownUntil.getAsLong() + 1;
    if (!instruments.drifts(point)) {
      return instruments.recorded(point, low, Math.min(high, end));
    }
    long from = Math.max(low, Long.MIN_VALUE / 2) - MAXIMUM_DRIFT_SECONDS;
    long to = Math.min(high, end) + MAXIMUM_DRIFT_SECONDS;
    long[] near = instruments.recorded(point, from, Math.min(to, end));
    return Arrays.stream(near)
        .filter(
            instant -> {
              long stamp = instruments.at(point, instant).sourceMillis();
              return stamp >= low * 1000 && stamp < high * 1000;
            })
        .toArray();
  }

  /**
   * Start included, end excluded. One end may be open if a number of values is given.
   *
   * @return null if neither two times nor one time and a number of values are given
   */
  private @Nullable Span span(ReadRawModifiedDetails details) {
    boolean hasStart = isGiven(details.getStartTime());
    boolean hasEnd = isGiven(details.getEndTime());
    long limit =
        details.getNumValuesPerNode() == null ? 0 : details.getNumValuesPerNode().longValue();
    if (hasStart && hasEnd) {
      long start = roundedUp(details.getStartTime());
      long end = roundedUp(details.getEndTime());
      if (start > end) {
        return new Span(
            roundedDown(details.getStartTime()), roundedDown(details.getEndTime()), true, limit);
      }
      return new Span(start, start == end ? end + 1 : end, false, limit);
    } else if (limit == 0 || !(hasStart || hasEnd)) {
      return null;
    }
    return hasStart
        ? new Span(roundedUp(details.getStartTime()), shownUntil.getAsLong() + 1, false, limit)
        : new Span(roundedDown(details.getEndTime()), Long.MIN_VALUE / 4, true, limit);
  }

  private static boolean isGiven(@Nullable DateTime time) {
    return time != null && time.getUtcTime() > 0;
  }

  private static long roundedUp(DateTime time) {
    return -Math.floorDiv(-time.getJavaTime(), 1000L);
  }

  private static long roundedDown(DateTime time) {
    return Math.floorDiv(time.getJavaTime(), 1000L);
  }

  private static ByteString continuation(long instant) {
    byte[] bytes = new byte[CONTINUATION_BYTES];
    ByteBuffer.wrap(bytes).put(CONTINUATION_VERSION).putLong(instant);
    return ByteString.of(bytes);
  }

  static HistoryReadResult failed(long status) {
    return new HistoryReadResult(new StatusCode(status), ByteString.NULL_VALUE, null);
  }
}

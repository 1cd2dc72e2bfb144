package org.zerofactory.simulator.opcua;

import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.jspecify.annotations.Nullable;
import org.zerofactory.simulator.point.Quality;
import org.zerofactory.simulator.point.Sample;

/** Samples as OPC UA data values. */
final class Values {

  private static final StatusCode DEVICE_FAILURE = new StatusCode(StatusCodes.Bad_DeviceFailure);
  private static final StatusCode NO_VALUE = new StatusCode(StatusCodes.Bad_NoCommunication);
  private static final StatusCode LAST_USABLE =
      new StatusCode(StatusCodes.Uncertain_LastUsableValue);

  /** 100-nanosecond steps from 1601 to 1970 (OPC 10000-6, 5.2.2.5). */
  private static final long EPOCH_DELTA = 116_444_736_000_000_000L;

  private Values() {}

  static DateTime time(long epochMillis) {
    return new DateTime(epochMillis * 10_000 + EPOCH_DELTA);
  }

  /** A value as read or published now. */
  static DataValue live(Sample sample, long serverMillis) {
    return new DataValue(
        variant(sample), status(sample.quality()), time(sample.sourceMillis()), time(serverMillis));
  }

  /** A value from history; the server keeps no time of its own for it. */
  static DataValue recorded(Sample sample, TimestampsToReturn timestamps) {
    DateTime time = time(sample.sourceMillis());
    boolean source = timestamps != TimestampsToReturn.Server;
    boolean server = timestamps != TimestampsToReturn.Source;
    return new DataValue(
        variant(sample), status(sample.quality()), source ? time : null, server ? time : null);
  }

  private static Variant variant(Sample sample) {
    @Nullable Object value = sample.value();
    return value == null ? Variant.NULL_VALUE : new Variant(value);
  }

  private static StatusCode status(Quality quality) {
    return switch (quality) {
      case GOOD -> StatusCode.GOOD;
      case BAD -> DEVICE_FAILURE;
      case SILENT -> NO_VALUE;
      case LAST_KNOWN -> LAST_USABLE;
    };
  }
}

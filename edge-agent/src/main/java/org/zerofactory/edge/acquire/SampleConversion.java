package org.zerofactory.edge.acquire;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.hardware.PointConfiguration;

/** From a server's value to a sample in the point's stored unit. */
final class SampleConversion {

  /** Doubles hold every whole number up to here; beyond it a register would lose counts. */
  private static final long MAX_WHOLE = (1L << 53) - 1;

  private final PointConfiguration point;
  private final boolean unscaled;

  SampleConversion(PointConfiguration point) {
    this.point = point;
    this.unscaled = point.conversion().factor().compareTo(BigDecimal.ONE) == 0;
  }

  PointConfiguration point() {
    return point;
  }

  /**
   * The sample at a given time. Without a usable value it is NaN: with the server's status if that
   * is bad, otherwise with Bad_TypeMismatch or Bad_OutOfRange, so that the reason stays in the
   * data.
   */
  Sample sample(DataValue value, Instant sourceTime, Instant arrivalTime) {
    StatusCode status = value.statusCode();
    long code = status == null ? 0 : status.value();
    if (status != null && status.isBad()) {
      return new Sample(point.id(), sourceTime, arrivalTime, Double.NaN, code);
    }
    Number number = number(value);
    if (number == null) {
      return new Sample(
          point.id(), sourceTime, arrivalTime, Double.NaN, StatusCodes.Bad_TypeMismatch);
    }
    double converted = convert(number);
    long effective = Double.isNaN(converted) ? StatusCodes.Bad_OutOfRange : code;
    return new Sample(point.id(), sourceTime, arrivalTime, converted, effective);
  }

  /** The value as a number, or null if it is of another type. */
  static @Nullable Number number(DataValue value) {
    Object raw = value.value() == null ? null : value.value().value();
    if (raw instanceof Number number) {
      return number;
    }
    return raw instanceof Boolean flag ? Integer.valueOf(flag ? 1 : 0) : null;
  }

  private double convert(Number number) {
    Quantity.Kind kind = point.quantity().kind();
    if (kind == Quantity.Kind.GAUGE) {
      double value = unscaled ? number.doubleValue() : point.conversion().gauge(number);
      return Double.isFinite(value) ? value : Double.NaN;
    }
    if (unscaled && (number instanceof Long || number instanceof Integer)) {
      return inRange(number.longValue(), kind);
    }
    if (!Double.isFinite(number.doubleValue())) {
      return Double.NaN;
    }
    try {
      return inRange(point.conversion().whole(number), kind);
    } catch (ArithmeticException tooLarge) {
      return Double.NaN; // the sample says so: Bad_OutOfRange
    }
  }

  private static double inRange(long value, Quantity.Kind kind) {
    boolean negative = kind == Quantity.Kind.REGISTER && value < 0;
    return negative || Math.abs(value) > MAX_WHOLE ? Double.NaN : value;
  }
}

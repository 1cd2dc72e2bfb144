package org.zerofactory.domain.metering;

import java.time.Instant;

/**
 * One value that a device gave.
 *
 * @param point point id, {@code <device>/<quantity>}
 * @param sourceTime the device's own time stamp; for a confirmed unchanged value, the time of the
 *     confirmation at the server
 * @param arrivalTime when the agent received it, by the agent's clock
 * @param value in the point's stored unit (registers: whole numbers below 2^53); NaN if there is
 *     none
 * @param statusCode OPC UA status code (OPC 10000-4, 7.39), unsigned 32 bit
 */
public record Sample(
    String point, Instant sourceTime, Instant arrivalTime, double value, long statusCode) {

  /** Severity bits 00 (OPC 10000-4, 7.39.1). */
  public boolean isGood() {
    return (statusCode >>> 30 & 0b11) == 0 && Double.isFinite(value);
  }

  /** Severity bits 01 (OPC 10000-4, 7.39.1). */
  public boolean isUncertain() {
    return (statusCode >>> 30 & 0b11) == 1;
  }
}

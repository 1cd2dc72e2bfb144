package org.zerofactory.simulator.point;

/** How far a shown value can be trusted. */
public enum Quality {
  /** Measured as it should be. */
  GOOD,
  /** The device reports a failure; there is no value. */
  BAD,
  /** The device says nothing at all; there is no value. */
  SILENT,
  /** The last value of a series that has ended. */
  LAST_KNOWN
}

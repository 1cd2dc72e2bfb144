package org.zerofactory.domain.metering;

/** How good an interval's amount is. */
public enum Flag {
  /** Difference of two readings of the register. */
  MEASURED,
  /** The register's rise across a gap is exact, its spread over the quarter hours is not. */
  ESTIMATED,
  /** Integrated from power, since there is no register. */
  INTEGRATED,
  /** The register fell back (meter change, reset); energy across the fall is counted as zero. */
  RESET,
  /** Not known. Never the same as zero. */
  MISSING
}

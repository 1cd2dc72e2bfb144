package org.zerofactory.domain.product;

/**
 * What the figures rest on.
 *
 * @param quarterHours that were sealed
 * @param loadUnknown of these, how many have no known load
 * @param missingReadings of machines and shared loads; what they drew is part of the rest
 * @param scaled quarter hours in which sub-meters counted more than the site drew, so that they
 *     were scaled down to it
 */
public record AllocationQuality(
    long quarterHours, long loadUnknown, long missingReadings, long scaled) {

  public static final AllocationQuality NONE = new AllocationQuality(0, 0, 0, 0);

  public AllocationQuality plus(AllocationQuality other) {
    return new AllocationQuality(
        quarterHours + other.quarterHours,
        loadUnknown + other.loadUnknown,
        missingReadings + other.missingReadings,
        scaled + other.scaled);
  }
}

package org.zerofactory.domain.instrument;

import java.util.Locale;

/**
 * What a granular certificate states beyond other instruments.
 *
 * <p>Source: EnergyTag, attributes of a granular certificate (as published on its pages; the
 * production or discharge interval is one hour at most).
 *
 * @param carrier electricity
 * @param energySource what the device runs on
 * @param capacityWatts nameplate capacity
 * @param location coordinates or address
 * @param issuer who issued it
 * @param configuration 1, 2 or 3: how the registry ties it to other certificates of the same energy
 */
public record GranularDetail(
    String carrier,
    String energySource,
    String deviceName,
    long capacityWatts,
    String location,
    String issuer,
    IssuedFrom issuedFrom,
    boolean disclosure,
    int configuration) {

  /** The longest production interval, seconds. */
  public static final long LONGEST_SECONDS = 3600;

  /** Whether it stands for generated or for discharged energy. */
  public enum IssuedFrom {
    PRODUCTION,
    STORAGE;

    /** The word in files and exports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException if the configuration is none of 1, 2, 3 or the capacity is
   *     negative
   */
  public GranularDetail {
    if (configuration < 1 || configuration > 3) {
      throw new IllegalArgumentException(
          "expected configuration 1, 2 or 3, but was " + configuration);
    }
    if (capacityWatts < 0) {
      throw new IllegalArgumentException(
          "expected a capacity of 0 W or more, but was " + capacityWatts);
    }
  }
}

package org.zerofactory.domain.waste;

import java.util.Map;

/**
 * What a site says about itself beyond its description.
 *
 * @param installedKw installed power by inverter id; empty where it is not known
 * @param nightFromHour local hour at which the night's base load begins, 0 to 23
 * @param nightToHour local hour at which it ends, after the first
 */
public record WasteOptions(Map<String, Double> installedKw, int nightFromHour, int nightToHour) {

  /** No installed power known; the night from midnight to 5. */
  public static final WasteOptions DEFAULT = new WasteOptions(Map.of(), 0, 5);

  /**
   * @throws IllegalArgumentException if the night does not end after it begins
   */
  public WasteOptions {
    installedKw = Map.copyOf(installedKw);
    if (nightFromHour < 0 || nightToHour > 24 || nightToHour <= nightFromHour) {
      throw new IllegalArgumentException(
          "expected a night such as 0 to 5 but was " + nightFromHour + " to " + nightToHour);
    }
  }
}

package org.zerofactory.domain.schedule;

/**
 * What a plan is expected to take, for one case of the sun. They steer and compare; what is
 * accounted is metered.
 *
 * @param plannedWh energy of the planned machines, their set-ups and waits, and flexible loads
 * @param importWh of the whole site from the grid
 * @param exportWh of the whole site into the grid
 * @param curtailedWh sun that neither the site nor the grid took
 * @param peakW highest mean import of a quarter hour
 * @param overLimitW by how much {@code peakW} exceeds the connection's import limit, 0 if not
 * @param co2Grams CO2e of the import, location-based
 * @param energyMicros 10^-6 money for import less feed-in
 * @param peakMicros 10^-6 money for the peak above the contracted one
 * @param tardinessMicros 10^-6 money of the profile for lateness
 * @param modeMicros 10^-6 money of the chosen modes and of batteries' wear
 */
public record PlanFigures(
    long plannedWh,
    long importWh,
    long exportWh,
    long curtailedWh,
    long peakW,
    long overLimitW,
    long co2Grams,
    long energyMicros,
    long peakMicros,
    long tardinessMicros,
    long modeMicros) {

  /** Money that is paid, without the profile's price of lateness: 10^-6 of the currency. */
  public long paidMicros() {
    return Math.addExact(Math.addExact(energyMicros, peakMicros), modeMicros);
  }
}

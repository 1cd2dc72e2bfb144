package org.zerofactory.domain.schedule;

import java.time.LocalTime;

/** What can move energy in time without making anything: batteries and loads that may wait. */
public sealed interface Storage {

  String id();

  /**
   * A battery behind the connection.
   *
   * @param minimumKwh least energy in it
   * @param maximumKwh most energy in it
   * @param initialKwh energy in it when nothing is known
   * @param finalKwh least energy at a plan's end
   * @param chargeEfficiency stored kWh for each taken, more than 0 to 1
   * @param dischargeEfficiency kWh given for each stored one, more than 0 to 1
   * @param wearCost money per kWh given
   */
  record Battery(
      String id,
      double minimumKwh,
      double maximumKwh,
      double initialKwh,
      double finalKwh,
      double chargeKw,
      double dischargeKw,
      double chargeEfficiency,
      double dischargeEfficiency,
      double wearCost)
      implements Storage {}

  /**
   * A load that must get its energy each day in a window but not at a given time: a charger, an ice
   * tank, a water heater.
   *
   * @param from local time at which the window begins
   * @param to local time at which it ends; one that is not after {@code from} is of the next day
   * @param kwhPerDay energy for each window
   * @param maximumKw highest power
   */
  record FlexibleLoad(String id, LocalTime from, LocalTime to, double kwhPerDay, double maximumKw)
      implements Storage {}
}

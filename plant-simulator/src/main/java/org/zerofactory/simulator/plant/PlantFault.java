package org.zerofactory.simulator.plant;

/**
 * Something wrong in the plant itself, from the first quarter hour that begins at or after {@code
 * from} until {@code to} (epoch seconds).
 *
 * @param inverter number of the inverter from 0 that loses strings; -1 for a leak
 * @param amount lost share of the output (0 to 1), or leaking air in m3/h
 */
public record PlantFault(int inverter, long from, long to, double amount) {

  /** Compressed air that leaks, m3/h. */
  public static PlantFault leak(long from, long to, double cubicMetresPerHour) {
    return new PlantFault(-1, from, to, cubicMetresPerHour);
  }

  /** Strings that an inverter lost, as a share of its output. */
  public static PlantFault stringLoss(int inverter, long from, long to, double share) {
    return new PlantFault(inverter, from, to, share);
  }

  boolean holdsIn(long quarterStart) {
    return quarterStart >= from && quarterStart < to;
  }
}

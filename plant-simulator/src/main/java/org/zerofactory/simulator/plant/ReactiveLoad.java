package org.zerofactory.simulator.plant;

/**
 * Reactive energy of the loads by their kind. An induction motor draws a magnetising part whenever
 * it turns and a part that grows with the square of its load, so its power factor falls at partial
 * load; ovens and power supplies draw in proportion to their active power. All values are as behind
 * the capacitors that stand at each group of machines.
 */
final class ReactiveLoad {

  /** Motors of a few hundred kilowatts: cos phi 0.92 at full load, 0.77 at a quarter of it. */
  private static final double MAGNETISING = 0.20;

  private static final double LEAKAGE = 0.22;

  /** Below this share of its rated power a motor stands still and only its controls draw. */
  private static final double STANDSTILL = 0.05;

  private static final double COMPRESSOR_KW = 505;
  private static final double CHILLER_KW = 690;
  private static final double NITROGEN_KW = 430;

  /** Reactive over active power of what is no large motor: cos phi 0.97, 0.95, 0.99, 0.95, 0.96. */
  private static final double SMT = 0.25;

  private static final double ASSEMBLY = 0.33;
  private static final double OVEN = 0.14;
  private static final double VENTILATION = 0.33;
  private static final double ELECTRONICS = 0.29;

  private static final double WANDER = 0.04;
  private static final int NOISE_STREAM = 850;

  private final Noise noise;

  ReactiveLoad(Noise noise) {
    this.noise = noise;
  }

  /**
   * Reactive energy of one leaf in a quarter hour, varh.
   *
   * @param wattHours active energy in it
   * @param quarter quarter hours since the epoch
   */
  double varHours(int leaf, long wattHours, long quarter) {
    double wander = 1 + WANDER * noise.smooth(NOISE_STREAM + leaf, quarter / 4.0);
    return undisturbed(leaf, wattHours) * wander;
  }

  private static double undisturbed(int leaf, long wattHours) {
    if (leaf < PlantLayout.ASSEMBLY) {
      return SMT * wattHours;
    } else if (leaf < PlantLayout.BURN_IN) {
      return ASSEMBLY * wattHours;
    } else if (leaf < PlantLayout.COMPRESSOR) {
      return OVEN * wattHours;
    } else if (leaf < PlantLayout.CHILLER) {
      return motor(COMPRESSOR_KW, wattHours);
    } else if (leaf < PlantLayout.NITROGEN) {
      return motor(CHILLER_KW, wattHours);
    } else if (leaf == PlantLayout.NITROGEN) {
      return motor(NITROGEN_KW, wattHours);
    }
    return (leaf == PlantLayout.HVAC ? VENTILATION : ELECTRONICS) * wattHours;
  }

  private static double motor(double ratedKilowatts, long wattHours) {
    double rated = ratedKilowatts * 250;
    double load = wattHours / rated;
    return load < STANDSTILL
        ? ELECTRONICS * wattHours
        : rated * (MAGNETISING + LEAKAGE * load * load);
  }
}

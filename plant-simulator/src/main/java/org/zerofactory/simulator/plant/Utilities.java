package org.zerofactory.simulator.plant;

import org.zerofactory.simulator.plant.WorkCalendar.DayKind;

/** Compressed air, cooling, nitrogen, ventilation, light, office and gas of one quarter hour. */
final class Utilities {

  /** First second of the year 2025 in the plant's zone: the compressors' retrofit takes effect. */
  static final long RETROFIT_SECOND = 1_735_660_800L;

  /** Electricity per compressed air, Wh per litre = kWh per m3, before and after the retrofit. */
  private static final double WH_PER_LITRE_BEFORE = 0.1170;

  private static final double WH_PER_LITRE_AFTER = 0.1099;
  private static final double COMPRESSOR_CAPACITY_M3H = 4_600;
  private static final double COMPRESSOR_STANDBY_KW = 4;
  private static final double CHILLER_CAPACITY_KW = 3_200;
  private static final double CHILLER_STANDBY_KW = 6;
  private static final int NOISE_STREAM = 800;

  private final Noise noise;

  Utilities(Noise noise) {
    this.noise = noise;
  }

  /**
   * What drives the utilities in one quarter hour.
   *
   * @param hour local hour of the day, 0 to under 24
   * @param smtRunning mean number of SMT lines running, {@code assemblyRunning} likewise
   * @param processKw heat that lines and ovens give off, kW
   */
  record Drivers(
      long quarterStart,
      DayKind kind,
      double hour,
      double temperature,
      double smtRunning,
      double assemblyRunning,
      double processKw) {

    boolean isWorkday() {
      return kind == DayKind.WORKDAY;
    }

    long quarter() {
      return quarterStart / 900;
    }

    /** Share of the building that is in use, 0 to 1. */
    double occupancy() {
      if (kind == DayKind.HOLIDAY) {
        return 0.15;
      } else if (!isWorkday()) {
        return 0.22;
      }
      return hour >= 7.5 && hour < 23.5 ? 1 : 0.65;
    }
  }

  /** Demand for compressed air, m3/h. */
  double airDemand(Drivers now) {
    double production = 480 * now.smtRunning() + 330 * now.assemblyRunning();
    double wander = 1 + 0.06 * noise.smooth(NOISE_STREAM, now.quarter() / 3.0);
    return (2_300 + production * 1.403) * wander;
  }

  /** Energy of the compressors in Wh for a volume of air, shared in an order that turns weekly. */
  double[] compressors(Drivers now, long litres) {
    double specific =
        now.quarterStart() < RETROFIT_SECOND ? WH_PER_LITRE_BEFORE : WH_PER_LITRE_AFTER;
    double wander = 1 + 0.015 * noise.smooth(NOISE_STREAM + 1, now.quarter() / 5.0);
    double energyPerLitre = specific * wander;
    return staged(
        PlantLayout.COMPRESSORS,
        now.quarter() / (96 * 7),
        litres * energyPerLitre,
        COMPRESSOR_CAPACITY_M3H * 250 * energyPerLitre,
        COMPRESSOR_STANDBY_KW * 250);
  }

  /** Energy of the chillers in Wh. */
  double[] chillers(Drivers now) {
    double envelope = 95 * Math.max(0, now.temperature() - 15) * (0.4 + 0.6 * now.occupancy());
    double cooling = 300 + 0.76 * now.processKw() + envelope;
    double performance = 4.6 - 0.055 * Math.max(0, now.temperature() - 20);
    double wander = 1 + 0.03 * noise.smooth(NOISE_STREAM + 2, now.quarter() / 4.0);
    return staged(
        PlantLayout.CHILLERS,
        now.quarter() / (96 * 30),
        cooling / performance * wander * 250,
        CHILLER_CAPACITY_KW / performance * 250,
        CHILLER_STANDBY_KW * 250);
  }

  double nitrogenKw(Drivers now) {
    return (65 + 46 * now.smtRunning()) * wander(3, now, 0.03);
  }

  double hvacKw(Drivers now) {
    double weather = 26 * Math.abs(now.temperature() - 20);
    return (110 + (250 + weather) * now.occupancy()) * wander(4, now, 0.05);
  }

  double lightingKw(Drivers now) {
    double dark = now.hour() < 6.5 || now.hour() > 18 ? 1.15 : 1;
    return (30 + 315 * now.occupancy() * dark) * wander(5, now, 0.02);
  }

  double officeKw(Drivers now) {
    boolean open = now.isWorkday() && now.hour() >= 8 && now.hour() < 18.5;
    return (open ? 490 : 55) * wander(6, now, 0.06);
  }

  /** Natural gas, m3/h: heating below 14 degC, and the canteen and process heat of workdays. */
  double gasFlow(Drivers now) {
    double heating = 14 * Math.max(0, 14 - now.temperature()) * now.occupancy();
    boolean cooking = now.isWorkday() && (now.hour() >= 10 && now.hour() < 13);
    return (heating + (now.isWorkday() ? 18 : 4) + (cooking ? 22 : 0)) * wander(7, now, 0.04);
  }

  private double wander(int stream, Drivers now, double share) {
    return 1 + share * noise.smooth(NOISE_STREAM + stream, now.quarter() / 4.0);
  }

  /** Fills units one after the other, beginning with another one in each turn. */
  private static double[] staged(
      int units, long turn, double demand, double capacity, double standby) {
    double[] shares = new double[units];
    double open = demand;
    for (int step = 0; step < units; step++) {
      int unit = (int) ((turn + step) % units);
      double taken = step == units - 1 ? open : Math.min(open, capacity);
      shares[unit] = Math.max(standby, taken);
      open -= taken;
    }
    return shares;
  }
}

package org.zerofactory.domain.schedule;

import java.util.List;

/** Everything in prices, intensities and the connection that planning can't count with. */
public final class EnergyFaults {

  private static final String ENERGY = "energy";

  private EnergyFaults() {}

  /** All faults in the order of time; none if a plan can be made with it. */
  public static List<ScheduleFault> of(SiteEnergy energy) {
    FaultList faults = new FaultList();
    if (energy.quarterHours().isEmpty()) {
      faults.add(ENERGY, "prices", "quarterHours", 0, "at least one quarter hour");
    }
    for (int number = 0; number < energy.quarterHours().size(); number++) {
      SiteEnergy.QuarterHour at = energy.quarterHours().get(number);
      String id = energy.start().plusSeconds(900L * number).toString();
      faults.amount(ENERGY, id, "price", at.price());
      faults.amount(ENERGY, id, "feedIn", at.feedIn());
      faults.amount(ENERGY, id, "gramsPerKwh", at.gramsPerKwh());
      if (at.feedIn() > at.price()) {
        faults.add(ENERGY, id, "feedIn", at.feedIn(), "at most the price, " + at.price());
      }
    }
    Connection connection = energy.connection();
    faults.amount(ENERGY, "connection", "peakCharge", connection.peakCharge());
    faults.amount(ENERGY, "connection", "contractedKw", connection.contractedKw());
    limit(faults, "importLimitKw", connection.importLimitKw());
    limit(faults, "exportLimitKw", connection.exportLimitKw());
    return faults.list();
  }

  private static void limit(FaultList faults, String field, double kilowatts) {
    if (!(kilowatts >= 0)) {
      faults.add(ENERGY, "connection", field, kilowatts, "0 kW or more");
    }
  }
}

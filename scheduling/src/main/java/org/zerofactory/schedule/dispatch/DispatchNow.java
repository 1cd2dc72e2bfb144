package org.zerofactory.schedule.dispatch;

import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

/**
 * What a battery does in the running quarter hour, when reality differs from the forecast. Sun that
 * would leave the site is stored first; the grid charges and is sold only what the plan meant to;
 * otherwise the plan is followed. The connection's import limit comes before the plan, the
 * battery's own limits before everything.
 *
 * @param setPointKw charging positive, discharging negative
 * @param reason the rule that decided last
 * @param overLimitKw import above the limit that the battery cannot prevent, 0 or more
 */
public record DispatchNow(double setPointKw, Reason reason, double overLimitKw) {

  /** Which rule decided. */
  public enum Reason {
    /** The plan's power. */
    FOLLOWS_PLAN,
    /** More sun than planned is stored, or kept from being joined by discharge. */
    STORES_SUN,
    /** The plan's sun is missing; the grid does not take its place. */
    CHARGES_FROM_SUN_ONLY,
    /** The plan's load is missing; the grid does not take its place. */
    SERVES_LOAD_ONLY,
    /** The connection's import limit. */
    KEEPS_IMPORT_LIMIT,
    /** The battery's power, or its energy until the end of the quarter hour. */
    BATTERY_LIMIT
  }

  /**
   * What is measured.
   *
   * @param netKw power at the connection with the battery, import positive
   * @param batteryKw power of the battery, charging positive
   * @param storedKwh energy in the battery
   */
  public record Measured(double netKw, double batteryKw, double storedKwh) {}

  /**
   * What the plan has in this quarter hour.
   *
   * @param batteryKw power of the battery, charging positive
   * @param netKw power at the connection with the battery, import positive
   */
  public record Planned(double batteryKw, double netKw) {}

  /**
   * @param importLimitKw most import; the connection's limit, or the lower peak that the plan keeps
   * @param remainingHours until the end of the quarter hour, more than 0
   * @throws IllegalArgumentException if a value is not finite or the time is not positive
   */
  public static DispatchNow of(
      GridBattery battery,
      Measured measured,
      Planned planned,
      double importLimitKw,
      double remainingHours) {
    double known = measured.netKw() + measured.batteryKw() + measured.storedKwh();
    if (!Double.isFinite(known + planned.batteryKw() + planned.netKw())) {
      throw new IllegalArgumentException(
          "battery %s: expected finite powers and energy, got %s and %s"
              .formatted(battery.id(), measured, planned));
    }
    if (!(remainingHours > 0)) {
      throw new IllegalArgumentException(
          "battery %s: expected more than 0 remaining hours, got %s"
              .formatted(battery.id(), remainingHours));
    }
    double without = measured.netKw() - measured.batteryKw();
    DispatchNow wanted =
        planned.batteryKw() >= 0 ? charge(planned, without) : give(planned, without);
    double most = importLimitKw - without;
    if (wanted.setPointKw() > most) {
      wanted = new DispatchNow(most, Reason.KEEPS_IMPORT_LIMIT, 0);
    }
    return within(battery, measured.storedKwh(), remainingHours, wanted, most);
  }

  /** The plan charges or rests. */
  private static DispatchNow charge(Planned planned, double without) {
    double surplus = Math.max(0, -without);
    double fromGrid = Math.max(0, Math.min(planned.batteryKw(), planned.netKw()));
    if (surplus > planned.batteryKw()) {
      return new DispatchNow(surplus, Reason.STORES_SUN, 0);
    }
    if (surplus + fromGrid < planned.batteryKw()) {
      return new DispatchNow(surplus + fromGrid, Reason.CHARGES_FROM_SUN_ONLY, 0);
    }
    return new DispatchNow(planned.batteryKw(), Reason.FOLLOWS_PLAN, 0);
  }

  /** The plan discharges. */
  private static DispatchNow give(Planned planned, double without) {
    double sold = Math.max(0, Math.min(-planned.batteryKw(), -planned.netKw()));
    if (without < 0 && sold == 0) {
      return new DispatchNow(-without, Reason.STORES_SUN, 0);
    }
    double most = Math.max(0, without) + sold;
    if (most < -planned.batteryKw()) {
      return new DispatchNow(-most, Reason.SERVES_LOAD_ONLY, 0);
    }
    return new DispatchNow(planned.batteryKw(), Reason.FOLLOWS_PLAN, 0);
  }

  private static DispatchNow within(
      GridBattery battery, double storedKwh, double hours, DispatchNow wanted, double most) {
    double room = Math.max(0, battery.maximumKwh() - storedKwh);
    double left = Math.max(0, storedKwh - battery.minimumKwh());
    double charge = Math.min(battery.chargeKw(), room / battery.chargeEfficiency() / hours);
    double give = Math.min(battery.dischargeKw(), left * battery.dischargeEfficiency() / hours);
    double power = Math.max(-give, Math.min(charge, wanted.setPointKw()));
    Reason reason = power == wanted.setPointKw() ? wanted.reason() : Reason.BATTERY_LIMIT;
    return new DispatchNow(power, reason, Math.max(0, power - most));
  }
}

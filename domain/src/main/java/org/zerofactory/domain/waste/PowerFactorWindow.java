package org.zerofactory.domain.waste;

import java.util.List;
import java.util.OptionalDouble;
import org.zerofactory.domain.account.EnergyPoints;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * The power factor at the connection from registers: active / sqrt(active² + reactive²) of the
 * energies imported in 30 days, the span of a bill. A shorter one would mistake a sunny holiday for
 * a fault: own generation takes active import away and leaves reactive energy. A quarter hour in
 * which one of the registers is missing counts for neither energy.
 */
final class PowerFactorWindow {

  private static final int QUARTERS = 30 * 96;
  private static final int LEAST_QUARTERS = 14 * 96;

  private final List<MeterDescription> grid;
  private final long[] active = new long[QUARTERS];
  private final long[] reactive = new long[QUARTERS];
  private long wattHours;
  private long varHours;
  private int seen;
  private int next;

  PowerFactorWindow(SiteDescription site) {
    this.grid = site.metersOf(MeterRole.GRID);
  }

  /** Adds what is known; nothing where a connection has no register of reactive energy. */
  void next(Quarter quarter, Values values) {
    OptionalDouble imported = sum(quarter, Quantity.ENERGY_IMPORT);
    OptionalDouble drawn = sum(quarter, Quantity.REACTIVE_ENERGY);
    if (imported.isPresent() && drawn.isPresent()) {
      add((long) imported.getAsDouble(), (long) drawn.getAsDouble());
    }
    if (seen >= LEAST_QUARTERS) {
      values
          .put("month_import_wh", wattHours)
          .put("month_reactive_varh", varHours)
          .put("power_factor", wattHours / Math.hypot(wattHours, varHours));
    }
  }

  private void add(long imported, long drawn) {
    wattHours += imported - active[next];
    varHours += drawn - reactive[next];
    active[next] = imported;
    reactive[next] = drawn;
    next = (next + 1) % QUARTERS;
    seen = Math.min(seen + 1, QUARTERS);
  }

  private OptionalDouble sum(Quarter quarter, Quantity quantity) {
    if (grid.isEmpty()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (MeterDescription meter : grid) {
      OptionalDouble amount = amount(quarter, meter, quantity);
      if (amount.isEmpty()) {
        return amount;
      }
      sum += amount.getAsDouble();
    }
    return OptionalDouble.of(sum);
  }

  private static OptionalDouble amount(Quarter quarter, MeterDescription meter, Quantity quantity) {
    return quantity == Quantity.REACTIVE_ENERGY
        ? quarter.amount(meter.pointId(quantity)) // never integrated from active power
        : EnergyPoints.of(meter, quantity).map(quarter::amount).orElse(OptionalDouble.empty());
  }
}

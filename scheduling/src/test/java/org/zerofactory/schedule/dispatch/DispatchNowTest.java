package org.zerofactory.schedule.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.zerofactory.schedule.dispatch.DispatchNow.Measured;
import org.zerofactory.schedule.dispatch.DispatchNow.Planned;
import org.zerofactory.schedule.dispatch.DispatchNow.Reason;
import org.zerofactory.schedule.grid.SlotEnergy.GridBattery;

class DispatchNowTest {

  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final GridBattery BATTERY =
      new GridBattery("B", 10, 100, 50, 50, 30, 40, 0.9, 0.8, 0);

  @Test
  void aForecastThatHoldsLeavesThePlan() {
    DispatchNow now = now(new Measured(12, 0, 50), new Planned(-10, 2), NONE);

    assertThat(now.setPointKw()).isEqualTo(-10);
    assertThat(now.reason()).isEqualTo(Reason.FOLLOWS_PLAN);
  }

  // 25 kW would leave the site, the plan knew of 10
  @Test
  void moreSunThanPlannedIsStored() {
    DispatchNow now = now(new Measured(-25, 0, 50), new Planned(10, 0), NONE);

    assertThat(now.setPointKw()).isEqualTo(25);
    assertThat(now.reason()).isEqualTo(Reason.STORES_SUN);
  }

  // what the battery draws is part of the measured net: -20 net while charging 5 is 25 of surplus
  @Test
  void theBatterysOwnPowerIsTakenOut() {
    DispatchNow now = now(new Measured(-20, 5, 50), new Planned(10, 0), NONE);

    assertThat(now.setPointKw()).isEqualTo(25);
  }

  // the plan charges 20 from the sun alone; 8 are there
  @Test
  void theGridDoesNotReplaceMissingSun() {
    DispatchNow now = now(new Measured(-8, 0, 50), new Planned(20, 0), NONE);

    assertThat(now.setPointKw()).isEqualTo(8);
    assertThat(now.reason()).isEqualTo(Reason.CHARGES_FROM_SUN_ONLY);
  }

  // the plan charges 20 at night, with 25 imported: the grid is meant
  @Test
  void aPlannedChargeFromTheGridIsMade() {
    DispatchNow now = now(new Measured(7, 0, 50), new Planned(20, 25), NONE);

    assertThat(now.setPointKw()).isEqualTo(20);
    assertThat(now.reason()).isEqualTo(Reason.FOLLOWS_PLAN);
  }

  @Test
  void aLoadThatIsMissingIsNotReplacedByExport() {
    DispatchNow now = now(new Measured(6, 0, 50), new Planned(-20, 5), NONE);

    assertThat(now.setPointKw()).isEqualTo(-6);
    assertThat(now.reason()).isEqualTo(Reason.SERVES_LOAD_ONLY);
  }

  @Test
  void aPlannedSaleIsMade() {
    DispatchNow now = now(new Measured(6, 0, 50), new Planned(-20, -14), NONE);

    assertThat(now.setPointKw()).isEqualTo(-20);
  }

  @Test
  void sunInsteadOfThePlannedShortageIsStored() {
    DispatchNow now = now(new Measured(-6, 0, 50), new Planned(-20, 5), NONE);

    assertThat(now.setPointKw()).isEqualTo(6);
    assertThat(now.reason()).isEqualTo(Reason.STORES_SUN);
  }

  // 60 kW of load at a limit of 50: 10 from the battery though the plan charges
  @Test
  void theImportLimitComesBeforeThePlan() {
    DispatchNow now = now(new Measured(60, 0, 50), new Planned(20, 40), 50);

    assertThat(now.setPointKw()).isEqualTo(-10);
    assertThat(now.reason()).isEqualTo(Reason.KEEPS_IMPORT_LIMIT);
    assertThat(now.overLimitKw()).isZero();
  }

  // 100 kW at a limit of 50: the battery gives its 40, 10 remain
  @Test
  void whatTheBatteryCannotPreventIsTold() {
    DispatchNow now = now(new Measured(100, 0, 90), new Planned(0, 40), 50);

    assertThat(now.setPointKw()).isEqualTo(-40);
    assertThat(now.reason()).isEqualTo(Reason.BATTERY_LIMIT);
    assertThat(now.overLimitKw()).isEqualTo(10);
  }

  // 1.8 kWh above the least give 1.8 x 0.8 = 1.44 kWh in a quarter of an hour: 5.76 kW
  @Test
  void aNearlyEmptyBatteryLastsUntilTheEndOfTheQuarterHour() {
    DispatchNow now = now(new Measured(30, 0, 11.8), new Planned(-20, 10), NONE);

    assertThat(now.setPointKw()).isCloseTo(-5.76, within(1e-9));
    assertThat(now.reason()).isEqualTo(Reason.BATTERY_LIMIT);
  }

  // room for 1.8 kWh takes 2 kWh in a quarter of an hour: 8 kW
  @Test
  void aNearlyFullBatteryTakesWhatFits() {
    DispatchNow now = now(new Measured(-30, 0, 98.2), new Planned(20, 0), NONE);

    assertThat(now.setPointKw()).isCloseTo(8, within(1e-9));
  }

  @Test
  void aValueThatIsNotMeasuredIsRefused() {
    assertThatThrownBy(() -> now(new Measured(Double.NaN, 0, 50), new Planned(0, 0), NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("battery B")
        .hasMessageContaining("NaN");
  }

  private static DispatchNow now(Measured measured, Planned planned, double limit) {
    return DispatchNow.of(BATTERY, measured, planned, limit, 0.25);
  }
}

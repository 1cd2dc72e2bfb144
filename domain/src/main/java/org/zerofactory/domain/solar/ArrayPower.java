package org.zerofactory.domain.solar;

/**
 * Power of an array and its inverter. Source: Dobos, PVWatts Version 5 Manual, NREL/TP-6A20-62641
 * (2014), chapters 9 and 11.
 *
 * @param dc after the array's losses, kW
 * @param ac behind the inverter, kW; never below 0
 */
public record ArrayPower(double dc, double ac) {

  private static final double REFERENCE_CELL = 25;
  private static final double REFERENCE_EFFICIENCY = 0.9637;
  private static final ArrayPower NONE = new ArrayPower(0, 0);

  /**
   * @param transmitted irradiance in the plane behind the glass, W/m2
   * @param cell temperature of the cells, degrees C
   */
  public static ArrayPower of(PvArray array, double transmitted, double cell) {
    if (transmitted <= 0) {
      return NONE;
    }
    double dc =
        Math.max(
            0,
            array.peakKilowatts()
                * transmitted
                / 1000
                * (1 + array.powerPerKelvin() * (cell - REFERENCE_CELL))
                * (1 - array.losses()));
    return new ArrayPower(dc, ac(array, dc));
  }

  /** From the weather all the way to the inverter's terminals. */
  public static ArrayPower of(
      PvArray array, Sun sun, Irradiance outside, double air, double wind, int dayOfYear) {
    PlaneOfArray plane = PlaneOfArray.of(array, sun, outside, 0.2, dayOfYear);
    double transmitted =
        plane.beam() * CoverGlass.of(array.incidence(sun)) + plane.sky() + plane.ground();
    return of(array, transmitted, CellTemperature.of(array.mounting(), plane.total(), air, wind));
  }

  private static double ac(PvArray array, double dc) {
    double rated = array.inverterKilowatts();
    double load = dc * array.inverterEfficiency() / rated;
    if (load <= 0) {
      return 0;
    }
    if (load >= 1) {
      return rated;
    }
    double efficiency =
        array.inverterEfficiency()
            / REFERENCE_EFFICIENCY
            * (-0.0162 * load - 0.0059 / load + 0.9858);
    return Math.max(0, Math.min(rated, efficiency * dc));
  }
}

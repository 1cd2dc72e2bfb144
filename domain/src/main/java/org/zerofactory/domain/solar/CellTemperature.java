package org.zerofactory.domain.solar;

/**
 * Temperature of the cells. Source: King, Boyson and Kratochvil, Photovoltaic Array Performance
 * Model, Sandia report SAND2004-3535 (2004), equations 11 and 12, table 1 (from memory,
 * unverified).
 */
public final class CellTemperature {

  private CellTemperature() {}

  /**
   * @param plane irradiance in the plane, W/m2
   * @param air degrees C
   * @param wind at 10 m, m/s
   * @return degrees C
   */
  public static double of(PvArray.Mounting mounting, double plane, double air, double wind) {
    double module = plane * StrictMath.exp(mounting.offset + mounting.wind * wind) + air;
    return module + plane / 1000 * mounting.cellRise;
  }
}

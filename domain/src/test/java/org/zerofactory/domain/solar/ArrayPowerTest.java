package org.zerofactory.domain.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArrayPowerTest {

  private static final Sun NOON = new Sun(30, 180);
  private static final double[] FREE = {};

  @Test
  void levelModulesSeeWhatLevelGroundSees() {
    Irradiance outside = Irradiance.of(700, 120, NOON);

    PlaneOfArray plane = PlaneOfArray.of(array(0, 180, FREE), NOON, outside, 0.2, 172);

    assertThat(plane.beam()).isCloseTo(700 * StrictMath.cos(Math.toRadians(30)), within(1e-9));
    assertThat(plane.sky()).isCloseTo(120, within(1e-9));
    assertThat(plane.ground()).isZero();
  }

  @Test
  void eastAndWestAreAlikeAtNoon() {
    Irradiance outside = Irradiance.of(800, 100, NOON);

    double east = PlaneOfArray.of(array(25, 90, FREE), NOON, outside, 0.2, 172).total();
    double west = PlaneOfArray.of(array(25, 270, FREE), NOON, outside, 0.2, 172).total();

    assertThat(east).isCloseTo(west, within(1e-9));
  }

  /** 4 kW, 1,038.258 W/m2, 49.452 C: the noon row of a published PVWatts year. */
  @Test
  void powerOfAKnownHourIsThatOfPvWatts() {
    PvArray array =
        new PvArray(
            "a", 4, 4 / 1.2, 0.96, 20, 180, PvArray.Mounting.OPEN_RACK, -0.0047, 0.1408, FREE);

    ArrayPower power = ArrayPower.of(array, 1038.258, 49.452);

    assertThat(power.dc()).isCloseTo(3.158074, within(0.0005));
    assertThat(power.ac()).isCloseTo(3.034515, within(0.0005));
  }

  @Test
  void theInverterGivesNoMoreThanItsRating() {
    PvArray small =
        new PvArray("a", 10, 5, 0.96, 20, 180, PvArray.Mounting.OPEN_RACK, -0.004, 0.1, FREE);

    assertThat(ArrayPower.of(small, 1000, 25).ac()).isEqualTo(5);
    assertThat(ArrayPower.of(small, 0, 25).ac()).isZero();
    assertThat(ArrayPower.of(small, 1, 25).ac()).isNotNegative();
  }

  @Test
  void whatStandsBeforeTheSunTakesTheBeamAndLeavesTheSky() {
    Irradiance outside = Irradiance.of(700, 120, NOON);
    double[] wall = {0, 0, 70, 0};

    PlaneOfArray shaded = PlaneOfArray.of(array(20, 180, wall), NOON, outside, 0.2, 172);

    assertThat(shaded.beam()).isZero();
    assertThat(shaded.sky()).isPositive();
  }

  @Test
  void glassLetsLessThroughTheFlatterTheBeam() {
    assertThat(CoverGlass.of(1)).isEqualTo(1);
    assertThat(CoverGlass.of(0.5)).isBetween(0.9, 0.97);
    assertThat(CoverGlass.of(0.17)).isBetween(0.5, 0.7);
    assertThat(CoverGlass.of(0)).isZero();
  }

  @Test
  void cellsAreWarmerThanTheAirAndCoolerInTheWind() {
    double still = CellTemperature.of(PvArray.Mounting.OPEN_RACK, 800, 20, 0);
    double windy = CellTemperature.of(PvArray.Mounting.OPEN_RACK, 800, 20, 8);

    assertThat(still).isGreaterThan(windy);
    assertThat(windy).isGreaterThan(20);
    assertThat(CellTemperature.of(PvArray.Mounting.OPEN_RACK, 0, 20, 3)).isEqualTo(20);
  }

  @Test
  void clearSkyAtTheZenithIsAboutAThousandWatts() {
    Irradiance clear = ClearSky.of(new Sun(0, 0), 0, 3, 80);

    assertThat(clear.global()).isBetween(950.0, 1100.0);
    assertThat(clear.beam()).isBetween(750.0, 1000.0);
    assertThat(ClearSky.of(new Sun(95, 0), 0, 3, 80)).isEqualTo(Irradiance.NONE);
  }

  @Test
  void splitPartsMakeUpTheWhole() {
    for (double global : new double[] {50, 200, 500, 800}) {
      Irradiance split = DiffuseShare.split(global, NOON, 172);

      assertThat(split.beam() * NOON.height() + split.diffuse()).isCloseTo(global, within(1e-9));
    }
    assertThat(DiffuseShare.split(100, NOON, 172).diffuse()).isGreaterThan(95);
  }

  @Test
  void airMassIsOneAtTheZenithAndTwoAtSixtyDegrees() {
    assertThat(AirMass.of(new Sun(0, 0))).isCloseTo(1, within(0.001));
    assertThat(AirMass.of(new Sun(60, 0))).isCloseTo(2, within(0.01));
    assertThat(AirMass.extraterrestrial(3)).isGreaterThan(AirMass.extraterrestrial(184));
  }

  @Test
  void anArrayThatCannotBeIsRefusedWithItsField() {
    assertThatThrownBy(() -> array(95, 180, FREE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tilt")
        .hasMessageContaining("95");
    assertThatThrownBy(() -> new Irradiance(Double.NaN, 0, 0))
        .hasMessageContaining("beam irradiance");
  }

  private static PvArray array(double tilt, double azimuth, double[] horizon) {
    return new PvArray(
        "a", 5, 4, 0.96, tilt, azimuth, PvArray.Mounting.OPEN_RACK, -0.004, 0.14, horizon);
  }
}

package org.zerofactory.domain.carbon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zerofactory.domain.quantity.Energy;

/**
 * Energy that a measure avoided, isolated by its own meters.
 *
 * <p>Source: IPMVP Core Concepts (2022), option B (retrofit isolation, all parameters measured):
 * adjusted baseline = baseline energy per unit of driver times the reporting period's driver;
 * saving = adjusted baseline - actual energy.
 */
public final class EfficiencySaving {

  private EfficiencySaving() {}

  /**
   * @param baselineEnergy energy of the baseline period
   * @param baselineDriver driver (air volume, pieces) of the baseline period, positive
   * @param energy energy of the reporting period
   * @param driver driver of the reporting period, same unit as the baseline's
   * @return Wh, rounded once, half-even; negative if more was used than the baseline predicts
   * @throws IllegalArgumentException if the baseline driver is not positive
   */
  public static Energy of(Energy baselineEnergy, long baselineDriver, Energy energy, long driver) {
    if (baselineDriver <= 0) {
      throw new IllegalArgumentException(
          "the baseline period needs a positive driver, but had " + baselineDriver);
    }
    BigDecimal adjustedBaseline =
        BigDecimal.valueOf(baselineEnergy.wattHours())
            .multiply(BigDecimal.valueOf(driver))
            .divide(BigDecimal.valueOf(baselineDriver), 0, RoundingMode.HALF_EVEN);
    return new Energy(adjustedBaseline.longValueExact()).minus(energy);
  }
}

package org.zerofactory.domain.factor;

import java.util.Map;
import org.zerofactory.domain.quantity.Ratio;

/**
 * Global warming potentials over 100 years of one IPCC assessment report, kg CO2e per kg. Blends
 * are computed from their parts and never stored: published tables of blends mix editions.
 *
 * @param edition {@code AR4}, {@code AR5} or {@code AR6}
 * @param potentials by gas; CO2 and CO2e need not be there, they are 1 by definition
 */
public record GwpSet(String edition, Map<Gas, Ratio> potentials) {

  public GwpSet {
    potentials = Map.copyOf(potentials);
  }

  /**
   * @throws MissingPotentialException if the gas is not in the set
   */
  public Ratio of(Gas gas) {
    if (gas.equals(Gas.CO2) || gas.equals(Gas.CO2E)) {
      return Ratio.ONE;
    }
    Ratio potential = potentials.get(gas);
    if (potential == null) {
      throw new MissingPotentialException(edition, gas);
    }
    return potential;
  }
}

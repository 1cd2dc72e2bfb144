package org.zerofactory.domain.factor;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.quantity.Ratio;

/**
 * A refrigerant blend by mass. Its potential is computed and never stored: public tables of blends
 * mix editions (one lists R-410A with 2088, which is AR4, as AR5).
 *
 * @param name as in trade, such as {@code R-410A} (ASHRAE 34 designation)
 * @param shares of mass; they add up to 1
 */
public record Blend(String id, String name, SortedMap<Gas, Ratio> shares) {

  /**
   * @throws IllegalArgumentException if a share is not positive or the shares do not add up to 1
   */
  public Blend {
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    Ratio sum = shares.values().stream().reduce(Ratio.ZERO, Ratio::plus);
    boolean isPositive = shares.values().stream().allMatch(share -> share.signum() > 0);
    if (!isPositive || !sum.equals(Ratio.ONE)) {
      throw new IllegalArgumentException(
          "the shares of " + name + " must be positive and add up to 1, but add up to " + sum);
    }
  }

  /**
   * kg CO2e per kg of the blend, exact: the sum of share times potential.
   *
   * @throws MissingPotentialException if the set has no value for one of the gases
   */
  public Ratio potential(GwpSet potentials) {
    Ratio sum = Ratio.ZERO;
    for (Map.Entry<Gas, Ratio> share : shares.entrySet()) {
      sum = sum.plus(share.getValue().times(potentials.of(share.getKey())));
    }
    return sum;
  }
}

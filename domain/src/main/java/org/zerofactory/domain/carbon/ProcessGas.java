package org.zerofactory.domain.carbon;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;

/**
 * What a gas fed to etching or chamber cleaning leaves behind.
 *
 * <p>Source: GB/T 32151.24-2024, electronics manufacturing (formula from memory, unverified): (1-h)
 * x FC x (1-U) x (1 - a x d), and for each by-product (1-h) x FC x B x (1 - a x d).
 *
 * @param gas fed
 * @param heel share that stays in the cylinder, 0.1 by default
 * @param utilisation share that the process destroys or transforms
 * @param treatment of what leaves the chamber
 */
public record ProcessGas(
    Gas gas, Ratio heel, Ratio utilisation, Treatment treatment, List<ByProduct> byProducts) {

  /** The heel if none was weighed. */
  public static final Ratio DEFAULT_HEEL = Ratio.of(1, 10);

  /**
   * Abatement.
   *
   * @param treated share of the gas that runs through the device while it works
   * @param destroyed share of that which it destroys
   */
  public record Treatment(Ratio treated, Ratio destroyed) {

    public static final Treatment NONE = new Treatment(Ratio.ZERO, Ratio.ZERO);

    /**
     * @throws IllegalArgumentException unless both are shares
     */
    public Treatment {
      requireShare("treated share", treated);
      requireShare("destroyed share", destroyed);
    }

    private Ratio left() {
      return Ratio.ONE.minus(treated.times(destroyed));
    }
  }

  /**
   * Another gas that the process makes.
   *
   * @param perGram grams made of one gram fed
   */
  public record ByProduct(Gas gas, Ratio perGram, Treatment treatment) {}

  /**
   * @throws IllegalArgumentException unless heel and utilisation are shares
   */
  public ProcessGas {
    byProducts = List.copyOf(byProducts);
    requireShare("heel", heel);
    requireShare("utilisation", utilisation);
  }

  /** µg of each gas that one gram of consumption leaves behind; exact. */
  public SortedMap<Gas, Ratio> microgramsPerGram() {
    Ratio fed = Ratio.of(1_000_000, 1).times(Ratio.ONE.minus(heel));
    SortedMap<Gas, Ratio> masses = new TreeMap<>();
    masses.put(gas, fed.times(Ratio.ONE.minus(utilisation)).times(treatment.left()));
    for (ByProduct made : byProducts) {
      masses.merge(
          made.gas(), fed.times(made.perGram()).times(made.treatment().left()), Ratio::plus);
    }
    return masses;
  }

  /**
   * Each gas rounded once, half-even, to whole µg.
   *
   * @param consumption taken from stock, in grams
   * @throws IllegalArgumentException if it is in another unit
   */
  public GasMasses of(Amount consumption) {
    if (consumption.unit() != BaseUnit.GRAM) {
      throw new IllegalArgumentException(
          "expected process gas in g, but was in " + consumption.unit().word());
    }
    SortedMap<Gas, Long> masses = new TreeMap<>();
    microgramsPerGram()
        .forEach((each, mass) -> masses.put(each, mass.timesRounded(consumption.value())));
    return new GasMasses(masses);
  }

  private static void requireShare(String what, Ratio share) {
    if (share.signum() < 0 || share.numerator().compareTo(share.denominator()) > 0) {
      throw new IllegalArgumentException(
          "the " + what + " must lie within 0 and 1, but was " + share.decimal(6));
    }
  }
}

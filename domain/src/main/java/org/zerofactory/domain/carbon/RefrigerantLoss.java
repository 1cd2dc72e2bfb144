package org.zerofactory.domain.carbon;

import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.factor.Blend;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;

/**
 * Refrigerant that leaked, blends by their parts.
 *
 * <p>Source: GHG Protocol, calculation of HFC and PFC emissions from refrigeration and air
 * conditioning (from memory, unverified): what is topped up has leaked; with a stock, what came in
 * and is not there any more.
 */
public final class RefrigerantLoss {

  private static final Ratio MICROGRAMS_PER_GRAM = Ratio.of(1_000_000, 1);

  private RefrigerantLoss() {}

  /**
   * A year's movements of one refrigerant, g each, 0 or more.
   *
   * @param stockBefore in store at the beginning
   * @param stockAfter in store at the end
   * @param acquired bought, and inside equipment that was bought
   * @param given sold, returned or sent to destruction, and inside equipment that left
   * @param chargeBefore inside equipment at the beginning by its name plates
   * @param chargeAfter inside equipment at the end by its name plates
   */
  public record Balance(
      long stockBefore,
      long stockAfter,
      long acquired,
      long given,
      long chargeBefore,
      long chargeAfter) {

    /**
     * What escaped.
     *
     * @throws IllegalArgumentException if more is there than came in: a record is wrong
     */
    public Amount loss() {
      long loss =
          Math.addExact(Math.subtractExact(stockBefore, stockAfter), acquired)
              - given
              - Math.subtractExact(chargeAfter, chargeBefore);
      if (loss < 0) {
        throw new IllegalArgumentException(
            "expected no more refrigerant than came in, but " + -loss + " g are too many");
      }
      return new Amount(loss, BaseUnit.GRAM);
    }
  }

  /**
   * Gases of a top-up or loss, each rounded once, half-even, to whole µg.
   *
   * @throws IllegalArgumentException if the amount is not in grams
   */
  public static GasMasses of(Amount loss, Blend blend) {
    if (loss.unit() != BaseUnit.GRAM) {
      throw new IllegalArgumentException(
          "expected refrigerant in g, but was in " + loss.unit().word());
    }
    SortedMap<Gas, Long> masses = new TreeMap<>();
    blend
        .shares()
        .forEach(
            (gas, share) ->
                masses.put(gas, share.times(MICROGRAMS_PER_GRAM).timesRounded(loss.value())));
    return new GasMasses(masses);
  }
}

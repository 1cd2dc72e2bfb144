package org.zerofactory.domain.carbon;

import java.math.BigDecimal;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;

/**
 * Amounts of scope 3 from what is known of them; each then meets the factor of its series.
 *
 * <p>Source: GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions (2013), distance-
 * and spend-based methods (from memory, unverified).
 */
public final class Scope3Activity {

  private Scope3Activity() {}

  /**
   * Freight, categories 4 and 9: mass times distance.
   *
   * @param mass in grams, rounded half-even to whole kgkm in the product
   * @param distance in metres
   */
  public static Amount freight(Amount mass, Amount distance) {
    require(mass, BaseUnit.GRAM);
    require(distance, BaseUnit.METRE);
    // g x m / 10^6 = kg km
    return new Amount(
        Ratio.of(mass.value(), 1_000_000).timesRounded(distance.value()),
        BaseUnit.KILOGRAM_KILOMETRE);
  }

  /**
   * Commuting or travel, categories 6 and 7.
   *
   * @param people by one means of transport
   * @param trips of each person in the period, one way each
   * @param oneWay distance of one trip, metres
   */
  public static Amount travel(long people, long trips, Amount oneWay) {
    require(oneWay, BaseUnit.METRE);
    return new Amount(
        Math.multiplyExact(Math.multiplyExact(people, trips), oneWay.value()), BaseUnit.METRE);
  }

  /**
   * Losses of transmission and distribution, category 3: consumption times the grid's loss rate.
   *
   * @param lossRate losses by consumption, 0 to 1
   */
  public static Amount gridLosses(Amount consumption, Ratio lossRate) {
    require(consumption, BaseUnit.WATT_HOUR);
    if (lossRate.signum() < 0 || lossRate.minus(Ratio.ONE).signum() > 0) {
      throw new IllegalArgumentException(
          "a loss rate must lie within 0 and 1, but was " + lossRate.decimal(6));
    }
    return new Amount(lossRate.timesRounded(consumption.value()), BaseUnit.WATT_HOUR);
  }

  /**
   * Spend in the prices of the factor's year, categories 1 and 2, rounded half-even to the
   * hundredth.
   *
   * @param spend in fen, cents or eurocents
   * @param indexOfSpend price index of the year of the spend
   * @param indexOfFactor price index of the factor's year, same base
   */
  public static Amount deflated(Amount spend, BigDecimal indexOfSpend, BigDecimal indexOfFactor) {
    boolean isMoney =
        switch (spend.unit()) {
          case FEN, CENT, EURO_CENT -> true;
          default -> false;
        };
    if (!isMoney || indexOfSpend.signum() <= 0 || indexOfFactor.signum() <= 0) {
      throw new IllegalArgumentException(
          "expected money and positive indices, but were "
              + spend.unit().word()
              + ", "
              + indexOfSpend.toPlainString()
              + " and "
              + indexOfFactor.toPlainString());
    }
    Ratio change = Ratio.of(indexOfFactor).dividedBy(Ratio.of(indexOfSpend));
    return new Amount(change.timesRounded(spend.value()), spend.unit());
  }

  private static void require(Amount amount, BaseUnit unit) {
    if (amount.unit() != unit) {
      throw new IllegalArgumentException(
          "expected an amount in " + unit.word() + ", but was in " + amount.unit().word());
    }
  }
}

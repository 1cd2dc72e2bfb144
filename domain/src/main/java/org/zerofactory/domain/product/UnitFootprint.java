package org.zerofactory.domain.product;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.zerofactory.domain.metering.Spread;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * Kilograms for one good piece of a product, with the whole of the site's electricity in it: what
 * set-up, idle times and loads without an order took is divided among the products of the period by
 * their energy, so that a footprint is never understated by what no order wants to carry.
 *
 * @param product the product's own account
 * @param absorbed its part of set-up, idle and unallocated
 * @param kilograms for a piece, whole micrograms
 * @param measuredPercent of the energy that is plainly measured, two decimals
 */
public record UnitFootprint(
    JobAccount product, Amounts absorbed, BigDecimal kilograms, BigDecimal measuredPercent) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The two results of scope 2; a footprint follows one of them. */
  public enum Method {
    LOCATION(Emitted::location),
    MARKET(Emitted::market);

    private final Function<Emitted, Carbon> of;

    Method(Function<Emitted, Carbon> of) {
      this.of = of;
    }

    Carbon carbon(Emitted emitted) {
      return of.apply(emitted);
    }
  }

  /** Empty if the product has no good piece or no energy in the period, or a factor is missing. */
  public static Optional<UnitFootprint> of(ProductPeriod period, String product, Method method) {
    SortedMap<String, JobAccount> products = period.byProduct();
    JobAccount own = products.getOrDefault(product, JobAccount.NONE);
    Optional<Amounts> absorbed = absorbed(period, products, product);
    Optional<Emitted> emitted = absorbed.flatMap(part -> own.total().plus(part).emitted());
    return emitted
        .flatMap(sum -> own.kilogramsPerUnit(method.carbon(sum)))
        .map(
            kilograms ->
                new UnitFootprint(
                    own,
                    absorbed.orElseThrow(),
                    kilograms,
                    measured(own.total().plus(absorbed.orElseThrow()))));
  }

  private static Optional<Amounts> absorbed(
      ProductPeriod period, SortedMap<String, JobAccount> products, String product) {
    long[] weights =
        products.values().stream()
            .mapToLong(account -> account.total().energy().wattHours())
            .toArray();
    int index = products.headMap(product).size();
    Amounts rest = period.allocation().sum(share -> !share.isOfOrder());
    if (index >= weights.length || weights[index] == 0 || rest.energy().wattHours() < 0) {
      return Optional.empty();
    }
    return rest.emitted()
        .map(
            emitted ->
                new Amounts(
                    new Energy(Spread.of(rest.energy().wattHours(), weights)[index]),
                    new Energy(Spread.of(rest.estimated().wattHours(), weights)[index]),
                    Optional.of(
                        new Emitted(
                            part(emitted.location(), weights, index),
                            part(emitted.market(), weights, index)))));
  }

  private static Carbon part(Carbon carbon, long[] weights, int index) {
    return new Carbon(Spread.of(carbon.micrograms(), weights)[index]);
  }

  private static BigDecimal measured(Amounts amounts) {
    BigDecimal energy = BigDecimal.valueOf(amounts.energy().wattHours());
    BigDecimal known = energy.subtract(BigDecimal.valueOf(amounts.estimated().wattHours()));
    return known.multiply(HUNDRED).divide(energy, 2, RoundingMode.HALF_EVEN);
  }
}

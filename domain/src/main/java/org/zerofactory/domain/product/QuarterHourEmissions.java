package org.zerofactory.domain.product;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.account.QuarterHourBalance;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.metering.Spread;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * A month's scope 2 by quarter hour: location-based import times the factor of its time;
 * market-based the month's result, which contracts settle as a whole, by import.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), chapter 6: both methods.
 */
final class QuarterHourEmissions {

  private QuarterHourEmissions() {}

  /**
   * @throws org.zerofactory.domain.factor.MissingFactorException if no factor is valid at some time
   */
  static Map<Instant, Emitted> of(
      List<QuarterHourBalance> quarters, FactorSeries location, Carbon marketOfMonth) {
    long[] imports = quarters.stream().mapToLong(each -> each.gridImport().orElse(0)).toArray();
    boolean isImported = false;
    for (long amount : imports) {
      isImported |= amount > 0;
    }
    long[] market =
        isImported ? Spread.of(marketOfMonth.micrograms(), imports) : new long[imports.length];
    Map<Instant, Emitted> emitted = new HashMap<>();
    for (int index = 0; index < imports.length; index++) {
      Instant start = quarters.get(index).start();
      Carbon ofLocation = location.at(start).factor().times(new Energy(imports[index]));
      emitted.put(start, new Emitted(ofLocation, new Carbon(market[index])));
    }
    return emitted;
  }
}

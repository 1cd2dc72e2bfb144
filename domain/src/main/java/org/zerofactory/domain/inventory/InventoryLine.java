package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.Carbon;

/**
 * One source in one local month, the atom of an inventory: every total is a sum of lines, so that
 * it is the same in any order and grouping.
 *
 * @param source meter, or subject of an entry
 * @param amount negative for what was resold: it leaves scope 2
 * @param biogenicMicrograms CO2 from biomass, µg, outside the scopes
 * @param carbon CO2e of the gases
 * @param origins the parts of the carbon
 * @param activityPercent doubt of the amount, percent; empty if not stated
 * @param factorPercent doubt of the factor, percent; empty if not stated
 */
public record InventoryLine(
    String source,
    Place place,
    SourceCategory category,
    Flow flow,
    YearMonth month,
    Amount amount,
    ChosenFactor factor,
    GasMasses gases,
    long biogenicMicrograms,
    Carbon carbon,
    OriginCarbon origins,
    Optional<BigDecimal> activityPercent,
    Optional<BigDecimal> factorPercent,
    Evidence evidence) {

  /**
   * @throws IllegalArgumentException if the parts do not add up to the whole
   */
  public InventoryLine {
    if (!origins.sum().equals(carbon)) {
      throw new IllegalArgumentException(
          "the parts of " + source + " in " + month + " must add up to " + carbon.micrograms());
    }
  }
}

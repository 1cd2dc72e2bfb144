package org.zerofactory.rules;

import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/**
 * What a published number is in, such as {@code kg/kWh}.
 *
 * @param micrograms that 1 of the unit is for one base unit; exact
 */
record FactorUnit(BaseUnit per, Ratio micrograms) {

  private static final Map<String, Ratio> MASSES =
      Map.of(
          "g", Ratio.of(1_000_000L, 1),
          "kg", Ratio.of(1_000_000_000L, 1),
          "t", Ratio.of(1_000_000_000_000L, 1));

  /** Empty if mass or unit is unknown; the schema has said so already. */
  static Optional<FactorUnit> ofWord(String word) {
    int slash = word.indexOf('/');
    if (slash < 0 || !MASSES.containsKey(word.substring(0, slash))) {
      return Optional.empty();
    }
    Ratio mass = MASSES.getOrDefault(word.substring(0, slash), Ratio.ZERO);
    return Unit.ofWord(word.substring(slash + 1))
        .map(unit -> new FactorUnit(unit.base(), mass.dividedBy(Ratio.of(unit.multiple()))));
  }

  /**
   * The most decimals that a number in this unit may have: electricity factors are whole µg/Wh, so
   * that sums over quarter hours are exact; others stay fractions.
   */
  Optional<Integer> mostDecimals() {
    return per == BaseUnit.WATT_HOUR
        ? Optional.of(micrograms.numerator().toString().length() - 1)
        : Optional.empty();
  }
}

package org.zerofactory.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.inventory.Flow;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryLine;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.StandardCoal;

/**
 * The energy of scopes 1 and 2 as standard coal: comprehensive energy consumption beside carbon.
 *
 * <p>Source: GB/T 2589-2020, general rules for calculation of the comprehensive energy consumption:
 * each carrier's amount times its coefficient, electricity energy-equal. Own solar power that is
 * used on the site is no bought carrier and not in it.
 *
 * @param carriers what was counted
 * @param notCounted sources of energy without a coefficient: the total is short of them
 */
public record StandardCoalUse(List<Carrier> carriers, SortedSet<String> notCounted) {

  /** One carrier's amount in a base unit, and what it counts as. */
  public record Carrier(CoalCoefficient coefficient, Amount amount, StandardCoal coal) {}

  /** Coefficient of each factor series; the gas's is that of its calorific value, 38931 kJ/m3. */
  private static final Map<String, String> COEFFICIENTS =
      Map.of(
          "cn-fuel-natural-gas", "gbt2589-natural-gas-oil-field",
          "cn-fuel-diesel", "gbt2589-diesel",
          "cn-fuel-diesel-42652", "gbt2589-diesel",
          "cn-fuel-gasoline", "gbt2589-gasoline",
          "cn-fuel-lpg", "gbt2589-lpg",
          "cn-fuel-fuel-oil", "gbt2589-fuel-oil");

  public StandardCoalUse {
    carriers = List.copyOf(carriers);
  }

  /**
   * @param coefficients a coefficient by its id; empty if there is none
   */
  public static StandardCoalUse of(
      Inventory inventory, Function<String, Optional<CoalCoefficient>> coefficients) {
    Map<String, Amount> amounts = new TreeMap<>();
    SortedSet<String> notCounted = new TreeSet<>();
    for (InventoryLine line : inventory.lines()) {
      if (isEnergy(line)) {
        coefficientOf(line)
            .filter(id -> coefficients.apply(id).filter(of -> fits(of, line)).isPresent())
            .ifPresentOrElse(
                id -> amounts.merge(id, line.amount(), Amount::plus),
                () -> notCounted.add(line.source()));
      }
    }
    List<Carrier> carriers = new ArrayList<>();
    amounts.forEach(
        (id, amount) -> {
          CoalCoefficient coefficient = coefficients.apply(id).orElseThrow();
          carriers.add(new Carrier(coefficient, amount, coefficient.times(amount)));
        });
    return new StandardCoalUse(carriers, notCounted);
  }

  /** The sum of all carriers. */
  public StandardCoal total() {
    return carriers.stream().map(Carrier::coal).reduce(StandardCoal.ZERO, StandardCoal::plus);
  }

  private static boolean isEnergy(InventoryLine line) {
    return switch (line.category()) {
      case STATIONARY_COMBUSTION, MOBILE_COMBUSTION, ELECTRICITY, STEAM, HEAT, COOLING ->
          line.flow() == Flow.USED || line.flow() == Flow.RESOLD;
      default -> false;
    };
  }

  private static boolean fits(CoalCoefficient coefficient, InventoryLine line) {
    return coefficient.per() == line.amount().unit();
  }

  private static Optional<String> coefficientOf(InventoryLine line) {
    return switch (line.category()) {
      case ELECTRICITY -> Optional.of("gbt2589-electricity-energy-equal");
      case STEAM, HEAT -> Optional.of("gbt2589-heat");
      default -> Optional.ofNullable(COEFFICIENTS.get(line.factor().factor().series()));
    };
  }
}

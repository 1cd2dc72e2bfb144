package org.zerofactory.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.zerofactory.domain.energy.ComprehensiveEnergy;
import org.zerofactory.domain.energy.EnergyItem;
import org.zerofactory.domain.energy.EnergyItem.Supply;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.CoalCoefficient.Convention;
import org.zerofactory.domain.inventory.Flow;
import org.zerofactory.domain.inventory.Inventory;
import org.zerofactory.domain.inventory.InventoryInput;
import org.zerofactory.domain.inventory.InventoryLine;
import org.zerofactory.domain.inventory.MarketCover;
import org.zerofactory.domain.inventory.MeteredActivity;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;

/**
 * The energy of an inventory's scopes 1 and 2, and own solar power, as standard coal.
 *
 * <p>Source: GB/T 2589-2020; see {@link ComprehensiveEnergy}. Electricity counts energy-equal.
 *
 * @param notCounted sources of energy without a coefficient: the total is short of them
 */
public record StandardCoalUse(ComprehensiveEnergy energy, SortedSet<String> notCounted) {

  private static final String ELECTRICITY = "gbt2589-electricity-energy-equal";
  private static final String HEAT = "gbt2589-heat";

  /** Coefficient of each factor series; the gas's is that of its calorific value, 38931 kJ/m3. */
  private static final Map<String, String> COEFFICIENTS =
      Map.of(
          "cn-fuel-natural-gas", "gbt2589-natural-gas-oil-field",
          "cn-fuel-diesel", "gbt2589-diesel",
          "cn-fuel-diesel-42652", "gbt2589-diesel",
          "cn-fuel-gasoline", "gbt2589-gasoline",
          "cn-fuel-lpg", "gbt2589-lpg",
          "cn-fuel-fuel-oil", "gbt2589-fuel-oil");

  /**
   * @param coefficients a coefficient by its id; empty if there is none
   */
  public static StandardCoalUse of(
      InventoryInput input,
      Inventory inventory,
      Function<String, Optional<CoalCoefficient>> coefficients) {
    Map<String, Long> amounts = new TreeMap<>();
    SortedSet<String> notCounted = new TreeSet<>();
    for (InventoryLine line : inventory.lines()) {
      if (isEnergy(line)) {
        coefficientOf(line)
            .filter(id -> fits(coefficients.apply(id), line.amount().unit()))
            .ifPresentOrElse(
                id -> amounts.merge(id, line.amount().value(), Math::addExact),
                () -> notCounted.add(line.source()));
      }
    }
    List<EnergyItem> items = new ArrayList<>();
    amounts.forEach(
        (id, amount) -> items.addAll(items(coefficients.apply(id).orElseThrow(), amount, input)));
    coefficients
        .apply(ELECTRICITY)
        .filter(of -> own(input) > 0)
        .ifPresent(of -> items.add(item(of, own(input), Supply.OWN_NON_FOSSIL)));
    return new StandardCoalUse(ComprehensiveEnergy.of(Convention.ENERGY_EQUAL, items), notCounted);
  }

  /**
   * The energy of several sites together, each item as its site has it.
   *
   * @param bySite what is not counted is named with its site
   */
  public static StandardCoalUse sum(SortedMap<String, StandardCoalUse> bySite) {
    SortedSet<String> notCounted = new TreeSet<>();
    bySite.forEach((site, use) -> use.notCounted.forEach(of -> notCounted.add(site + "/" + of)));
    List<EnergyItem> items =
        bySite.values().stream().flatMap(use -> use.energy.items().stream()).toList();
    return new StandardCoalUse(ComprehensiveEnergy.of(Convention.ENERGY_EQUAL, items), notCounted);
  }

  /** Electricity in what contracts cover and the rest; everything else as it is. */
  private static List<EnergyItem> items(
      CoalCoefficient coefficient, long amount, InventoryInput input) {
    if (!coefficient.id().equals(ELECTRICITY)) {
      return List.of(item(coefficient, amount, Supply.PURCHASED));
    }
    long covered =
        input.covers().stream()
            .filter(cover -> input.period().contains(cover.month()))
            .mapToLong((MarketCover cover) -> cover.covered().wattHours())
            .reduce(0, Math::addExact);
    long green = Math.min(covered, amount);
    return List.of(
        item(coefficient, amount - green, Supply.PURCHASED),
        item(coefficient, green, Supply.PURCHASED_NON_FOSSIL));
  }

  private static EnergyItem item(CoalCoefficient coefficient, long amount, Supply supply) {
    return new EnergyItem(
        coefficient.carrier(), new Amount(amount, coefficient.per()), coefficient, supply);
  }

  private static long own(InventoryInput input) {
    return input.metered().stream()
        .filter(metered -> metered.flow() == Flow.OWN_GENERATION)
        .filter(metered -> input.period().contains(metered.month()))
        .mapToLong((MeteredActivity metered) -> metered.amount().value())
        .reduce(0, Math::addExact);
  }

  private static boolean isEnergy(InventoryLine line) {
    return switch (line.category()) {
      case STATIONARY_COMBUSTION, MOBILE_COMBUSTION, ELECTRICITY, STEAM, HEAT, COOLING -> true;
      default -> false;
    };
  }

  private static boolean fits(Optional<CoalCoefficient> coefficient, BaseUnit unit) {
    return coefficient.filter(of -> of.per() == unit).isPresent();
  }

  private static Optional<String> coefficientOf(InventoryLine line) {
    return switch (line.category()) {
      case ELECTRICITY -> Optional.of(ELECTRICITY);
      case STEAM, HEAT -> Optional.of(HEAT);
      default -> Optional.ofNullable(COEFFICIENTS.get(line.factor().factor().series()));
    };
  }
}

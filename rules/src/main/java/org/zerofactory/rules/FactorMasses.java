package org.zerofactory.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.factor.FactorKey.GasBasis;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/**
 * The masses of one value: as one number, as gases, from a fuel's properties or from a blend's
 * composition.
 *
 * @param micrograms of each gas for one base unit
 * @param biogenic CO2 for one base unit, µg
 * @param fuel what the mass was computed from
 * @param shares of a blend; empty if it is none
 */
record FactorMasses(
    BaseUnit per,
    Map<Gas, Ratio> micrograms,
    Ratio biogenic,
    Optional<FuelProperties> fuel,
    SortedMap<Gas, Ratio> shares) {

  private static final Ratio PERCENT = Ratio.of(1, 100);
  private static final Ratio GIGAJOULE_IN_KILOJOULES = Ratio.of(1_000_000, 1);
  private static final Ratio TONNE_IN_KILOGRAMS = Ratio.of(1_000, 1);
  private static final Ratio GRAM_IN_MICROGRAMS = Ratio.of(1_000_000, 1);

  /** A number for all gases of the basis, CO2 or CO2e. */
  static Optional<FactorMasses> ofNumber(
      DataNode number, FactorUnit unit, GasBasis basis, DataFaults faults) {
    Optional<Ratio> mass = mass(number, unit, faults);
    if (basis == GasBasis.GASES) {
      faults.add(number.problem("expected gases, for the gas-basis is gases, but was one number"));
      return Optional.empty();
    }
    Gas gas = basis == GasBasis.CO2 ? Gas.CO2 : Gas.CO2E;
    return mass.map(found -> plain(unit.per(), Map.of(gas, found), Ratio.ZERO));
  }

  /** A number for each gas, and CO2 of biomass apart. */
  static Optional<FactorMasses> ofGases(DataNode node, FactorUnit unit, DataFaults faults) {
    SortedMap<Gas, Ratio> masses = new TreeMap<>();
    int expected = node.entries("gases").size();
    node.entries("gases")
        .forEach(
            (word, number) ->
                gas(word, number, faults)
                    .ifPresent(
                        gas ->
                            mass(number, unit, faults).ifPresent(mass -> masses.put(gas, mass))));
    Optional<Ratio> biogenic =
        node.find("biogenic").isPresent()
            ? mass(node.get("biogenic"), unit, faults)
            : Optional.of(Ratio.ZERO);
    return masses.size() == expected
        ? biogenic.map(found -> plain(unit.per(), masses, found))
        : Optional.empty();
  }

  /** CO2 of a fuel from its calorific value, carbon content and oxidation. */
  static Optional<FactorMasses> ofFuel(DataNode node, DataFaults faults) {
    Optional<Unit> per = node.findText("per").flatMap(Unit::ofWord);
    Optional<Ratio> heat = node.findDecimal("calorific-value").map(Ratio::of);
    Optional<Ratio> carbon = node.findDecimal("carbon-content").map(Ratio::of);
    Optional<Ratio> oxidation = node.findDecimal("oxidation").map(Ratio::of);
    if (per.isEmpty() || heat.isEmpty() || carbon.isEmpty() || oxidation.isEmpty()) {
      return Optional.empty();
    }
    try {
      FuelProperties fuel =
          new FuelProperties(
              per.get().base(),
              heat.get().times(GIGAJOULE_IN_KILOJOULES).dividedBy(Ratio.of(per.get().multiple())),
              carbon.get().times(TONNE_IN_KILOGRAMS),
              oxidation.get());
      Map<Gas, Ratio> co2 = Map.of(Gas.CO2, fuel.microgramsCo2PerUnit());
      return Optional.of(
          new FactorMasses(fuel.per(), co2, Ratio.ZERO, Optional.of(fuel), new TreeMap<>()));
    } catch (IllegalArgumentException impossible) {
      faults.add(
          node.problem(
              "expected positive properties and an oxidation of at most 1 but were "
                  + node.entries().values().stream()
                      .flatMap(value -> value.asText().stream())
                      .toList()));
      return Optional.empty();
    }
  }

  /** The gases of a blend that escapes, from percent of its mass. */
  static Optional<FactorMasses> ofShares(DataNode node, DataFaults faults) {
    SortedMap<Gas, Ratio> shares = new TreeMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, DataNode> entry : node.entries().entrySet()) {
      Optional<Gas> gas = gas(entry.getKey(), entry.getValue(), faults);
      Optional<BigDecimal> percent = entry.getValue().asDecimal();
      if (gas.isEmpty() || percent.isEmpty()) {
        return Optional.empty();
      }
      if (percent.get().signum() == 0) {
        faults.add(entry.getValue().fault("a share above 0"));
        return Optional.empty();
      }
      sum = sum.add(percent.get());
      shares.put(gas.get(), Ratio.of(percent.get()).times(PERCENT));
    }
    if (sum.compareTo(new BigDecimal(100)) != 0) {
      faults.add(
          node.problem("expected shares that add up to 100 but were " + sum.toPlainString()));
      return Optional.empty();
    }
    SortedMap<Gas, Ratio> masses = new TreeMap<>();
    shares.forEach((gas, share) -> masses.put(gas, share.times(GRAM_IN_MICROGRAMS)));
    return Optional.of(
        new FactorMasses(BaseUnit.GRAM, masses, Ratio.ZERO, Optional.empty(), shares));
  }

  static Optional<Gas> gas(String word, DataNode place, DataFaults faults) {
    try {
      return Optional.of(new Gas(word));
    } catch (IllegalArgumentException unknown) {
      faults.add(place.problem(unknown.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<Ratio> mass(DataNode number, FactorUnit unit, DataFaults faults) {
    Optional<BigDecimal> decimal =
        number
            .asText()
            .flatMap(text -> number.asDecimal())
            .filter(value -> value.signum() >= 0); // else the schema has said so
    Optional<Integer> most = unit.mostDecimals();
    if (decimal.isPresent() && most.isPresent() && decimal.get().scale() > most.get()) {
      faults.add(number.fault("a number with at most " + most.get() + " decimals (whole ug/Wh)"));
      return Optional.empty();
    }
    return decimal.map(value -> Ratio.of(value).times(unit.micrograms()));
  }

  private static FactorMasses plain(BaseUnit per, Map<Gas, Ratio> masses, Ratio biogenic) {
    return new FactorMasses(per, masses, biogenic, Optional.empty(), new TreeMap<>());
  }
}

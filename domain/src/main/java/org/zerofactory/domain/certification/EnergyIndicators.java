package org.zerofactory.domain.certification;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.energy.ComprehensiveEnergy;
import org.zerofactory.domain.energy.EnergyItem;
import org.zerofactory.domain.factor.CoalCoefficient.Convention;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.StandardCoal;

/**
 * Carbon per unit of energy and the two shares of non-fossil energy, by one convention of standard
 * coal; both are stated, because the result depends on it by a factor of 2.3.
 *
 * <p>Source: indicators 1.1 to 1.3 of the national zero-carbon factory's self-evaluation as copied
 * into a public platform (secondary): {@code I = C/E}; {@code r = R/E}, where traded green power
 * and certificates count; {@code Ez/Q}, where they do not. Its thresholds contradict each other and
 * are not used.
 */
public final class EnergyIndicators {

  private static final long PARTS_PER_MILLION = 1_000_000;
  private static final long GRAMS_PER_TONNE = 1_000_000;

  private EnergyIndicators() {}

  /**
   * The indicators as facts, each rounded once, half to even; none where its whole is zero.
   *
   * @param use all energy of the boundary; a use that lacks something gives wrong shares
   * @param carbon CO2 of the same boundary, refrigerants left out; empty if not known
   */
  public static CertificationFacts of(ComprehensiveEnergy use, Optional<Carbon> carbon) {
    boolean isCalorific = use.electricity() == Convention.ENERGY_EQUAL;
    CertificationFacts facts =
        CertificationFacts.NONE
            .with(isCalorific ? Fact.COAL_CALORIFIC_G : Fact.COAL_INPUT_G, grams(use.total()))
            .with(
                isCalorific ? Fact.ELECTRICITY_COAL_CALORIFIC_G : Fact.ELECTRICITY_COAL_INPUT_G,
                grams(coal(electricity(use))));
    facts = share(facts, wattHours(electricity(use), true), wattHours(electricity(use), false));
    if (use.total().micrograms() == 0) {
      return facts;
    }
    facts =
        facts.with(
            isCalorific ? Fact.NON_FOSSIL_SHARE_CALORIFIC_PPM : Fact.NON_FOSSIL_SHARE_INPUT_PPM,
            Ratio.of(use.nonFossil().micrograms(), use.total().micrograms())
                .timesRounded(PARTS_PER_MILLION));
    if (carbon.isEmpty()) {
      return facts;
    }
    return facts.with(
        isCalorific ? Fact.CARBON_PER_TCE_CALORIFIC_G : Fact.CARBON_PER_TCE_INPUT_G,
        use.carbonIntensity(carbon.get()).timesRounded(GRAMS_PER_TONNE));
  }

  /** Own non-fossil electricity used on site over all electricity; no trade counts. */
  static CertificationFacts share(CertificationFacts facts, Energy selfUse, Energy load) {
    if (load.wattHours() <= 0) {
      return facts;
    }
    long ppm = Ratio.of(selfUse.wattHours(), load.wattHours()).timesRounded(PARTS_PER_MILLION);
    return facts.with(Fact.PHYSICAL_SHARE_PPM, ppm);
  }

  private static List<EnergyItem> electricity(ComprehensiveEnergy use) {
    return use.items().stream()
        .filter(item -> item.supply().counts() && item.amount().unit() == BaseUnit.WATT_HOUR)
        .toList();
  }

  private static Energy wattHours(List<EnergyItem> items, boolean onlyPhysical) {
    return new Energy(
        items.stream()
            .filter(item -> !onlyPhysical || item.supply().isPhysical())
            .mapToLong(item -> item.amount().value())
            .reduce(0, Math::addExact));
  }

  private static StandardCoal coal(List<EnergyItem> items) {
    return items.stream()
        .map(item -> item.coefficient().times(item.amount()))
        .reduce(StandardCoal.ZERO, StandardCoal::plus);
  }

  private static long grams(StandardCoal coal) {
    return Ratio.of(coal.micrograms(), StandardCoal.MICROGRAMS_PER_GRAM).timesRounded(1);
  }
}

package org.zerofactory.domain.certification;

import java.util.Optional;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.StandardCoal;

/**
 * Carbon per unit of energy and the two shares of non-fossil energy, each by both conventions of
 * standard coal, because the result depends on them by a factor of 2.3.
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
   * What the indicators are made of.
   *
   * @param load electricity consumed
   * @param selfUse own non-fossil electricity used on site, or bought by a direct line
   * @param greenPower bought electricity covered by green power trade or certificates
   * @param others fuels and heat bought, in standard coal; none counted twice
   * @param carbon CO2 of the same scope as the energy (refrigerants left out)
   * @param calorific coefficient of electricity by its energy content
   * @param input coefficient of electricity by the energy put in, of the year
   */
  public record Input(
      Energy load,
      Energy selfUse,
      Energy greenPower,
      StandardCoal others,
      Optional<Carbon> carbon,
      CoalCoefficient calorific,
      CoalCoefficient input) {}

  /** The indicators as facts, each rounded once, half to even; none where its whole is zero. */
  public static CertificationFacts of(Input of) {
    CertificationFacts facts = CertificationFacts.NONE;
    facts =
        convention(
            facts,
            of,
            of.calorific(),
            new Fact[] {
              Fact.COAL_CALORIFIC_G,
              Fact.ELECTRICITY_COAL_CALORIFIC_G,
              Fact.CARBON_PER_TCE_CALORIFIC_G,
              Fact.NON_FOSSIL_SHARE_CALORIFIC_PPM
            });
    facts =
        convention(
            facts,
            of,
            of.input(),
            new Fact[] {
              Fact.COAL_INPUT_G,
              Fact.ELECTRICITY_COAL_INPUT_G,
              Fact.CARBON_PER_TCE_INPUT_G,
              Fact.NON_FOSSIL_SHARE_INPUT_PPM
            });
    return share(facts, of.selfUse(), of.load());
  }

  /** Own non-fossil electricity used on site over all electricity; no trade counts. */
  static CertificationFacts share(CertificationFacts facts, Energy selfUse, Energy load) {
    if (load.wattHours() <= 0) {
      return facts;
    }
    long ppm = Ratio.of(selfUse.wattHours(), load.wattHours()).timesRounded(PARTS_PER_MILLION);
    return facts.with(Fact.PHYSICAL_SHARE_PPM, ppm);
  }

  private static CertificationFacts convention(
      CertificationFacts facts, Input of, CoalCoefficient coefficient, Fact[] names) {
    StandardCoal electricity = coal(of.load(), coefficient);
    StandardCoal whole = electricity.plus(of.others());
    CertificationFacts result =
        facts.with(names[0], grams(whole)).with(names[1], grams(electricity));
    if (whole.micrograms() == 0) {
      return result;
    }
    StandardCoal nonFossil = coal(of.selfUse().plus(of.greenPower()), coefficient);
    Ratio share = Ratio.of(nonFossil.micrograms(), whole.micrograms());
    result = result.with(names[3], share.timesRounded(PARTS_PER_MILLION));
    if (of.carbon().isEmpty()) {
      return result;
    }
    Ratio intensity = Ratio.of(of.carbon().get().micrograms(), whole.micrograms());
    return result.with(names[2], intensity.timesRounded(GRAMS_PER_TONNE));
  }

  private static StandardCoal coal(Energy energy, CoalCoefficient coefficient) {
    return coefficient.times(new Amount(energy.wattHours(), BaseUnit.WATT_HOUR));
  }

  private static long grams(StandardCoal coal) {
    return Ratio.of(coal.micrograms(), StandardCoal.MICROGRAMS_PER_GRAM).timesRounded(1);
  }
}

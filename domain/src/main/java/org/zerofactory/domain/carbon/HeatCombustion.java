package org.zerofactory.domain.carbon;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.quantity.Ratio;

/**
 * Gases of a fuel burnt, by its net heat. CO2 of biomass stands apart, outside the scopes; its CH4
 * and N2O are inside.
 *
 * <p>Source: IPCC 2006 Guidelines, volume 2, chapter 2, table 2.3 (kg per TJ on a net calorific
 * basis); GHG Protocol Corporate Standard, chapter 4 (biogenic CO2 apart).
 *
 * @param gases inside the scopes
 * @param biogenicMicrograms CO2 from biomass, µg
 */
public record HeatCombustion(GasMasses gases, long biogenicMicrograms) {

  /**
   * Each gas rounded once, half-even, to whole µg.
   *
   * @param kilojoules net heat; gross heat of natural gas is about a ninth more
   * @param kilogramsPerTerajoule of each gas; 1 kg/TJ is 1 µg/kJ
   * @param isBiomass whether its CO2 is biogenic
   */
  public static HeatCombustion of(
      Ratio kilojoules, Map<Gas, Ratio> kilogramsPerTerajoule, boolean isBiomass) {
    SortedMap<Gas, Long> masses = new TreeMap<>();
    long biogenic = 0;
    for (Map.Entry<Gas, Ratio> factor : kilogramsPerTerajoule.entrySet()) {
      long mass = kilojoules.times(factor.getValue()).timesRounded(1);
      if (isBiomass && factor.getKey().equals(Gas.CO2)) {
        biogenic = mass;
      } else {
        masses.put(factor.getKey(), mass);
      }
    }
    return new HeatCombustion(new GasMasses(masses), biogenic);
  }
}

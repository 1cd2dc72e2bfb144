package org.zerofactory.rules;

import java.util.List;
import java.util.Map;
import org.zerofactory.domain.factor.Blend;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.WarmingPotential;

/**
 * What one edition of one publication says: one file.
 *
 * @param id unique, never reused
 * @param edition such as {@code mee-2024-12} or {@code AR5}
 * @param published date such as {@code 2024-12}
 * @param version SHA-256, hex, of the canonical content: an inventory names id and version, and
 *     whoever has the same version has the same values to the last digit
 * @param factors in the order of the file; an hourly value is one factor for each hour
 * @param blends compositions among the factors, by factor id
 * @param fuels properties of the factors that were computed from them, by factor id
 * @param potentials of a set of warming potentials
 * @param coal of a set of standard-coal coefficients
 */
public record FactorSet(
    String id,
    String edition,
    String title,
    String publisher,
    String document,
    String published,
    String version,
    List<Factor> factors,
    Map<String, Blend> blends,
    Map<String, FuelProperties> fuels,
    List<WarmingPotential> potentials,
    List<CoalCoefficient> coal) {

  public FactorSet {
    factors = List.copyOf(factors);
    blends = Map.copyOf(blends);
    fuels = Map.copyOf(fuels);
    potentials = List.copyOf(potentials);
    coal = List.copyOf(coal);
  }
}

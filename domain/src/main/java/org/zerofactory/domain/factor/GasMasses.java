package org.zerofactory.domain.factor;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.quantity.Carbon;

/**
 * Masses of gases, µg each, never mixed.
 *
 * @param micrograms by gas; a gas that is not there is not emitted
 */
public record GasMasses(SortedMap<Gas, Long> micrograms) {

  public static final GasMasses NONE = new GasMasses(new TreeMap<>());

  public GasMasses {
    micrograms = Collections.unmodifiableSortedMap(new TreeMap<>(micrograms));
  }

  public static GasMasses of(Map<Gas, Long> micrograms) {
    return new GasMasses(new TreeMap<>(micrograms));
  }

  public GasMasses plus(GasMasses other) {
    TreeMap<Gas, Long> sum = new TreeMap<>(micrograms);
    other.micrograms.forEach((gas, mass) -> sum.merge(gas, mass, Math::addExact));
    return new GasMasses(sum);
  }

  public long of(Gas gas) {
    return micrograms.getOrDefault(gas, 0L);
  }

  /**
   * CO2 equivalent: each gas times its potential, rounded half-even to whole µg gas by gas, so that
   * sums by gas and sums by source agree to the microgram.
   *
   * @throws MissingPotentialException if the set has no potential for one of the gases
   */
  public Carbon carbon(GwpSet potentials) {
    return micrograms.keySet().stream()
        .map(gas -> carbon(gas, potentials))
        .reduce(Carbon.ZERO, Carbon::plus);
  }

  /** CO2 equivalent of one of the gases. */
  public Carbon carbon(Gas gas, GwpSet potentials) {
    return new Carbon(potentials.of(gas).timesRounded(of(gas)));
  }
}

package org.zerofactory.domain.uncertainty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What the classes of a meter and its transformers say of its energy.
 *
 * <p>Source: the class index is the limit of error in percent near rated current (IEC 62053-21 and
 * 62053-22 for meters, IEC 61869-2 and 61869-3 for transformers; limits from memory, unverified).
 * Taken as the half width of the 95 % interval, which is careful.
 */
public final class MeterUncertainty {

  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("0.1", "0.1"),
          Map.entry("0.1S", "0.1"),
          Map.entry("0.2", "0.2"),
          Map.entry("0.2S", "0.2"),
          Map.entry("0.5", "0.5"),
          Map.entry("0.5S", "0.5"),
          Map.entry("1", "1"),
          Map.entry("2", "2"),
          Map.entry("3", "3"));

  private MeterUncertainty() {}

  /**
   * The meter with the transformers before it, in quadrature.
   *
   * @param classes of the meter, then of its current and voltage transformers, if any
   * @return percent with four decimals, half-even
   * @throws IllegalArgumentException if a class is unknown
   */
  public static BigDecimal ofClasses(String... classes) {
    double[] percents = new double[classes.length];
    for (int i = 0; i < classes.length; i++) {
      String percent = CLASSES.get(classes[i]);
      if (percent == null) {
        throw new IllegalArgumentException(
            "expected an accuracy class such as 0.2S, 0.5S, 1 or 2, but was " + classes[i]);
      }
      percents[i] = Double.parseDouble(percent);
    }
    return BigDecimal.valueOf(Quadrature.ofProduct(percents)).setScale(4, RoundingMode.HALF_EVEN);
  }
}

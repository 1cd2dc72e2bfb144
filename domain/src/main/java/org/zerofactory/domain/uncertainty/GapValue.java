package org.zerofactory.domain.uncertainty;

/**
 * A careful value for what was not measured and can't be read from a register: emissions are never
 * understated.
 *
 * <p>Source: conservative surrogate data, Commission Regulation (EU) 601/2012, article 65, and
 * 2018/2066, article 66 (the latter from memory); mean plus two standard deviations of the same
 * source is the usual guidance (from memory, unverified).
 *
 * @param mean of the known values
 * @param deviation standard deviation with n-1
 */
public record GapValue(double mean, double deviation) {

  /**
   * @param known values of the same source and length of interval, two or more
   * @throws IllegalArgumentException if there are fewer than two
   */
  public static GapValue of(double... known) {
    if (known.length < 2) {
      throw new IllegalArgumentException(
          "a gap value needs two known values or more, but there are " + known.length);
    }
    double sum = 0;
    for (double value : known) {
      sum += value;
    }
    double mean = sum / known.length;
    double squares = 0;
    for (double value : known) {
      squares += (value - mean) * (value - mean);
    }
    return new GapValue(mean, Math.sqrt(squares / (known.length - 1)));
  }

  /** For a load or a fuel: high. */
  public double ofConsumption() {
    return mean + 2 * deviation;
  }

  /** For solar power or what an instrument covers: nothing. */
  public double ofCredit() {
    return 0;
  }
}

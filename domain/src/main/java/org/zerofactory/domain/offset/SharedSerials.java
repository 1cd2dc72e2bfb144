package org.zerofactory.domain.offset;

import java.util.Locale;

/**
 * Whether credits and certificates carry the same numbers. Some registries number tonnes and
 * megawatt-hours in one series; then a number may stand for one of them only.
 */
public final class SharedSerials {

  private SharedSerials() {}

  /**
   * Whether a serial is in both. Writing does not part them: case, and the dots, hyphens, slashes
   * and spaces around the registry's word and around what stands before the number, do not count.
   *
   * @param credits of a crediting programme
   * @param certificates of an electricity instrument
   */
  public static boolean overlap(
      SerialRange credits, org.zerofactory.domain.instrument.SerialRange certificates) {
    return credits.first() <= certificates.last()
        && certificates.first() <= credits.last()
        && plain(credits.registry()).equals(plain(certificates.registry()))
        && plain(credits.block()).equals(plain(certificates.prefix()));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}

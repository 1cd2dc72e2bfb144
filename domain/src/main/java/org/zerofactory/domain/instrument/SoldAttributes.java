package org.zerofactory.domain.instrument;

import org.zerofactory.domain.quantity.Energy;

/**
 * What self-used solar power loses of its zero when its certificates are sold.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), quality criteria on own and direct power (from
 * memory, unverified). The location-based result does not change.
 */
public final class SoldAttributes {

  private SoldAttributes() {}

  /**
   * Self-used energy that counts like purchased energy in the market-based result. Certificates are
   * taken to be of exported energy first: China gives self-used power certificates that cannot be
   * sold.
   *
   * @param sold energy of the certificates of own generation that were sold
   */
  public static Energy selfUseWithoutClaim(Energy selfUse, Energy export, Energy sold) {
    long beyondExport = Math.max(0, sold.wattHours() - export.wattHours());
    return new Energy(Math.min(Math.max(0, selfUse.wattHours()), beyondExport));
  }
}

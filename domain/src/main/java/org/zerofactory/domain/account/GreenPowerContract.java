package org.zerofactory.domain.account;

import java.time.YearMonth;
import java.util.Map;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.SiteClaims;
import org.zerofactory.domain.quantity.Energy;

/**
 * A power purchase agreement or certificates: energy per month at the contract's own factor.
 *
 * @param microgramsPerWattHour µg CO2e per Wh, 0 or more
 * @param source contract or certificate
 */
public record GreenPowerContract(
    String id,
    String name,
    long microgramsPerWattHour,
    Map<YearMonth, Energy> volumes,
    String source) {

  public GreenPowerContract {
    volumes = Map.copyOf(volumes);
  }

  /** What an allocation of the register stands for. */
  static GreenPowerContract of(SiteClaims.Claim claim) {
    Instrument instrument = claim.instrument();
    return new GreenPowerContract(
        "instrument/" + instrument.id(),
        instrument.kind().word() + " of " + instrument.registry(),
        instrument.microgramsPerWattHour().orElseThrow(),
        Map.of(claim.allocation().month(), claim.allocation().energy()),
        instrument.terms().document());
  }

  GreenPowerContract withVolumes(Map<YearMonth, Energy> others) {
    return new GreenPowerContract(id, name, microgramsPerWattHour, others, source);
  }

  /** The contract's energy for a local month, 0 outside its time. */
  public Energy volume(YearMonth month) {
    return volumes.getOrDefault(month, Energy.ZERO);
  }
}

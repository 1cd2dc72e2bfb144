package org.zerofactory.domain.metering;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A site as its journal states it: what is metered and how the meters belong together.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param gridRegion the grid region whose factors apply, a word of the factor files
 * @param simulated whether the readings come from a simulator; shown on every page and export
 */
public record SiteDescription(
    String id,
    String name,
    ZoneId zone,
    boolean simulated,
    String country,
    String gridRegion,
    List<MeterDescription> meters,
    List<MachineDescription> machines) {

  public SiteDescription {
    meters = List.copyOf(meters);
    machines = List.copyOf(machines);
  }

  public Optional<MeterDescription> meter(String meterId) {
    return meters.stream().filter(meter -> meter.id().equals(meterId)).findFirst();
  }

  public List<MeterDescription> metersOf(MeterRole role) {
    return meters.stream().filter(meter -> meter.role() == role).toList();
  }
}

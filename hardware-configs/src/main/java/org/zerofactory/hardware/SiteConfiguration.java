package org.zerofactory.hardware;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * A site file, checked and with its templates filled in: everything that an edge agent needs.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param simulated marks every page and export
 * @param clock whose time the agent keeps
 * @param dataFolder absolute or relative to the working folder, not to the site file
 * @param historyFrom how far back a first start asks the sources' history
 * @param rawRetentionDays days for which raw samples are kept
 * @param lowDiskMegabytes below so much free space (10^6 bytes) there is an alarm; 0 for never
 * @param centre base URL of the central server; empty for an agent on its own
 * @param statusPagePort loopback port, 0 for any free one; empty for no page
 */
public record SiteConfiguration(
    String id,
    String name,
    ZoneId zone,
    String country,
    String gridRegion,
    boolean simulated,
    Clock clock,
    Path dataFolder,
    Optional<Instant> historyFrom,
    int rawRetentionDays,
    int lowDiskMegabytes,
    Optional<URI> centre,
    OptionalInt statusPagePort,
    List<SourceConfiguration> sources,
    List<DeviceConfiguration> devices) {

  /** The machine's own clock, or that of the OPC UA server (simulated sites only). */
  public enum Clock {
    SYSTEM,
    SOURCE
  }

  public SiteConfiguration {
    sources = List.copyOf(sources);
    devices = List.copyOf(devices);
  }

  /** The points of all devices, in the order of the file. */
  public List<PointConfiguration> points() {
    return devices.stream().flatMap(device -> device.points().stream()).toList();
  }

  /** The devices of one source, in the order of the file. */
  public List<DeviceConfiguration> devicesOf(String sourceId) {
    return devices.stream().filter(device -> device.source().equals(sourceId)).toList();
  }

  /**
   * The same site at other addresses, for a demo or a test on free ports.
   *
   * @param endpoints endpoint by source id; sources that are not named keep theirs
   */
  public SiteConfiguration at(
      Map<String, String> endpoints, Optional<URI> newCentre, OptionalInt newStatusPagePort) {
    return new SiteConfiguration(
        id,
        name,
        zone,
        country,
        gridRegion,
        simulated,
        clock,
        dataFolder,
        historyFrom,
        rawRetentionDays,
        lowDiskMegabytes,
        newCentre,
        newStatusPagePort,
        sources.stream()
            .map(source -> source.at(endpoints.getOrDefault(source.id(), source.endpoint())))
            .toList(),
        devices);
  }

  /** The site as its journal states it. */
  public SiteDescription description() {
    return new SiteDescription(
        id,
        name,
        zone,
        simulated,
        country,
        gridRegion,
        devices.stream().flatMap(device -> device.meter().stream()).toList(),
        devices.stream().flatMap(device -> device.machine().stream()).toList());
  }
}

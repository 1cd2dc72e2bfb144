package org.zerofactory.edge.acquire;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.hardware.PointConfiguration;
import org.zerofactory.hardware.SiteConfiguration;
import org.zerofactory.hardware.SourceConfiguration;

/**
 * One OPC UA server as the driver needs it.
 *
 * @param secure Basic256Sha256 with SignAndEncrypt; otherwise no security
 * @param ownTime whether the source's time is the site's clock (simulated sites only)
 */
record SourceSetup(
    String id,
    String endpoint,
    boolean secure,
    Optional<User> user,
    boolean ownTime,
    List<PointConfiguration> points) {

  /** A user name and the file whose first line is the password. */
  record User(String name, Path passwordFile) {}

  SourceSetup {
    points = List.copyOf(points);
  }

  static List<SourceSetup> allOf(SiteConfiguration site) {
    boolean ownTime = site.clock() == SiteConfiguration.Clock.SOURCE;
    return site.sources().stream().map(source -> of(source, site, ownTime)).toList();
  }

  private static SourceSetup of(
      SourceConfiguration source, SiteConfiguration site, boolean ownTime) {
    return new SourceSetup(
        source.id(),
        source.endpoint(),
        source.security() != SourceConfiguration.Security.NONE,
        source.user().map(user -> new User(user.name(), user.passwordFile())),
        ownTime,
        site.devicesOf(source.id()).stream().flatMap(device -> device.points().stream()).toList());
  }

  /** A server without a site file: to browse it. */
  static SourceSetup toBrowse(String endpoint, boolean secure, Optional<User> user) {
    return new SourceSetup("browse", endpoint, secure, user, false, List.of());
  }

  static boolean isGauge(PointConfiguration point) {
    return point.quantity().kind() == Quantity.Kind.GAUGE;
  }
}

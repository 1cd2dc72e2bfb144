package org.zerofactory.hardware;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.Quantity.Kind;

/**
 * A device of a site.
 *
 * @param template name of its template
 * @param source id of the OPC UA server that offers it
 * @param parent id of the device whose meter also counts this one
 * @param line the production line or area that it belongs to
 * @param of for a reference plan: the line or device that it stands for
 */
public record DeviceConfiguration(
    String id,
    String name,
    String template,
    String source,
    MeterRole role,
    Optional<String> parent,
    Optional<String> line,
    Optional<String> of,
    List<PointConfiguration> points) {

  public DeviceConfiguration {
    points = List.copyOf(points);
  }

  /** What flows through it. A driver explains energy and is none, unless it is compressed air. */
  public Carrier carrier() {
    return switch (role) {
      case GRID, PV, LOAD, REFERENCE_PLAN -> Carrier.ELECTRICITY;
      case GAS -> Carrier.NATURAL_GAS;
      case WATER -> Carrier.WATER;
      case HEAT -> Carrier.HEAT;
      case DRIVER -> has(Quantity.AIR_VOLUME) ? Carrier.COMPRESSED_AIR : Carrier.NONE;
    };
  }

  /** The device with its measured quantities; empty if it measures none. */
  Optional<MeterDescription> meter() {
    List<PointDescription> measured =
        points.stream()
            .filter(point -> point.quantity().kind() != Kind.STATE)
            .map(point -> new PointDescription(point.quantity(), point.span()))
            .toList();
    return measured.isEmpty()
        ? Optional.empty()
        : Optional.of(new MeterDescription(id, name, carrier(), role, parent, line, of, measured));
  }

  /** The device as a machine; empty if it reports no states. */
  Optional<MachineDescription> machine() {
    return has(Quantity.STATE)
        ? Optional.of(new MachineDescription(id, name, line))
        : Optional.empty();
  }

  private boolean has(Quantity quantity) {
    return points.stream().anyMatch(point -> point.quantity() == quantity);
  }
}

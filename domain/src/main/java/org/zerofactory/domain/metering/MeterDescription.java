package org.zerofactory.domain.metering;

import java.util.List;
import java.util.Optional;

/**
 * A device as the accounting sees it.
 *
 * @param parent the device whose meter also counts this one
 * @param line the production line or area it belongs to (ISA-95: work centre)
 * @param of for a reference plan: the line or device that it stands for
 */
public record MeterDescription(
    String id,
    String name,
    Carrier carrier,
    MeterRole role,
    Optional<String> parent,
    Optional<String> line,
    Optional<String> of,
    List<PointDescription> points) {

  public MeterDescription {
    points = List.copyOf(points);
  }

  /** The id under which samples and journal readings of one quantity stand. */
  public String pointId(Quantity quantity) {
    return id + "/" + quantity.word();
  }
}

package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to an inventory: organisation, sites, lines, machines. By operational control: all
 * of what the organisation operates, none of what others do.
 *
 * <p>Source: GHG Protocol Corporate Standard, chapter 3; ISO 14064-1:2018, 5.1.
 */
public record Boundary(String organisation, List<Site> sites, List<Exclusion> exclusions) {

  /** A site with what stands on it. */
  public record Site(String id, String name, List<Line> lines) {
    public Site {
      lines = List.copyOf(lines);
    }
  }

  /** A production line with its machines' ids. */
  public record Line(String id, String name, List<String> machines) {
    public Line {
      machines = List.copyOf(machines);
    }
  }

  /**
   * Something left out, on purpose and said so.
   *
   * @param percent estimated share of the total, 0 to 100
   */
  public record Exclusion(String subject, String reason, BigDecimal percent) {
    /**
     * @throws IllegalArgumentException if there is no reason or the share is no percentage
     */
    public Exclusion {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("the exclusion of " + subject + " needs a reason");
      }
      if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException(
            "the exclusion of "
                + subject
                + " needs a share of 0 to 100 percent, but was "
                + percent.toPlainString());
      }
    }
  }

  /**
   * @throws IllegalArgumentException if two sites have the same id
   */
  public Boundary {
    sites = List.copyOf(sites);
    exclusions = List.copyOf(exclusions);
    if (sites.stream().map(Site::id).distinct().count() < sites.size()) {
      throw new IllegalArgumentException("two sites of " + organisation + " have the same id");
    }
  }

  /** What is wrong with a place; empty if it lies within. */
  Optional<String> fault(Place place) {
    Optional<Site> site = site(place.site());
    if (site.isEmpty()) {
      return Optional.of("site " + place.site() + " is not in the boundary");
    }
    if (place.line().isEmpty()) {
      return Optional.empty();
    }
    String lineId = place.line().get();
    Optional<Line> line = site.get().lines().stream().filter(l -> l.id().equals(lineId)).findAny();
    if (line.isEmpty()) {
      return Optional.of("line " + lineId + " is not in the boundary of site " + place.site());
    }
    return place
        .machine()
        .filter(machine -> !line.get().machines().contains(machine))
        .map(machine -> "machine " + machine + " is not in the boundary of line " + lineId);
  }

  /** The place that a word means on a site: a machine, a line, or else the site itself. */
  Place placeOf(String siteId, String word) {
    for (Line line : site(siteId).map(Site::lines).orElse(List.of())) {
      if (line.machines().contains(word)) {
        return Place.ofMachine(siteId, line.id(), word);
      }
      if (line.id().equals(word)) {
        return Place.ofLine(siteId, word);
      }
    }
    return Place.ofSite(siteId);
  }

  private Optional<Site> site(String id) {
    return sites.stream().filter(site -> site.id().equals(id)).findAny();
  }
}

package org.zerofactory.domain.inventory;

import java.util.Optional;

/**
 * Where in the organisation something is.
 *
 * @param line empty if it serves the whole site
 * @param machine of the line; empty if it serves the whole line
 */
public record Place(String site, Optional<String> line, Optional<String> machine) {

  /**
   * @throws IllegalArgumentException if there is a machine without a line
   */
  public Place {
    if (machine.isPresent() && line.isEmpty()) {
      throw new IllegalArgumentException(
          "a machine needs its line, but " + machine.get() + " of " + site + " has none");
    }
  }

  public static Place ofSite(String site) {
    return new Place(site, Optional.empty(), Optional.empty());
  }

  public static Place ofLine(String site, String line) {
    return new Place(site, Optional.of(line), Optional.empty());
  }

  public static Place ofMachine(String site, String line, String machine) {
    return new Place(site, Optional.of(line), Optional.of(machine));
  }

  /** {@code site}, {@code site/line} or {@code site/line/machine}. */
  public String path() {
    return site + line.map(name -> "/" + name).orElse("") + machine.map(m -> "/" + m).orElse("");
  }
}

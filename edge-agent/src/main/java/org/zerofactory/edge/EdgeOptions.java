package org.zerofactory.edge;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.zerofactory.hardware.SiteConfiguration;

/**
 * How an agent is to run.
 *
 * @param data instead of the site file's data folder
 * @param systemClock the machine's clock
 */
public record EdgeOptions(SiteConfiguration site, Optional<Path> data, InstantSource systemClock) {

  public EdgeOptions(SiteConfiguration site) {
    this(site, Optional.empty(), InstantSource.system());
  }

  Path dataFolder() {
    return data.orElse(site.dataFolder());
  }
}

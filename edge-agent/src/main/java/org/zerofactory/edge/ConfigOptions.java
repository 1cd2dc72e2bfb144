package org.zerofactory.edge;

import java.nio.file.Path;
import java.util.Optional;
import org.zerofactory.hardware.SiteConfiguration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that works on a site. */
final class ConfigOptions {

  @Option(
      names = "--config",
      required = true,
      paramLabel = "<site.yaml>",
      description = "site file (docs/formats.md, section 4)")
  private Path config = Path.of("site.yaml");

  @Mixin private FolderOptions folders = new FolderOptions();

  /**
   * @throws org.zerofactory.datafile.DataFileException with every fault of the files
   */
  SiteConfiguration site() {
    return folders.site(config);
  }

  Path config() {
    return config;
  }

  Path dataFolder(SiteConfiguration site) {
    return folders.data().orElse(site.dataFolder());
  }

  Optional<Path> data() {
    return folders.data();
  }
}

package org.zerofactory.edge;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.SiteConfiguration;
import org.zerofactory.hardware.SiteFile;
import picocli.CommandLine.Option;

/** Options of every command that works on a site. */
final class ConfigOptions {

  @Option(
      names = "--config",
      required = true,
      paramLabel = "<site.yaml>",
      description = "site file (docs/formats.md, section 4)")
  private Path config = Path.of("site.yaml");

  @Option(
      names = "--data",
      paramLabel = "<folder>",
      description = "data folder, instead of the site file's")
  private @Nullable Path data;

  @Option(
      names = "--templates",
      paramLabel = "<folder>",
      description = "more device templates, beside those that come with the program")
  private @Nullable Path templates;

  /**
   * @throws org.zerofactory.datafile.DataFileException with every fault of the files
   */
  SiteConfiguration site() {
    DeviceTemplates known =
        templates == null ? DeviceTemplates.packaged() : DeviceTemplates.withFolder(templates);
    return SiteFile.read(config, known);
  }

  Path config() {
    return config;
  }

  Path dataFolder(SiteConfiguration site) {
    return data == null ? site.dataFolder() : data;
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }
}

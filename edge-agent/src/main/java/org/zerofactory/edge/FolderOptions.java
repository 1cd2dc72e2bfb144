package org.zerofactory.edge;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.SiteConfiguration;
import org.zerofactory.hardware.SiteFile;
import picocli.CommandLine.Option;

/** Where an agent's files are, for commands that need a site file and those that can do without. */
final class FolderOptions {

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

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /**
   * @throws org.zerofactory.datafile.DataFileException with every fault of the files
   */
  SiteConfiguration site(Path config) {
    DeviceTemplates known =
        templates == null ? DeviceTemplates.packaged() : DeviceTemplates.withFolder(templates);
    return SiteFile.read(config, known);
  }
}

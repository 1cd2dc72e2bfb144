package org.zerofactory.central;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import picocli.CommandLine.Option;

/** Options that every command has; what stands on the command line goes before the file. */
final class ConfigOptions {

  @Option(names = "--config", paramLabel = "FILE", description = "server.yaml")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of the database (default: central-data)")
  private @Nullable Path data;

  @Option(
      names = "--accounts",
      paramLabel = "DIR",
      description =
          "folder of <site>.accounts.yaml and <name>.organisation.yaml files (default: the"
              + " examples)")
  private @Nullable Path accounts;

  @Option(
      names = "--factors",
      paramLabel = "DIR",
      description = "folder of factor sets beside the packaged ones")
  private @Nullable Path factors;

  @Option(
      names = "--alert-rules",
      paramLabel = "DIR",
      description = "folder of *.alert.yaml files beside the packaged ones")
  private @Nullable Path alertRules;

  @Option(
      names = "--certification",
      paramLabel = "DIR",
      description = "folder of certification schemes beside the packaged ones")
  private @Nullable Path certification;

  /** Whether the command line says where the database is. */
  boolean namesData() {
    return data != null || config != null;
  }

  /**
   * The options of a command without a network address.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of the file
   */
  ServerOptions options() {
    return options(Optional.empty(), Optional.empty());
  }

  ServerOptions options(Optional<String> host, Optional<Integer> port) {
    Optional<DataNode> file = Optional.ofNullable(config).map(ConfigOptions::read);
    return new ServerOptions(
        host.or(() -> file.flatMap(of -> of.findText("host"))).orElse(ServerOptions.DEFAULT_HOST),
        port.or(() -> file.flatMap(of -> of.findDecimal("port")).map(Number::intValue))
            .orElse(ServerOptions.DEFAULT_PORT),
        Optional.ofNullable(data).or(() -> folder(file, "data")).orElse(Path.of("central-data")),
        Optional.ofNullable(accounts).or(() -> folder(file, "accounts")),
        new ServerOptions.RuleFolders(
            Optional.ofNullable(factors).or(() -> folder(file, "factors")),
            Optional.ofNullable(alertRules).or(() -> folder(file, "alert-rules")),
            Optional.ofNullable(certification).or(() -> folder(file, "certification"))));
  }

  private Optional<Path> folder(Optional<DataNode> file, String key) {
    return file.flatMap(of -> of.findText(key))
        .map(text -> Optional.ofNullable(config).orElseThrow().resolveSibling(text));
  }

  private static DataNode read(Path file) {
    return DataFile.read(
        file, DataSchema.packaged(ConfigOptions.class, "/schema/server.schema.json"));
  }
}

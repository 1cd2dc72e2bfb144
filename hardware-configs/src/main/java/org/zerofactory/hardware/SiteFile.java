package org.zerofactory.hardware;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.metering.MeterRole;

/** Reads a site file (docs/formats.md, section 4) with the templates that it names. */
public final class SiteFile {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(SiteFile.class, "/hardware-configs/schema/site.schema.json");

  private static final int DEFAULT_RAW_RETENTION_DAYS = 35;

  /** Some weeks of raw samples of a small site; the journal needs a few MB a year. */
  private static final int DEFAULT_LOW_DISK_MEGABYTES = 1_000;

  private SiteFile() {}

  /**
   * Reads a site file; its folders are relative to its own.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of the file
   */
  public static SiteConfiguration read(Path file, DeviceTemplates templates) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return read(DataSource.of(file), parent == null ? Path.of("") : parent, templates);
  }

  /**
   * Reads the text of a site file.
   *
   * @param folder what the file's folders are relative to
   * @throws org.zerofactory.datafile.DataFileException with all faults of the text
   */
  public static SiteConfiguration read(DataSource source, Path folder, DeviceTemplates templates) {
    var faults = new DataFaults();
    Optional<DataNode> tree = DataFile.read(source, SCHEMA, faults);
    tree.ifPresent(root -> SiteChecks.check(root, templates, faults));
    faults.throwIfAny();
    return site(tree.orElseThrow(), folder, templates);
  }

  /**
   * The text of an example site that comes with the program, such as {@code wuhan-demo}.
   *
   * @throws org.zerofactory.datafile.DataFileException if there is none of this name
   */
  public static DataSource packaged(String site) {
    return DataSource.packaged(SiteFile.class, "/hardware-configs/sites/" + site + ".yaml");
  }

  private static SiteConfiguration site(DataNode root, Path folder, DeviceTemplates templates) {
    return new SiteConfiguration(
        root.text("site"),
        root.text("name"),
        ZoneId.of(root.text("zone")),
        root.get("region").text("country"),
        root.get("region").text("grid"),
        root.flag("simulated", false),
        SiteConfiguration.Clock.valueOf(
            root.findText("clock").orElse("system").toUpperCase(Locale.ROOT)),
        folder.resolve(root.findText("data").orElse("data")).normalize(),
        root.findText("history-from").map(SiteFile::instant),
        root.find("raw-retention-days").isPresent()
            ? root.integer("raw-retention-days")
            : DEFAULT_RAW_RETENTION_DAYS,
        root.find("low-disk-mb").isPresent()
            ? root.integer("low-disk-mb")
            : DEFAULT_LOW_DISK_MEGABYTES,
        root.find("centre").map(centre -> URI.create(centre.text("url"))),
        root.find("status-page").stream().mapToInt(page -> page.integer("port")).findFirst(),
        root.items("sources").stream().map(node -> source(node, folder)).toList(),
        root.items("devices").stream().map(node -> device(node, templates)).toList());
  }

  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static SourceConfiguration source(DataNode node, Path folder) {
    Optional<SourceConfiguration.User> user =
        node.find("user")
            .map(
                found ->
                    new SourceConfiguration.User(
                        found.text("name"),
                        folder.resolve(found.text("password-file")).normalize()));
    return new SourceConfiguration(
        node.text("id"),
        node.text("endpoint"),
        SourceConfiguration.Security.valueOf(node.text("security").toUpperCase(Locale.ROOT)),
        user);
  }

  private static DeviceConfiguration device(DataNode node, DeviceTemplates templates) {
    DeviceTemplate template = templates.find(node.text("template")).orElseThrow();
    Map<String, String> parameters = parameters(node);
    String id = node.text("id");
    return new DeviceConfiguration(
        id,
        node.text("name"),
        template.device(),
        node.text("source"),
        MeterRole.ofWord(node.text("role")).orElseThrow(),
        node.findText("parent"),
        node.findText("line"),
        node.findText("of"),
        template.points().stream()
            .map(point -> point(id, point, template.node(point, parameters)))
            .toList());
  }

  /** The parameters that are text; others are faults that the schema reports. */
  static Map<String, String> parameters(DataNode device) {
    var parameters = new LinkedHashMap<String, String>();
    device
        .entries("parameters")
        .forEach((name, value) -> value.asText().ifPresent(text -> parameters.put(name, text)));
    return parameters;
  }

  private static PointConfiguration point(String device, TemplatePoint point, String node) {
    UnitConversion conversion = point.conversion();
    OptionalLong span =
        point.span().isPresent()
            ? OptionalLong.of(conversion.whole(point.span().getAsLong()))
            : OptionalLong.empty();
    return new PointConfiguration(
        device + "/" + point.quantity().word(),
        point.quantity(),
        node,
        conversion,
        span,
        point.samplingSeconds(),
        point.deadband(),
        point.states());
  }
}

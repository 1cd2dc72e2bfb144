package org.zerofactory.hardware;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.schedule.Connection;
import org.zerofactory.domain.schedule.PlantFaults;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.ScheduleFault;

/** Reads a plant file: what makes what, when, and what it draws. */
public final class PlantFile {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(PlantFile.class, "/hardware-configs/schema/plant.schema.json");

  private PlantFile() {}

  /**
   * Reads a plant file.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of the file
   */
  public static PlantConfiguration read(Path file) {
    return read(DataSource.of(file));
  }

  /**
   * Reads the text of a plant file.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of the text
   */
  public static PlantConfiguration read(DataSource source) {
    DataFaults faults = new DataFaults();
    Optional<DataNode> tree = DataFile.read(source, SCHEMA, faults);
    tree.ifPresent(root -> checkWords(root, faults));
    faults.throwIfAny(); // what breaks the schema cannot become a model to look at
    DataNode root = tree.orElseThrow();
    PlantModel plant = plant(root);
    for (ScheduleFault fault : PlantFaults.of(plant)) {
      faults.add(PlantPlaces.of(root, fault));
    }
    faults.throwIfAny();
    return new PlantConfiguration(plant, energy(root.get("energy")));
  }

  /**
   * The text of an example plant that comes with the program, such as {@code wuhan-demo}.
   *
   * @throws org.zerofactory.datafile.DataFileException if there is none of this name
   */
  public static DataSource packaged(String plant) {
    return DataSource.packaged(
        PlantFile.class, "/hardware-configs/plants/" + plant + ".plant.yaml");
  }

  /** What a schema can't tell of texts: zones, days and instants that do not exist. */
  private static void checkWords(DataNode root, DataFaults faults) {
    Set<String> zones = ZoneId.getAvailableZoneIds();
    if (root.findText("zone").filter(zone -> !zones.contains(zone)).isPresent()) {
      faults.add(root.get("zone").unknown("a time zone such as Asia/Shanghai", zones));
    }
    for (DataNode calendar : root.items("calendars")) {
      for (DataNode exception : calendar.items("exceptions")) {
        List.of("from", "to")
            .forEach(key -> exception.find(key).ifPresent(day -> checkDay(day, faults)));
      }
    }
    for (DataNode unit : root.items("equipment")) {
      for (DataNode window : unit.items("maintenance")) {
        List.of("from", "to")
            .forEach(key -> window.find(key).ifPresent(time -> checkTime(time, faults)));
      }
    }
  }

  private static void checkDay(DataNode node, DataFaults faults) {
    try {
      node.asText().ifPresent(java.time.LocalDate::parse);
    } catch (DateTimeException wrong) {
      faults.add(node.fault("a day such as 2026-10-01"));
    }
  }

  private static void checkTime(DataNode node, DataFaults faults) {
    try {
      node.asText().ifPresent(SiteFile::instant);
    } catch (DateTimeException wrong) {
      faults.add(node.fault("a time with offset such as 2026-06-30T08:00:00+08:00"));
    }
  }

  private static PlantModel plant(DataNode root) {
    return new PlantModel(
        root.text("site"),
        ZoneId.of(root.text("zone")),
        root.items("calendars").stream().map(PlantParts::calendar).toList(),
        root.items("crews").stream().map(PlantParts::crew).toList(),
        root.items("buffers").stream().map(PlantParts::buffer).toList(),
        root.items("setups").stream().map(PlantParts::setup).toList(),
        root.items("equipment").stream().map(PlantParts::workUnit).toList(),
        root.items("products").stream().map(PlantParts::definition).toList(),
        root.items("flow-lines").stream()
            .map(line -> line.items().stream().map(DataNode::text).toList())
            .toList(),
        root.items("batteries").stream().map(PlantParts::battery).toList(),
        root.items("flexible-loads").stream().map(PlantParts::flexibleLoad).toList(),
        root.items("profiles").stream().map(PlantParts::profile).toList());
  }

  private static EnergyTerms energy(DataNode node) {
    return new EnergyTerms(
        node.text("currency"),
        node.text("tariff"),
        PlantParts.number(node, "feed-in-price", 0),
        new Connection(
            PlantParts.number(node, "peak-charge", 0),
            PlantParts.number(node, "contracted-kw", 0),
            PlantParts.number(node, "import-limit-kw", Double.POSITIVE_INFINITY),
            PlantParts.number(node, "export-limit-kw", Double.POSITIVE_INFINITY)),
        node.text("grid-factor"));
  }
}

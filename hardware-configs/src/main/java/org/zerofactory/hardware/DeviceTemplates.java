package org.zerofactory.hardware;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSource;

/** All device templates by name. */
public final class DeviceTemplates {

  private final Map<String, DeviceTemplate> templates;

  private DeviceTemplates(Map<String, DeviceTemplate> templates) {
    this.templates = templates;
  }

  /** The templates that come with the program. */
  public static DeviceTemplates packaged() {
    return of(packagedFiles());
  }

  /**
   * The packaged templates and those of a folder of the user, which need names of their own.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static DeviceTemplates withFolder(Path folder) {
    var files = new ArrayList<>(packagedFiles());
    files.addAll(DataFolder.files(folder, ".yaml"));
    return of(files);
  }

  /**
   * The templates of the given files.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static DeviceTemplates of(List<DataSource> files) {
    var faults = new DataFaults();
    var templates = new TreeMap<String, DeviceTemplate>();
    Map<String, DataNode> places = new HashMap<>();
    for (DataSource file : files) {
      DeviceTemplateFile.read(file, faults)
          .ifPresent(
              read -> {
                DataNode place = read.tree().get("device");
                DataNode earlier = places.putIfAbsent(read.template().device(), place);
                if (earlier != null) {
                  String other = earlier.location();
                  faults.add(
                      place.fault("a name of its own, for " + other + " has this one already,"));
                }
                templates.put(read.template().device(), read.template());
              });
    }
    faults.throwIfAny();
    return new DeviceTemplates(templates);
  }

  public Optional<DeviceTemplate> find(String name) {
    return Optional.ofNullable(templates.get(name));
  }

  /** The names, sorted. */
  public Set<String> names() {
    return Collections.unmodifiableSet(templates.keySet());
  }

  /** All templates, sorted by name. */
  public List<DeviceTemplate> all() {
    return List.copyOf(templates.values());
  }

  private static List<DataSource> packagedFiles() {
    return DataFolder.packaged(
        DeviceTemplates.class, "/hardware-configs/device-templates", ".yaml");
  }
}

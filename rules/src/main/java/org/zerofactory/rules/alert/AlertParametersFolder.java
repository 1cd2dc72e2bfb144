package org.zerofactory.rules.alert;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.waste.WasteOptions;

/** The files {@code <site>.alert-parameters.yaml}; one for each site at most. */
public final class AlertParametersFolder {

  private static final String ENDING = ".alert-parameters.yaml";

  private static final DataSchema SCHEMA =
      DataSchema.packaged(
          AlertParametersFolder.class, "/rules/schema/alert-parameters.schema.json");

  private final Map<String, SiteAlertParameters> sites;

  private AlertParametersFolder(Map<String, SiteAlertParameters> sites) {
    this.sites = Map.copyOf(sites);
  }

  /** The parameters of the example sites that come with the program. */
  public static AlertParametersFolder packaged(AlertRules rules, Tariffs tariffs) {
    return of(
        DataFolder.packaged(AlertParametersFolder.class, "/rules/sites", ENDING), rules, tariffs);
  }

  /**
   * The parameters of a folder.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static AlertParametersFolder of(Path folder, AlertRules rules, Tariffs tariffs) {
    return of(DataFolder.files(folder, ENDING), rules, tariffs);
  }

  static AlertParametersFolder of(List<DataSource> files, AlertRules rules, Tariffs tariffs) {
    var faults = new DataFaults();
    var sites = new HashMap<String, SiteAlertParameters>();
    for (DataSource file : files) {
      var own = new DataFaults();
      Optional<DataNode> tree = DataFile.read(file, SCHEMA, own);
      if (own.isEmpty() && tree.isPresent()) {
        DataNode root = tree.get();
        check(root, rules, tariffs, own);
        if (sites.containsKey(root.text("site"))) {
          own.add(root.get("site").fault("one file for each site"));
        }
        if (own.isEmpty()) {
          sites.put(root.text("site"), parameters(root));
        }
      }
      own.sorted().forEach(faults::add);
    }
    faults.throwIfAny();
    return new AlertParametersFolder(sites);
  }

  /** The parameters of a site; those of the rules themselves if no file names it. */
  public SiteAlertParameters of(String site) {
    return sites.getOrDefault(site, SiteAlertParameters.none(site));
  }

  private static void check(DataNode root, AlertRules rules, Tariffs tariffs, DataFaults faults) {
    root.find("tariff")
        .filter(tariff -> tariffs.find(tariff.text()).isEmpty())
        .ifPresent(tariff -> faults.add(tariff.unknown("the id of a tariff", tariffs.ids())));
    DataNode night = root.find("night").orElse(null);
    if (night != null && night.integer("to-hour") <= night.integer("from-hour")) {
      faults.add(night.get("to-hour").fault("an hour after from-hour"));
    }
    List<String> known = rules.all().stream().map(AlertRule::id).toList();
    root.entries("rules")
        .forEach(
            (id, node) -> {
              Optional<AlertRule> rule = rules.find(id);
              if (rule.isEmpty()) {
                faults.add(root.get("rules").unknownKey(id, known));
                return;
              }
              node.entries()
                  .keySet()
                  .forEach(
                      name -> {
                        Set<String> names = new HashSet<>(rule.get().parameters().keySet());
                        if (!name.equals("off") && !names.contains(name)) {
                          faults.add(node.unknownKey(name, names.stream().sorted().toList()));
                        }
                      });
            });
  }

  private static SiteAlertParameters parameters(DataNode root) {
    var installed = new HashMap<String, Double>();
    root.entries("installed-kw")
        .forEach((id, node) -> installed.put(id, node.decimal().doubleValue()));
    var values = new HashMap<String, Map<String, Double>>();
    var off = new HashSet<String>();
    root.entries("rules")
        .forEach(
            (id, node) -> {
              if (node.flag("off", false)) {
                off.add(id);
              }
              var own = new HashMap<String, Double>();
              node.entries()
                  .forEach(
                      (name, value) -> {
                        if (!name.equals("off")) {
                          own.put(name, value.decimal().doubleValue());
                        }
                      });
              values.put(id, own);
            });
    int from = root.find("night").map(night -> night.integer("from-hour")).orElse(0);
    int to = root.find("night").map(night -> night.integer("to-hour")).orElse(5);
    return new SiteAlertParameters(
        root.text("site"),
        root.findText("tariff"),
        new WasteOptions(installed, from, to),
        values,
        off);
  }
}

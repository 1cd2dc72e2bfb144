package org.zerofactory.rules.alert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataSource;

/** All alert rules, compiled. */
public final class AlertRules {

  private final List<AlertRule> rules;

  private AlertRules(List<AlertRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules that come with the program. */
  public static AlertRules packaged() {
    return of(packagedFiles());
  }

  /**
   * The packaged rules and those of a folder of the user.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static AlertRules withFolder(Path folder) {
    var files = new ArrayList<>(packagedFiles());
    files.addAll(DataFolder.files(folder, ".alert.yaml"));
    return of(files);
  }

  /**
   * The rules of the given files.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static AlertRules of(List<DataSource> files) {
    var faults = new DataFaults();
    var rules = new ArrayList<AlertRule>();
    Map<String, String> fileById = new HashMap<>();
    for (DataSource file : files) {
      AlertRuleFile.read(file, faults)
          .ifPresent(
              rule -> {
                rules.add(rule);
                String earlier = fileById.putIfAbsent(rule.id(), file.name());
                if (earlier != null) {
                  String problem = "expected an id of its own but " + earlier + " has " + rule.id();
                  faults.add(DataFault.ofFile(file.name(), problem));
                }
              });
    }
    faults.throwIfAny();
    return new AlertRules(rules);
  }

  /** In the order of the files' names. */
  public List<AlertRule> all() {
    return rules;
  }

  public Optional<AlertRule> find(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private static List<DataSource> packagedFiles() {
    return DataFolder.packaged(AlertRules.class, "/rules/alerts", ".yaml");
  }
}

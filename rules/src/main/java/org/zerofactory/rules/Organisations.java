package org.zerofactory.rules;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.inventory.Organisation;

/** The organisations that report; one file for each, beside the accounts of their sites. */
public final class Organisations {

  private static final String ENDING = ".organisation.yaml";

  private final Map<String, Organisation> organisations;

  private Organisations(Map<String, Organisation> organisations) {
    this.organisations = new TreeMap<>(organisations);
  }

  /** The organisation of the example sites that come with the program. */
  public static Organisations packaged() {
    return of(DataFolder.packaged(Organisations.class, "/rules/sites", ENDING));
  }

  /**
   * The organisations of a folder: every file {@code <name>.organisation.yaml} in it.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static Organisations of(Path folder) {
    return of(DataFolder.files(folder, ENDING));
  }

  static Organisations of(List<DataSource> files) {
    var faults = new DataFaults();
    var organisations = new TreeMap<String, Organisation>();
    for (DataSource file : files) {
      OrganisationFile.read(file, faults)
          .ifPresent(
              read -> {
                if (organisations.putIfAbsent(read.id(), read) != null) {
                  String problem =
                      "expected one file for organisation " + read.id() + ", but there are two";
                  faults.add(DataFault.ofFile(file.name(), problem));
                }
              });
    }
    faults.throwIfAny();
    return new Organisations(organisations);
  }

  /** All, sorted by id. */
  public Collection<Organisation> all() {
    return List.copyOf(organisations.values());
  }

  /** An organisation; empty if no file names it. */
  public Optional<Organisation> find(String id) {
    return Optional.ofNullable(organisations.get(id));
  }
}

package org.zerofactory.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.certification.Scheme;

/** All certification schemes: criteria as data, every expression checked when read. */
public final class CertificationSchemes {

  private final Map<String, Scheme> schemes;

  private CertificationSchemes(Map<String, Scheme> schemes) {
    this.schemes = schemes;
  }

  /** The schemes that come with the program. */
  public static CertificationSchemes packaged() {
    return of(packagedFiles());
  }

  /**
   * The packaged schemes and those of a folder of the user.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static CertificationSchemes withFolder(Path folder) {
    var files = new ArrayList<>(packagedFiles());
    files.addAll(DataFolder.files(folder, ".yaml"));
    return of(files);
  }

  /**
   * The schemes of the given files.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static CertificationSchemes of(List<DataSource> files) {
    var faults = new DataFaults();
    Map<String, Scheme> schemes = new TreeMap<>();
    Map<String, DataNode> places = new HashMap<>();
    for (DataSource file : files) {
      SchemeFile.read(file, faults)
          .ifPresent(
              read -> {
                DataNode same = places.putIfAbsent(read.scheme().id(), read.id());
                if (same != null) {
                  faults.add(
                      read.id()
                          .fault(
                              "an id of its own, for "
                                  + same.location()
                                  + " has this one already,"));
                }
                schemes.put(read.scheme().id(), read.scheme());
              });
    }
    faults.throwIfAny();
    return new CertificationSchemes(schemes);
  }

  /** All schemes, sorted by id. */
  public List<Scheme> all() {
    return List.copyOf(schemes.values());
  }

  public Optional<Scheme> find(String id) {
    return Optional.ofNullable(schemes.get(id));
  }

  private static List<DataSource> packagedFiles() {
    return DataFolder.packaged(CertificationSchemes.class, "/rules/certification", ".yaml");
  }
}

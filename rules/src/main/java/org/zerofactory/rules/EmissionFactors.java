package org.zerofactory.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;

/** All factor files, as series of factors whose validities do not overlap. */
public final class EmissionFactors {

  private final Map<String, FactorSeries> series;

  private EmissionFactors(Map<String, FactorSeries> series) {
    this.series = series;
  }

  /** The published factors that come with the program. */
  public static EmissionFactors packaged() {
    return of(packagedFiles());
  }

  /**
   * The packaged factors and those of a folder of the user.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static EmissionFactors withFolder(Path folder) {
    var files = new ArrayList<>(packagedFiles());
    files.addAll(DataFolder.files(folder, ".yaml"));
    return of(files);
  }

  /**
   * The factors of the given files.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static EmissionFactors of(List<DataSource> files) {
    var faults = new DataFaults();
    List<FactorFile> read =
        files.stream().flatMap(file -> FactorFile.read(file, faults).stream()).toList();
    FactorFileChecks.check(read, faults);
    faults.throwIfAny();
    var factors = new TreeMap<String, List<EmissionFactor>>();
    for (FactorFile file : read) {
      factors.computeIfAbsent(file.factor().series(), id -> new ArrayList<>()).add(file.factor());
    }
    var series = new TreeMap<String, FactorSeries>();
    factors.forEach((id, list) -> series.put(id, new FactorSeries(id, list)));
    return new EmissionFactors(series);
  }

  /** All series, sorted by id. */
  public List<FactorSeries> all() {
    return List.copyOf(series.values());
  }

  public Optional<FactorSeries> find(String seriesId) {
    return Optional.ofNullable(series.get(seriesId));
  }

  /**
   * The series of an id.
   *
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public FactorSeries series(String seriesId) {
    return find(seriesId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a factor series out of "
                        + String.join(", ", series.keySet())
                        + " but was \""
                        + seriesId
                        + "\""));
  }

  /** The factor of an id, as inventories point at it. */
  public Optional<EmissionFactor> factor(String factorId) {
    return series.values().stream()
        .flatMap(one -> one.factors().stream())
        .filter(factor -> factor.id().equals(factorId))
        .findFirst();
  }

  private static List<DataSource> packagedFiles() {
    return DataFolder.packaged(EmissionFactors.class, "/rules/emission-factors", ".yaml");
  }
}

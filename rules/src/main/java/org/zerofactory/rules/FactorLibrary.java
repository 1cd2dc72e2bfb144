package org.zerofactory.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.factor.Blend;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GwpSet;
import org.zerofactory.domain.factor.Series;
import org.zerofactory.domain.factor.WarmingPotential;
import org.zerofactory.domain.quantity.Ratio;

/** All factor sets that a program knows; checked as a whole, and never changed afterwards. */
public final class FactorLibrary {

  private final SortedMap<String, FactorSet> sets = new TreeMap<>();
  private final SortedMap<String, Series> series = new TreeMap<>();
  private final Map<String, Factor> factors = new HashMap<>();
  private final Map<String, FactorSet> setOfFactor = new HashMap<>();
  private final SortedMap<String, GwpSet> potentials = new TreeMap<>();
  private final SortedMap<String, CoalCoefficient> coal = new TreeMap<>();
  private final EmissionFactors electricity;

  private FactorLibrary(List<FactorSet> read) {
    Map<String, List<Factor>> bySeries = new TreeMap<>();
    for (FactorSet set : read) {
      sets.put(set.id(), set);
      for (Factor factor : set.factors()) {
        factors.put(factor.id(), factor);
        setOfFactor.put(factor.id(), set);
        bySeries.computeIfAbsent(factor.series(), id -> new ArrayList<>()).add(factor);
      }
      if (!set.potentials().isEmpty()) {
        potentials.put(set.edition(), gwp(set));
      }
      set.coal().forEach(coefficient -> coal.put(coefficient.id(), coefficient));
    }
    bySeries.forEach((id, list) -> series.put(id, new Series(id, list)));
    this.electricity = EmissionFactors.of(series.values());
  }

  private static GwpSet gwp(FactorSet set) {
    Map<Gas, Ratio> values = new HashMap<>();
    set.potentials().forEach(potential -> values.put(potential.gas(), potential.value()));
    return new GwpSet(set.edition(), values);
  }

  /** The published factors that come with the program. */
  public static FactorLibrary packaged() {
    return of(packagedFiles());
  }

  /**
   * The packaged factors and those of a folder of the user: every {@code *.yaml} in it.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static FactorLibrary withFolder(Path folder) {
    return of(filesWith(folder));
  }

  /**
   * The factors of the given files.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static FactorLibrary of(List<DataSource> files) {
    var faults = new DataFaults();
    List<FactorSetFile> read =
        files.stream().flatMap(file -> FactorSetFile.read(file, faults).stream()).toList();
    FactorSetChecks.check(read, faults);
    faults.throwIfAny();
    return new FactorLibrary(read.stream().map(FactorSetFile::set).toList());
  }

  static List<DataSource> filesWith(Path folder) {
    var files = new ArrayList<>(packagedFiles());
    files.addAll(DataFolder.files(folder, ".yaml"));
    return files;
  }

  /** All sets, sorted by id. */
  public List<FactorSet> sets() {
    return List.copyOf(sets.values());
  }

  public Optional<FactorSet> set(String setId) {
    return Optional.ofNullable(sets.get(setId));
  }

  /** The set that a factor is from, with its version; empty for an unknown factor. */
  public Optional<FactorSet> setOf(String factorId) {
    return Optional.ofNullable(setOfFactor.get(factorId));
  }

  /** All series, sorted by id. */
  public List<Series> allSeries() {
    return List.copyOf(series.values());
  }

  /** All factors, by series and then by time. */
  public List<Factor> all() {
    return series.values().stream().flatMap(one -> one.factors().stream()).toList();
  }

  public Optional<Series> find(String seriesId) {
    return Optional.ofNullable(series.get(seriesId));
  }

  /**
   * The series of an id.
   *
   * @throws IllegalArgumentException if there is none; the message names those that begin alike
   */
  public Series series(String seriesId) {
    return find(seriesId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a factor series out of "
                        + String.join(", ", alike(seriesId))
                        + " but was \""
                        + seriesId
                        + "\""));
  }

  private List<String> alike(String seriesId) {
    String beginning = seriesId.substring(0, Math.min(3, seriesId.length()));
    List<String> alike = series.keySet().stream().filter(id -> id.startsWith(beginning)).toList();
    return alike.isEmpty() ? List.copyOf(series.keySet()) : alike;
  }

  /** The factor of an id, as inventories point at it. */
  public Optional<Factor> factor(String factorId) {
    return Optional.ofNullable(factors.get(factorId));
  }

  /** The calorific value, carbon content and oxidation of a factor that is made of them. */
  public Optional<FuelProperties> fuel(String factorId) {
    return setOf(factorId).flatMap(set -> Optional.ofNullable(set.fuels().get(factorId)));
  }

  /** The composition of a factor that is a refrigerant blend. */
  public Optional<Blend> blend(String factorId) {
    return setOf(factorId).flatMap(set -> Optional.ofNullable(set.blends().get(factorId)));
  }

  /** The editions of warming potentials, sorted. */
  public List<String> gwpEditions() {
    return List.copyOf(potentials.keySet());
  }

  /**
   * The warming potentials of an edition.
   *
   * @param edition such as {@code AR5}
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public GwpSet gwp(String edition) {
    return Optional.ofNullable(potentials.get(edition))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected warming potentials out of "
                        + String.join(", ", potentials.keySet())
                        + " but was \""
                        + edition
                        + "\""));
  }

  /** The potentials of an edition with source and verification of each; none if unknown. */
  public List<WarmingPotential> potentials(String edition) {
    return gwpSet(edition).map(FactorSet::potentials).orElse(List.of());
  }

  /** The set that an edition of warming potentials is from, with its version. */
  public Optional<FactorSet> gwpSet(String edition) {
    return sets.values().stream()
        .filter(set -> set.edition().equals(edition) && !set.potentials().isEmpty())
        .findFirst();
  }

  public Optional<CoalCoefficient> coal(String coefficientId) {
    return Optional.ofNullable(coal.get(coefficientId));
  }

  /** All standard-coal coefficients, sorted by id. */
  public List<CoalCoefficient> coal() {
    return List.copyOf(coal.values());
  }

  /** The SHA-256 of each set's content by its id: what an inventory keeps of the library. */
  public SortedMap<String, String> versions() {
    SortedMap<String, String> versions = new TreeMap<>();
    sets.forEach((id, set) -> versions.put(id, set.version()));
    return Collections.unmodifiableSortedMap(versions);
  }

  /** The series for electricity that are whole µg/Wh: those of the quarter-hour path. */
  public EmissionFactors electricity() {
    return electricity;
  }

  private static List<DataSource> packagedFiles() {
    return DataFolder.packaged(FactorLibrary.class, "/rules/emission-factors", ".yaml");
  }
}

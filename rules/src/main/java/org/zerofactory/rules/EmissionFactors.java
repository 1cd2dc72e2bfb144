package org.zerofactory.rules;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FactorKey.GasBasis;
import org.zerofactory.domain.factor.Series;
import org.zerofactory.domain.quantity.BaseUnit;

/** The electricity factors of a {@link FactorLibrary}, as whole µg/Wh. */
public final class EmissionFactors {

  private final Map<String, FactorSeries> series;

  private EmissionFactors(Map<String, FactorSeries> series) {
    this.series = series;
  }

  /** The published factors that come with the program. */
  public static EmissionFactors packaged() {
    return FactorLibrary.packaged().electricity();
  }

  /**
   * The packaged factors and those of a folder of the user.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static EmissionFactors withFolder(Path folder) {
    return FactorLibrary.withFolder(folder).electricity();
  }

  static EmissionFactors of(Collection<Series> all) {
    Map<String, FactorSeries> electricity = new TreeMap<>();
    for (Series series : all) {
      Factor first = series.factors().get(0);
      if (first.per() == BaseUnit.WATT_HOUR && first.key().gasBasis() != GasBasis.GASES) {
        electricity.put(series.id(), FactorSeries.of(series));
      }
    }
    return new EmissionFactors(electricity);
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
}

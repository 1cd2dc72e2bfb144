package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.uncertainty.Band;
import org.zerofactory.domain.uncertainty.MonteCarlo;
import org.zerofactory.domain.uncertainty.Quadrature;

/**
 * How far an inventory may be off, by source and in total, location-based.
 *
 * <p>Source: IPCC 2006 Guidelines, volume 1, chapter 3; GHG Protocol, guidance on uncertainty
 * assessment. Lines that share a meter, and lines that share a factor, are off together: their half
 * widths are added before the quadrature.
 *
 * @param sources each meter or subject of a category, all months together
 * @param quadraturePercent of the total of what is stated; empty if nothing is
 * @param monteCarlo of the same; empty if nothing is stated
 * @param stated carbon whose doubts of amount and factor are both stated
 * @param unstated carbon without: not certain, unknown
 */
public record InventoryUncertainty(
    List<Source> sources,
    Optional<Double> quadraturePercent,
    Optional<MonteCarlo> monteCarlo,
    Carbon stated,
    Carbon unstated) {

  /**
   * A source with its doubt.
   *
   * @param percent empty if not stated
   */
  public record Source(
      String site,
      String source,
      SourceCategory category,
      Carbon carbon,
      Optional<Double> percent) {

    /** In words; empty if not stated. */
    public Optional<Band> band() {
      return percent.map(Band::of);
    }
  }

  private record Key(String site, String source, SourceCategory category)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int bySite = site.compareTo(other.site);
      int bySource = bySite != 0 ? bySite : source.compareTo(other.source);
      return bySource != 0 ? bySource : category.compareTo(other.category);
    }
  }

  public InventoryUncertainty {
    sources = List.copyOf(sources);
  }

  /**
   * @param draws of the Monte Carlo, 100 to a million
   * @param seed the same gives the same result
   */
  public static InventoryUncertainty of(Inventory inventory, int draws, long seed) {
    Map<Key, List<InventoryLine>> bySource = new TreeMap<>();
    for (InventoryLine line : inventory.lines()) {
      Key key = new Key(line.place().site(), line.source(), line.category());
      bySource.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
    }
    List<Source> sources = new ArrayList<>();
    bySource.forEach((key, lines) -> sources.add(source(key, lines)));
    List<InventoryLine> known =
        inventory.lines().stream().filter(InventoryUncertainty::isStated).toList();
    Carbon stated = sum(known);
    boolean isSomething = stated.micrograms() != 0;
    List<MonteCarlo.Figure> figures = known.stream().map(InventoryUncertainty::figure).toList();
    return new InventoryUncertainty(
        sources,
        isSomething ? Optional.of(quadrature(figures)) : Optional.empty(),
        isSomething ? Optional.of(MonteCarlo.of(figures, draws, seed)) : Optional.empty(),
        stated,
        sum(inventory.lines()).minus(stated));
  }

  private static Source source(Key key, List<InventoryLine> lines) {
    Carbon carbon = sum(lines);
    boolean isKnown =
        carbon.micrograms() != 0 && lines.stream().allMatch(InventoryUncertainty::isStated);
    return new Source(
        key.site(),
        key.source(),
        key.category(),
        carbon,
        isKnown
            ? Optional.of(quadrature(lines.stream().map(InventoryUncertainty::figure).toList()))
            : Optional.empty());
  }

  /** Root of the squares of all causes, each with the half widths of its figures added. */
  private static double quadrature(List<MonteCarlo.Figure> figures) {
    Map<String, Double> halves = new TreeMap<>();
    double sum = 0;
    for (MonteCarlo.Figure figure : figures) {
      halves.merge(
          "activity " + figure.activity(), figure.value() * figure.activityPercent(), Double::sum);
      halves.merge(
          "factor " + figure.factor(), figure.value() * figure.factorPercent(), Double::sum);
      sum += figure.value();
    }
    double[] all = halves.values().stream().mapToDouble(Double::doubleValue).toArray();
    return Quadrature.ofProduct(all) / Math.abs(sum);
  }

  private static MonteCarlo.Figure figure(InventoryLine line) {
    return new MonteCarlo.Figure(
        line.carbon().tonnes().doubleValue(),
        line.place().site() + "/" + line.source(),
        line.activityPercent().map(BigDecimal::doubleValue).orElseThrow(),
        line.factor().factor().id(),
        line.factorPercent().map(BigDecimal::doubleValue).orElseThrow());
  }

  private static boolean isStated(InventoryLine line) {
    return line.activityPercent().isPresent() && line.factorPercent().isPresent();
  }

  private static Carbon sum(List<InventoryLine> lines) {
    return lines.stream().map(InventoryLine::carbon).reduce(Carbon.ZERO, Carbon::plus);
  }
}

package org.zerofactory.domain.savings;

import java.util.List;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * From what would have been emitted without any measure to the market-based result, step by step,
 * to the microgram and the watt-hour.
 *
 * <p>Own generation, efficiency and load shifting lead to the import and so to the location-based
 * result. Contracts move no energy: they and the difference between the residual and the average
 * factor lead on to the market-based one. Offsets are no step: they never lower an inventory (GHG
 * Protocol Corporate Standard; ISO 14068-1).
 *
 * @param steps totals and steps in order
 */
public record Waterfall(List<Step> steps) {

  /**
   * One bar.
   *
   * @param word what it is
   * @param isTotal a level reached, else a change from the one before
   * @param column where a saving belongs; columns are never added to one another's
   * @param energy of the load's supply from the grid: a level or its change; 0 for steps that move
   *     no energy
   * @param carbon a level or its change
   */
  public record Step(String word, boolean isTotal, Column column, Energy energy, Carbon carbon) {}

  /** The four kinds of saving that are kept apart, and what is none. */
  public enum Column {
    NONE,
    EFFICIENCY,
    OWN_GENERATION,
    PROCUREMENT
  }

  /**
   * What was saved, as energy and as carbon.
   *
   * @param energy Wh
   * @param carbon at the factors of its time
   */
  public record Saved(Energy energy, Carbon carbon) {
    /** Energy at one factor. */
    public static Saved at(Energy energy, long microgramsPerWattHour) {
      return new Saved(
          energy, new Carbon(Math.multiplyExact(energy.wattHours(), microgramsPerWattHour)));
    }
  }

  /**
   * The parts of a waterfall. Negative savings are losses and show so.
   *
   * @param gridImport import with its location-based carbon
   * @param pvSelfUse without the load shift's part of it
   * @param loadShift import avoided by moving work under the sun
   * @param greenPower import that contracts cover, with the carbon that they avoid
   * @param residualStep not a saving: the uncovered import at residual less location factor
   */
  public record Parts(
      Saved gridImport,
      Saved pvSelfUse,
      Saved efficiency,
      Saved loadShift,
      Saved greenPower,
      Carbon residualStep) {}

  /**
   * Checks that the steps add up.
   *
   * @throws IllegalArgumentException if a total is not the one before plus the steps between
   */
  public Waterfall {
    steps = List.copyOf(steps);
    Energy energy = Energy.ZERO;
    Carbon carbon = Carbon.ZERO;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (!step.isTotal()) {
        energy = energy.plus(step.energy());
        carbon = carbon.plus(step.carbon());
      } else if (i == 0) {
        energy = step.energy();
        carbon = step.carbon();
      } else if (!step.energy().equals(energy) || !step.carbon().equals(carbon)) {
        throw new IllegalArgumentException(
            "%s must be %d Wh and %d µg, but was %d Wh and %d µg"
                .formatted(
                    step.word(),
                    energy.wattHours(),
                    carbon.micrograms(),
                    step.energy().wattHours(),
                    step.carbon().micrograms()));
      }
    }
  }

  /** The waterfall of parts that were each accounted at the factors of their time. */
  public static Waterfall of(Parts parts) {
    Saved imported = parts.gridImport();
    Energy reference =
        imported
            .energy()
            .plus(parts.pvSelfUse().energy())
            .plus(parts.efficiency().energy())
            .plus(parts.loadShift().energy());
    Carbon before =
        imported
            .carbon()
            .plus(parts.pvSelfUse().carbon())
            .plus(parts.efficiency().carbon())
            .plus(parts.loadShift().carbon());
    Carbon market = imported.carbon().minus(parts.greenPower().carbon()).plus(parts.residualStep());
    return new Waterfall(
        List.of(
            total("reference", reference, before),
            less("pv-self-use", Column.OWN_GENERATION, parts.pvSelfUse()),
            less("efficiency", Column.EFFICIENCY, parts.efficiency()),
            less("load-shift", Column.OWN_GENERATION, parts.loadShift()),
            total("location-based", imported.energy(), imported.carbon()),
            new Step(
                "green-power",
                false,
                Column.PROCUREMENT,
                Energy.ZERO,
                Carbon.ZERO.minus(parts.greenPower().carbon())),
            new Step("residual-factor", false, Column.NONE, Energy.ZERO, parts.residualStep()),
            total("market-based", imported.energy(), market)));
  }

  /**
   * The waterfall at one location-based and one residual factor.
   *
   * @param reference import without any measure, Wh
   * @param pvSelfUse without the load shift's part
   * @param greenPower covered import, at a factor of 0, at most the import
   * @throws IllegalArgumentException if more is covered than imported
   */
  public static Waterfall of(
      Energy reference,
      Energy pvSelfUse,
      Energy efficiency,
      Energy loadShift,
      Energy greenPower,
      Factors factors) {
    Energy imported = reference.minus(pvSelfUse).minus(efficiency).minus(loadShift);
    if (greenPower.wattHours() > imported.wattHours()) {
      throw new IllegalArgumentException(
          "green power covers at most the import of %d Wh, but was %d"
              .formatted(imported.wattHours(), greenPower.wattHours()));
    }
    long step = Math.subtractExact(factors.residual(), factors.location());
    return of(
        new Parts(
            Saved.at(imported, factors.location()),
            Saved.at(pvSelfUse, factors.location()),
            Saved.at(efficiency, factors.location()),
            Saved.at(loadShift, factors.location()),
            Saved.at(greenPower, factors.location()),
            Saved.at(imported.minus(greenPower), step).carbon()));
  }

  /** Factors in µg CO2e per Wh. */
  public record Factors(long location, long residual) {}

  /** The bar of a word. */
  public Step step(String word) {
    return steps.stream().filter(step -> step.word().equals(word)).findFirst().orElseThrow();
  }

  private static Step total(String word, Energy energy, Carbon carbon) {
    return new Step(word, true, Column.NONE, energy, carbon);
  }

  private static Step less(String word, Column column, Saved saved) {
    return new Step(
        word, false, column, Energy.ZERO.minus(saved.energy()), Carbon.ZERO.minus(saved.carbon()));
  }
}

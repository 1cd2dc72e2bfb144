package org.zerofactory.domain.energy;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zerofactory.domain.factor.CoalCoefficient.Convention;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.StandardCoal;

/**
 * Comprehensive energy consumption of a period: all carriers in standard coal, nothing twice.
 *
 * <p>Source: GB/T 2589, general rules for calculation of the comprehensive energy consumption. How
 * electricity counts is a choice that is stated: tCO2/tce differs by 2.3 between the two.
 *
 * @param electricity the convention of all electricity in it
 * @param total of what counts
 * @param nonFossil of it, contracts and certificates included
 * @param items all, with those that do not count
 */
public record ComprehensiveEnergy(
    Convention electricity, StandardCoal total, StandardCoal nonFossil, List<EnergyItem> items) {

  /**
   * @throws IllegalStateException if a part is more than the whole
   */
  public ComprehensiveEnergy {
    items = List.copyOf(items);
    PartOfWhole.require("non-fossil energy", nonFossil.micrograms(), total.micrograms());
    for (EnergyItem item : items) {
      if (item.supply().counts()) {
        PartOfWhole.require(item.name(), item.coal().micrograms(), total.micrograms());
      }
    }
  }

  /**
   * Each item rounded once, half-even, to whole µg of coal.
   *
   * @throws IllegalArgumentException if electricity is counted by two conventions
   */
  public static ComprehensiveEnergy of(Convention electricity, List<EnergyItem> items) {
    for (EnergyItem item : items) {
      boolean isElectricity = item.amount().unit() == BaseUnit.WATT_HOUR;
      if (isElectricity && item.coefficient().convention() != electricity) {
        throw new IllegalArgumentException(
            item.name()
                + " needs a coefficient that is "
                + electricity.word()
                + ", but "
                + item.coefficient().id()
                + " is "
                + item.coefficient().convention().word());
      }
    }
    return new ComprehensiveEnergy(
        electricity,
        sum(items.stream().filter(item -> item.supply().counts())),
        sum(items.stream().filter(item -> item.supply().isNonFossil())),
        items);
  }

  /**
   * Emissions by energy, t CO2 per tce = µg per µg; exact.
   *
   * @throws IllegalArgumentException if no energy was used
   */
  public Ratio carbonIntensity(Carbon carbon) {
    return Ratio.of(carbon.micrograms(), 1).dividedBy(Ratio.of(total.micrograms(), 1));
  }

  /**
   * Share of non-fossil energy; green power and certificates count.
   *
   * @throws IllegalArgumentException if no energy was used
   */
  public Ratio nonFossilShare() {
    return Ratio.of(nonFossil.micrograms(), total.micrograms());
  }

  /**
   * Share of the electricity that is non-fossil by physics: own plants and direct lines, no trade.
   *
   * @throws IllegalArgumentException if no electricity was used
   */
  public Ratio physicalShare() {
    long all = wattHours(item -> item.supply().counts());
    long physical = wattHours(item -> item.supply().isPhysical());
    PartOfWhole.require("physical non-fossil electricity", physical, all);
    return Ratio.of(physical, all);
  }

  private long wattHours(Predicate<EnergyItem> which) {
    return items.stream()
        .filter(item -> item.amount().unit() == BaseUnit.WATT_HOUR)
        .filter(which)
        .mapToLong(item -> item.amount().value())
        .reduce(0, Math::addExact);
  }

  private static StandardCoal sum(Stream<EnergyItem> items) {
    return items.map(EnergyItem::coal).reduce(StandardCoal.ZERO, StandardCoal::plus);
  }
}

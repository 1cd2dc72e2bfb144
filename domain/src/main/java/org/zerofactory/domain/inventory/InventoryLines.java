package org.zerofactory.domain.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.factor.MissingPotentialException;
import org.zerofactory.domain.inventory.Refusal.Kind;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Ratio;

/** Activities times their factors. */
final class InventoryLines {

  private final InventoryRules rules;
  private final FactorChoices choices;
  private final List<Refusal> refusals;
  private final List<InventoryLine> counted = new ArrayList<>();
  private final List<InventoryLine> exported = new ArrayList<>();

  InventoryLines(InventoryRules rules, FactorChoices choices, List<Refusal> refusals) {
    this.rules = rules;
    this.choices = choices;
    this.refusals = refusals;
  }

  void add(Activity activity) {
    switch (activity.flow()) {
      case EXPORTED -> line(activity).ifPresent(exported::add);
      case RESOLD -> {
        line(activity.negated()).ifPresent(counted::add);
        line(activity.withCategory(SourceCategory.FUEL_AND_ENERGY, activity.series()))
            .ifPresent(counted::add);
      }
      case USED, DIRECT_LINE -> {
        line(activity).ifPresent(counted::add);
        if (activity.category().scope() < 3) {
          addUpstream(activity);
        }
      }
      case OWN_GENERATION -> throw new IllegalArgumentException("own generation emits nothing");
    }
  }

  /** Lines that make the totals. */
  List<InventoryLine> counted() {
    return counted;
  }

  /** Lines of what was delivered to others. */
  List<InventoryLine> exported() {
    return exported;
  }

  private void addUpstream(Activity activity) {
    for (String series : rules.upstream().getOrDefault(activity.series(), List.of())) {
      line(activity.withCategory(SourceCategory.FUEL_AND_ENERGY, series), activity.category())
          .ifPresent(counted::add);
    }
  }

  private Optional<InventoryLine> line(Activity activity) {
    return line(activity, activity.category());
  }

  /**
   * @param measuredAs the category that the amount was measured for: its doubt is that of the meter
   *     or entry, whatever the amount is accounted with
   */
  private Optional<InventoryLine> line(Activity activity, SourceCategory measuredAs) {
    return choices
        .of(
            activity.series(),
            activity.first(),
            activity.last(),
            FactorChoices.Use.of(activity.category(), activity.flow(), activity.amount().unit()),
            activity.where())
        .flatMap(choice -> line(activity, measuredAs, choice));
  }

  private Optional<InventoryLine> line(
      Activity activity, SourceCategory measuredAs, ChosenFactor choice) {
    GasMasses gases = choice.factor().times(activity.amount());
    try {
      return Optional.of(
          line(activity, measuredAs, choice, gases, gases.carbon(rules.potentials())));
    } catch (MissingPotentialException missing) {
      refusals.add(
          new Refusal(
              Kind.MISSING_POTENTIAL, activity.where(), String.valueOf(missing.getMessage())));
      return Optional.empty();
    }
  }

  private InventoryLine line(
      Activity activity,
      SourceCategory measuredAs,
      ChosenFactor choice,
      GasMasses gases,
      Carbon carbon) {
    return new InventoryLine(
        activity.source(),
        activity.place(),
        activity.category(),
        activity.flow(),
        activity.month(),
        activity.amount(),
        choice,
        gases,
        choice.factor().biogenicMicrograms(activity.amount()),
        carbon,
        origins(activity, carbon),
        rules.uncertainties().ofActivity(activity.source(), measuredAs),
        rules.uncertainties().ofFactor(choice.factor()),
        activity.evidence());
  }

  private static OriginCarbon origins(Activity activity, Carbon carbon) {
    if (activity.isEntered()) {
      return new OriginCarbon(Carbon.ZERO, Carbon.ZERO, carbon);
    }
    long amount = Math.abs(activity.amount().value());
    long estimated = Math.abs(activity.estimated());
    if (estimated == 0) {
      return new OriginCarbon(carbon, Carbon.ZERO, Carbon.ZERO);
    }
    long whole = Math.abs(carbon.micrograms());
    long part = partOf(whole, amount - estimated, estimated);
    Carbon ofEstimated = new Carbon(carbon.micrograms() < 0 ? -part : part);
    return new OriginCarbon(carbon.minus(ofEstimated), ofEstimated, Carbon.ZERO);
  }

  /** The second part of a whole, by exact fractions: products of µg and Wh exceed a long. */
  private static long partOf(long whole, long first, long second) {
    return Ratio.of(second, Math.addExact(first, second)).timesRounded(whole);
  }
}

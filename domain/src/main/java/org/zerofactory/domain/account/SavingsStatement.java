package org.zerofactory.domain.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.AvoidedEnergy;
import org.zerofactory.domain.savings.RegressionSaving;
import org.zerofactory.domain.savings.Waterfall;

/**
 * What a year saved, line by line. Own generation, efficiency and procurement stand apart, offsets
 * are not here at all: they reduce no inventory. Energy and carbon of a column are each the sum of
 * their own months; neither is derived from the other.
 */
public record SavingsStatement(List<SavingLine> lines, Waterfall waterfall) {

  /**
   * Class 1 active energy meters (IEC 62053-21) may err by 1%. The site does not state the classes
   * of its meters, so this one is assumed, as a band of 95%.
   */
  public static final double ASSUMED_METER_ERROR = 0.01;

  private static final String METERS = "meters of class 1 assumed, in quadrature";

  public SavingsStatement {
    lines = List.copyOf(lines);
  }

  /** The statement of a year; empty if a factor is missing. */
  public static Optional<SavingsStatement> of(YearAccount year) {
    PeriodAccount total = year.total();
    return total
        .emissions()
        .map(
            emissions -> new SavingsStatement(lines(year, emissions), waterfall(total, emissions)));
  }

  private static Waterfall waterfall(PeriodAccount total, Emissions of) {
    PeriodEnergy energy = total.energy();
    return Waterfall.of(
        new Waterfall.Parts(
            new Waterfall.Saved(energy.gridImport(), of.location()),
            new Waterfall.Saved(selfUse(energy), of.pvSelfUse()),
            new Waterfall.Saved(energy.efficiency(), of.efficiency()),
            new Waterfall.Saved(energy.loadShift(), of.loadShift()),
            new Waterfall.Saved(energy.greenPower(), of.greenPower()),
            of.residualStep()));
  }

  /** What load shifting added to it is counted there, and not twice. */
  private static Energy selfUse(PeriodEnergy energy) {
    return energy.balanced().selfUse().minus(energy.loadShift());
  }

  private static List<SavingLine> lines(YearAccount year, Emissions of) {
    PeriodEnergy energy = year.total().energy();
    List<SavingLine> lines = new ArrayList<>();
    lines.add(
        new SavingLine(
            Waterfall.Column.OWN_GENERATION,
            "pv-self-use",
            "Production less export, less what load shifting moved under the sun",
            selfUse(energy),
            Optional.of(of.pvSelfUse()),
            Optional.of(inQuadrature(energy.production(), energy.gridExport())),
            METERS));
    lines.add(
        new SavingLine(
            Waterfall.Column.OWN_GENERATION,
            "load-shift",
            "Import of the reference plan with the same sun less import as it ran",
            energy.loadShift(),
            Optional.of(of.loadShift()),
            Optional.empty(),
            "the reference plan is no measurement, so none is stated"));
    for (MeasuredMeasure measure : year.rules().measures()) {
      MeteredSaving saving = year.metered().get(measure.id());
      if (saving != null) {
        lines.add(metered(measure, saving));
      }
    }
    year.regressions().forEach(result -> lines.add(regression(result)));
    lines.add(
        new SavingLine(
            Waterfall.Column.PROCUREMENT,
            "green-power",
            "Import that contracts of the month cover",
            energy.greenPower(),
            Optional.of(of.greenPower()),
            Optional.empty(),
            "volumes of contracts, at most the import: nothing is estimated"));
    return lines;
  }

  private static SavingLine metered(MeasuredMeasure measure, MeteredSaving saving) {
    return new SavingLine(
        Waterfall.Column.EFFICIENCY,
        measure.id(),
        measure.method(),
        saving.avoided(),
        Optional.empty(),
        Optional.of(saving.plusMinus(ASSUMED_METER_ERROR)),
        METERS);
  }

  private static SavingLine regression(RegressionSaving.Result result) {
    Optional<Energy> band =
        result.bands().stream()
            .filter(of -> of.confidencePercent() == AvoidedEnergy.CONFIDENCES.get(2))
            .filter(of -> Double.isFinite(of.plusMinus()))
            .map(of -> new Energy(Math.round(of.plusMinus())))
            .findFirst();
    String refused =
        result.baseline().isAccepted()
            ? "fractional savings uncertainty, ASHRAE Guideline 14"
            : "not counted: " + String.join("; ", result.baseline().refusals());
    return new SavingLine(
        Waterfall.Column.EFFICIENCY,
        result.measure().id(),
        result.measure().method(),
        result.saving().avoided(),
        Optional.empty(),
        band,
        refused);
  }

  private static Energy inQuadrature(Energy one, Energy other) {
    return new Energy(
        Math.round(ASSUMED_METER_ERROR * Math.hypot(one.wattHours(), other.wattHours())));
  }

  /** Energy of a column. */
  public Energy energy(Waterfall.Column column) {
    return lines.stream()
        .filter(line -> line.column() == column)
        .map(SavingLine::energy)
        .reduce(Energy.ZERO, Energy::plus);
  }

  /** Carbon of a column, from the waterfall and not from its energy. */
  public Carbon carbon(Waterfall.Column column) {
    return waterfall.steps().stream()
        .filter(step -> step.column() == column)
        .map(step -> Carbon.ZERO.minus(step.carbon()))
        .reduce(Carbon.ZERO, Carbon::plus);
  }
}

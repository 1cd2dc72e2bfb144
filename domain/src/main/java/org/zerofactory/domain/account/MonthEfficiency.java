package org.zerofactory.domain.account;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.Baseline;
import org.zerofactory.domain.savings.LocalDays;
import org.zerofactory.domain.savings.RegressionMeasure;
import org.zerofactory.domain.savings.RegressionSaving;

/**
 * What all measures saved in a month, and why some are not counted.
 *
 * @param saved may be negative
 */
record MonthEfficiency(Energy saved, List<AccountFault> faults) {

  MonthEfficiency {
    faults = List.copyOf(faults);
  }

  static MonthEfficiency of(MonthAccount.Measured month, AccountingRules rules) {
    Energy saved = Energy.ZERO;
    List<AccountFault> faults = new ArrayList<>();
    for (MeasuredMeasure measure : rules.measures()) {
      if (measure.runs(month.month()) && isCounted(measure.id(), month.month(), rules, faults)) {
        saved = saved.plus(metered(measure, month, faults));
      }
    }
    for (RegressionMeasure measure : rules.regressions()) {
      boolean isRunning = !measure.runs(LocalDays.of(month.month())).and(due(month)).isEmpty();
      if (isRunning && isCounted(measure.id(), month.month(), rules, faults)) {
        saved = saved.plus(regression(measure, month, faults));
      }
    }
    return new MonthEfficiency(saved, faults);
  }

  private static boolean isCounted(
      String id, YearMonth month, AccountingRules rules, List<AccountFault> faults) {
    String reason = rules.notCounted().get(id);
    if (reason != null) {
      faults.add(AccountFault.countedTwice(month, id, reason));
    }
    return reason == null;
  }

  private static Energy metered(
      MeasuredMeasure measure, MonthAccount.Measured month, List<AccountFault> faults) {
    long missing = measure.missing(month.month(), month.amounts());
    addMissing(measure.id(), month.month(), missing, faults);
    return measure.saved(month.month(), month.amounts()).orElse(MeteredSaving.NONE).avoided();
  }

  private static Energy regression(
      RegressionMeasure measure, MonthAccount.Measured month, List<AccountFault> faults) {
    Baseline baseline = measure.judge(month.days());
    if (!baseline.isAccepted()) {
      faults.add(AccountFault.refusedBaseline(month.month(), measure.id(), baseline.refusals()));
      return Energy.ZERO;
    }
    RegressionSaving saving =
        RegressionSaving.of(
            measure, baseline.fit().orElseThrow(), month.month(), due(month), month.days());
    addMissing(measure.id(), month.month(), saving.missing(), faults);
    return saving.avoided();
  }

  private static void addMissing(
      String id, YearMonth month, long missing, List<AccountFault> faults) {
    if (missing > 0) {
      faults.add(AccountFault.missingReadings(month, "measure " + id + " is not counted", missing));
    }
  }

  private static LocalDays due(MonthAccount.Measured month) {
    LocalDays none = new LocalDays(month.month().atDay(1), month.month().atDay(1));
    return month.dataRange().map(range -> LocalDays.wholeIn(range, month.zone())).orElse(none);
  }
}

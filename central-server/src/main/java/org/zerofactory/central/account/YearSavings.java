package org.zerofactory.central.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.account.MeasuredMeasure;
import org.zerofactory.domain.account.MeteredSaving;
import org.zerofactory.domain.account.PointAmounts;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.savings.DailyAmounts;
import org.zerofactory.domain.savings.LocalDays;
import org.zerofactory.domain.savings.RegressionSaving;

/** The savings of a site's measures, of those that are counted. */
record YearSavings(AccountingRules rules, ZoneId zone, Optional<Interval> dataRange) {

  YearCache.Savings of(List<YearMonth> months, PointAmounts amounts, DailyAmounts days) {
    return new YearCache.Savings(metered(months, amounts), regressions(months, days));
  }

  private Map<String, MeteredSaving> metered(List<YearMonth> months, PointAmounts amounts) {
    Map<String, MeteredSaving> savings = new HashMap<>();
    for (MeasuredMeasure measure : rules.measures()) {
      if (isCounted(measure.id())) {
        savings.put(
            measure.id(),
            months.stream()
                .flatMap(month -> measure.saved(month, amounts).stream())
                .reduce(MeteredSaving.NONE, MeteredSaving::plus));
      }
    }
    return savings;
  }

  private List<RegressionSaving.Result> regressions(List<YearMonth> months, DailyAmounts days) {
    LocalDays none = new LocalDays(LocalDate.EPOCH, LocalDate.EPOCH);
    LocalDays due = dataRange.map(range -> LocalDays.wholeIn(range, zone)).orElse(none);
    return rules.regressions().stream()
        .filter(measure -> isCounted(measure.id()))
        .map(measure -> RegressionSaving.result(measure, months, due, days))
        .toList();
  }

  private boolean isCounted(String id) {
    return !rules.notCounted().containsKey(id);
  }
}

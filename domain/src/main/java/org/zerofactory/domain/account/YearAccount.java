package org.zerofactory.domain.account;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.savings.RegressionSaving;

/**
 * A local year, month by month; the total is their sum exactly.
 *
 * @param sequence newest block that the figures rest on
 * @param months those that the site's data touches, in order
 * @param metered savings of the rules' measured measures by id, those that are counted
 * @param regressions models and savings of the rules' regressions; they are in the months already
 */
public record YearAccount(
    int year,
    ZoneId zone,
    long sequence,
    AccountingRules rules,
    List<Month> months,
    Map<String, MeteredSaving> metered,
    List<RegressionSaving.Result> regressions) {

  /** One month of the year. */
  public record Month(YearMonth month, PeriodAccount account) {}

  public YearAccount {
    months = List.copyOf(months);
    metered = Map.copyOf(metered);
    regressions = List.copyOf(regressions);
  }

  public PeriodAccount total() {
    return months.stream().map(Month::account).reduce(PeriodAccount.NONE, PeriodAccount::plus);
  }
}

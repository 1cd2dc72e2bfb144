package org.zerofactory.central.assess;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.account.MonthAccount;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;

/** Whether the data of a day is complete. */
final class DayAssessment {

  private static final String GAP = "gap";

  private final Evidence evidence;
  private final Consumer<Alarm> raise;
  private final Assessor.Clear clear;
  private final InstantSource clock;

  DayAssessment(
      Evidence evidence, Consumer<Alarm> raise, Assessor.Clear clear, InstantSource clock) {
    this.evidence = evidence;
    this.raise = raise;
    this.clear = clear;
    this.clock = clock;
  }

  void of(SiteOverview site, LocalDate day) {
    Interval interval = QuarterHours.day(day, site.description().zone());
    String id = site.description().id();
    Set<String> open = evidence.openAlarms().apply(id);
    Completeness complete =
        MonthAccount.complete(interval, evidence.quarters().apply(id, interval), site.dataRange());
    if (complete.missing() == 0) {
      clear(open, id, GAP, day.toString());
    } else {
      raise.accept(gap(id, day, complete));
    }
  }

  /** Writes only where there is something to clear: a year has thousands of checks that hold. */
  private void clear(Set<String> open, String site, String kind, String subject) {
    if (open.contains(kind + ":" + subject)) {
      clear.alarm(site, kind, subject);
    }
  }

  private Alarm gap(String site, LocalDate day, Completeness complete) {
    return alarm(
        site,
        GAP,
        day.toString(),
        day + ": " + complete.missing() + " of " + complete.expected() + " quarter hours missing",
        day + "：" + complete.expected() + " 个刻钟中缺少 " + complete.missing() + " 个");
  }

  private Alarm alarm(String site, String kind, String subject, String english, String chinese) {
    return new Alarm(
        site,
        kind,
        subject,
        Alarm.Severity.WARNING,
        english,
        chinese,
        clock.instant(),
        Optional.empty());
  }
}

package org.zerofactory.central;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.zerofactory.central.account.Accountant;
import org.zerofactory.central.account.MeterAccountant;
import org.zerofactory.central.receive.LivePictures;
import org.zerofactory.central.report.AlarmsReport;
import org.zerofactory.central.report.DayReport;
import org.zerofactory.central.report.EdgesReport;
import org.zerofactory.central.report.MeterYearReport;
import org.zerofactory.central.report.MetersReport;
import org.zerofactory.central.report.NowReport;
import org.zerofactory.central.report.SitesReport;
import org.zerofactory.central.report.WasteReport;
import org.zerofactory.central.report.YearReport;
import org.zerofactory.central.store.StoreReader;
import org.zerofactory.domain.account.DayAccount;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.fleet.AlarmCase;
import org.zerofactory.domain.fleet.AlarmQuery;
import org.zerofactory.domain.fleet.BalanceCheck;
import org.zerofactory.domain.fleet.EdgeStatus;
import org.zerofactory.domain.fleet.LivePicture;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;

/** Brings together, for each question, what is held, what is accounted, and its shape. */
final class Answers {

  private final StoreReader store;
  private final Accountant accountant;
  private final MeterAccountant meterAccountant;
  private final LivePictures live;
  private final InstantSource clock;

  Answers(
      StoreReader store,
      Accountant accountant,
      MeterAccountant meterAccountant,
      LivePictures live,
      InstantSource clock) {
    this.store = store;
    this.accountant = accountant;
    this.meterAccountant = meterAccountant;
    this.live = live;
    this.clock = clock;
  }

  String sites() {
    return SitesReport.of(store.sites()).toString();
  }

  Optional<String> year(String site, int year) {
    return accountant.year(site, year).map(account -> YearReport.of(account).toString());
  }

  Optional<String> yearMeters(String site, int year) {
    return store
        .site(site)
        .flatMap(
            of ->
                meterAccountant
                    .meters(site, YearMonth.of(year, 1), YearMonth.of(year + 1, 1))
                    .map(all -> MeterYearReport.of(of.description(), year, all).toString()));
  }

  Optional<String> day(String site, LocalDate date) {
    return accountant.day(site, date).map(account -> DayReport.of(account).toString());
  }

  Optional<String> now(String site) {
    return store.site(site).map(this::now);
  }

  private String now(SiteOverview site) {
    Optional<LivePicture> picture = live.of(site.description().id());
    ZoneId zone = site.description().zone();
    Optional<DayAccount> today =
        picture
            .map(LivePicture::at)
            .or(() -> site.dataRange().map(range -> range.end().minusSeconds(1)))
            .flatMap(at -> accountant.day(site.description().id(), LocalDate.ofInstant(at, zone)));
    return NowReport.of(site.description(), picture, today, clock.instant()).toString();
  }

  Optional<String> meters(String site) {
    return store.site(site).map(this::meters);
  }

  /** The checks are those of the newest whole day: a running day is never in balance. */
  private String meters(SiteOverview site) {
    String id = site.description().id();
    Optional<LocalDate> day =
        site.dataRange()
            .map(range -> LocalDate.ofInstant(range.end(), site.description().zone()).minusDays(1));
    Optional<Interval> interval =
        day.map(date -> QuarterHours.day(date, site.description().zone()));
    List<BalanceCheck> checks =
        interval
            .filter(of -> site.dataRange().filter(of::overlaps).isPresent())
            .map(of -> BalanceCheck.of(site.description(), store.daySums(id, of)))
            .orElse(List.of());
    return MetersReport.of(site.description(), store.newestReadings(id), day, checks).toString();
  }

  Optional<String> alarms(String site, AlarmQuery query) {
    List<AlarmCase> alarms = store.alarmCases(site, query);
    if (alarms.isEmpty() && store.site(site).isEmpty() && store.alarms(site).isEmpty()) {
      return Optional.empty();
    }
    // what agents show of this moment is no part of a question about the past
    List<LivePicture.AgentAlarm> ofAgent =
        query.equals(AlarmQuery.ALL) ? agentAlarms(site) : List.of();
    return Optional.of(AlarmsReport.of(alarms, ofAgent).toString());
  }

  Optional<String> waste(String site, int year) {
    return store
        .site(site)
        .map(known -> WasteReport.of(year, store.wasteOfYear(site, year)).toString());
  }

  private List<LivePicture.AgentAlarm> agentAlarms(String site) {
    return live.of(site).map(picture -> picture.agent().alarms()).orElse(List.of());
  }

  String edges() {
    List<EdgeStatus> edges = new ArrayList<>();
    var names = new TreeSet<>(store.sitesWithAlarms());
    store.sites().forEach(site -> names.add(site.description().id()));
    names.forEach(name -> edges.add(edge(name)));
    return EdgesReport.of(edges).toString();
  }

  private EdgeStatus edge(String name) {
    Optional<SiteOverview> site = store.site(name);
    Optional<LivePicture> picture = live.of(name);
    List<Alarm> open =
        store.alarms(name).stream().filter(alarm -> alarm.cleared().isEmpty()).toList();
    boolean hasConflict =
        open.stream()
            .anyMatch(alarm -> alarm.kind().equals("fork") || alarm.kind().equals("unknown-key"));
    var lastSeen = live.lastSeen(name).or(() -> store.appliedAt(name));
    return new EdgeStatus(
        name,
        lastSeen,
        site.flatMap(SiteOverview::dataRange).map(Answers::newestQuarter),
        site.map(SiteOverview::sequence).orElse(0L),
        picture.map(of -> of.agent().backlog()),
        picture.map(of -> of.agent().version()),
        EdgeStatus.Standing.of(lastSeen, clock.instant(), hasConflict),
        open,
        agentAlarms(name));
  }

  private static Instant newestQuarter(Interval dataRange) {
    return dataRange.end().minusSeconds(QuarterHours.SECONDS);
  }
}

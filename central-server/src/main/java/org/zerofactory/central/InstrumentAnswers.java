package org.zerofactory.central;

import java.util.List;
import java.util.Optional;
import org.zerofactory.central.account.Matcher;
import org.zerofactory.central.report.InstrumentReport;
import org.zerofactory.central.report.MatchingReport;
import org.zerofactory.central.store.InstrumentStore;
import org.zerofactory.central.store.StoreReader;
import org.zerofactory.central.web.InstrumentDoors;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.instrument.Allocation;
import org.zerofactory.domain.instrument.RegisterEntry;
import org.zerofactory.domain.instrument.RegisterFault;

/** Brings together the register of instruments, matching, and their shape. */
final class InstrumentAnswers {

  private final StoreReader store;
  private final InstrumentStore register;
  private final Matcher matcher;

  InstrumentAnswers(StoreReader store, InstrumentStore register, Matcher matcher) {
    this.store = store;
    this.register = register;
    this.matcher = matcher;
  }

  InstrumentDoors doors() {
    return new InstrumentDoors(
        this::page,
        id -> register.find(id).map(entry -> InstrumentReport.of(entry).toString()),
        this::events,
        register::issue,
        this::allocate,
        this::retire,
        (site, year) ->
            matcher.year(site, year).map(matching -> MatchingReport.of(matching).toString()));
  }

  private String page(String after, int limit) {
    List<RegisterEntry> entries = register.page(after, limit);
    Optional<String> next =
        entries.size() < limit
            ? Optional.empty()
            : Optional.of(entries.get(entries.size() - 1).instrument().id());
    return InstrumentReport.page(entries, next).toString();
  }

  private Optional<String> events(String id) {
    return register.find(id).map(entry -> InstrumentReport.events(register.events(id)).toString());
  }

  private InstrumentDoors.Change allocate(Allocation wanted, String person) {
    Optional<SiteOverview> site = store.site(wanted.site());
    if (site.isEmpty()) {
      return new InstrumentDoors.Change(
          Optional.empty(),
          List.of(
              new RegisterFault(
                  "unknown-site",
                  "site",
                  "expected a site with a journal, found " + wanted.site())));
    }
    return change(
        register.allocate(
            wanted.instrument(),
            wanted.site(),
            site.get().description().zone(),
            wanted.month(),
            wanted.energy(),
            person));
  }

  private InstrumentDoors.Change retire(
      String id, long allocation, Allocation.Retirement retirement, String person) {
    return change(register.retire(id, allocation, retirement, person));
  }

  private static InstrumentDoors.Change change(InstrumentStore.Outcome<Allocation> outcome) {
    return new InstrumentDoors.Change(
        outcome.result().map(part -> InstrumentReport.of(part).toString()), outcome.faults());
  }
}

package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.metering.Interval;

/** The list of sites as JSON. */
public final class SitesReport {

  private SitesReport() {}

  public static ObjectNode of(List<SiteOverview> sites) {
    ObjectNode json = Figures.object();
    ArrayNode list = json.putArray("sites");
    sites.forEach(site -> list.add(site(site)));
    return json;
  }

  private static ObjectNode site(SiteOverview site) {
    ObjectNode json =
        Figures.object()
            .put("id", site.description().id())
            .put("name", site.description().name())
            .put("zone", site.description().zone().getId())
            .put("simulated", site.description().simulated());
    Figures.putInstant(json, "firstInterval", site.dataRange().map(Interval::start));
    Figures.putInstant(
        json, "lastInterval", site.dataRange().map(range -> range.end().minusSeconds(900)));
    json.put("sequence", site.sequence());
    ArrayNode years = json.putArray("years");
    site.dataRange()
        .ifPresent(
            range -> {
              int first = year(range.start(), site.description().zone());
              int last = year(range.end().minusSeconds(1), site.description().zone());
              for (int year = first; year <= last; year++) {
                years.add(year);
              }
            });
    return json;
  }

  private static int year(Instant instant, ZoneId zone) {
    return instant.atZone(zone).getYear();
  }
}

package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.account.MeterAccount;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.SiteDescription;

/** What each electricity meter of a site counted in a year and what that emitted, as JSON. */
public final class MeterYearReport {

  private MeterYearReport() {}

  public static ObjectNode of(SiteDescription site, int year, Map<String, MeterAccount> accounts) {
    ObjectNode json = Figures.object().put("year", year).put("zone", site.zone().getId());
    ArrayNode meters = json.putArray("meters");
    accounts.forEach((id, account) -> meters.add(meter(site.meter(id).orElseThrow(), account)));
    return json;
  }

  private static ObjectNode meter(MeterDescription meter, MeterAccount account) {
    ObjectNode json =
        Figures.object()
            .put("id", meter.id())
            .put("name", meter.name())
            .put("role", meter.role().word());
    putText(json, "parent", meter.parent());
    putText(json, "line", meter.line());
    return json.put("wh", account.energy().wattHours())
        .put("knownQuarterHours", account.known())
        .put("atGridFactorKg", Figures.kilograms(account.atGridFactor()))
        .put("bySupplyKg", Figures.kilograms(account.bySupply()));
  }

  private static void putText(ObjectNode json, String field, Optional<String> text) {
    text.ifPresentOrElse(value -> json.put(field, value), () -> json.putNull(field));
  }
}

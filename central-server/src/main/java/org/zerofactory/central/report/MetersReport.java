package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.fleet.BalanceCheck;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.SiteDescription;

/** The meters of a site as JSON: how they belong together, what they read, whether they agree. */
public final class MetersReport {

  private MetersReport() {}

  /**
   * @param newest readings of the newest quarter hour by point
   * @param day local day of the checks; empty without data
   */
  public static ObjectNode of(
      SiteDescription site,
      Map<String, IntervalReading> newest,
      Optional<LocalDate> day,
      List<BalanceCheck> checks) {
    ObjectNode json = Figures.object();
    ArrayNode meters = json.putArray("meters");
    for (MeterDescription meter : site.meters()) {
      meters.add(meter(meter, newest));
    }
    json.put("checkedDay", day.map(LocalDate::toString).orElse(null));
    ArrayNode list = json.putArray("checks");
    for (BalanceCheck check : checks) {
      ObjectNode item = list.addObject().put("meter", check.meter());
      check.below().forEach(item.putArray("below")::add);
      item.put("meterWh", check.counted().wattHours())
          .put("belowWh", check.countedBelow().wattHours())
          .put("holds", check.holds());
    }
    return json;
  }

  private static ObjectNode meter(MeterDescription meter, Map<String, IntervalReading> newest) {
    ObjectNode json =
        Figures.object()
            .put("id", meter.id())
            .put("name", meter.name())
            .put("carrier", meter.carrier().word())
            .put("role", meter.role().word())
            .put("parent", meter.parent().orElse(null))
            .put("line", meter.line().orElse(null))
            .put("of", meter.of().orElse(null));
    ArrayNode points = json.putArray("points");
    for (PointDescription point : meter.points()) {
      IntervalReading reading = newest.get(meter.pointId(point.quantity()));
      ObjectNode item =
          points
              .addObject()
              .put("quantity", point.quantity().word())
              .put("unit", point.quantity().storedUnit());
      OptionalLong register = reading == null ? OptionalLong.empty() : reading.register();
      item.put("register", register.isPresent() ? (Long) register.getAsLong() : null);
      item.put("flag", reading == null ? null : reading.flag().name());
    }
    return json;
  }
}

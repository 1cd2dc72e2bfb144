package org.zerofactory.domain.journal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.SiteDescription;

/** A site's description as JSON and back. */
final class SiteDescriptionJson {

  private SiteDescriptionJson() {}

  static Json write(SiteDescription site) {
    return new Json.Obj(
        Map.of(
            "id",
            Json.of(site.id()),
            "name",
            Json.of(site.name()),
            "zone",
            Json.of(site.zone().getId()),
            "simulated",
            Json.of(site.simulated()),
            "region",
            new Json.Obj(
                Map.of("country", Json.of(site.country()), "grid", Json.of(site.gridRegion()))),
            "meters",
            new Json.Arr(site.meters().stream().map(SiteDescriptionJson::meter).toList()),
            "machines",
            new Json.Arr(site.machines().stream().map(SiteDescriptionJson::machine).toList())));
  }

  static SiteDescription read(JsonFields site) {
    return new SiteDescription(
        site.text("id"),
        site.text("name"),
        zone(site.text("zone")),
        site.bool("simulated"),
        site.object("region").text("country"),
        site.object("region").text("grid"),
        site.array("meters").stream()
            .map(json -> meter(JsonFields.of("block.payload.description.meters", json)))
            .toList(),
        site.array("machines").stream()
            .map(json -> machine(JsonFields.of("block.payload.description.machines", json)))
            .toList());
  }

  private static Json meter(MeterDescription meter) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("id", Json.of(meter.id()));
    fields.put("name", Json.of(meter.name()));
    fields.put("carrier", Json.of(meter.carrier().word()));
    fields.put("role", Json.of(meter.role().word()));
    meter.parent().ifPresent(parent -> fields.put("parent", Json.of(parent)));
    meter.line().ifPresent(line -> fields.put("line", Json.of(line)));
    meter.of().ifPresent(of -> fields.put("of", Json.of(of)));
    fields.put(
        "points", new Json.Arr(meter.points().stream().map(SiteDescriptionJson::point).toList()));
    return new Json.Obj(fields);
  }

  private static MeterDescription meter(JsonFields meter) {
    return new MeterDescription(
        meter.text("id"),
        meter.text("name"),
        word(meter, "carrier", Carrier::ofWord),
        word(meter, "role", MeterRole::ofWord),
        meter.optionalText("parent"),
        meter.optionalText("line"),
        meter.optionalText("of"),
        meter.array("points").stream()
            .map(json -> point(JsonFields.of(meter.place() + ".points", json)))
            .toList());
  }

  private static Json point(PointDescription point) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("quantity", Json.of(point.quantity().word()));
    point.span().ifPresent(span -> fields.put("span", Json.of(span)));
    return new Json.Obj(fields);
  }

  private static PointDescription point(JsonFields point) {
    return new PointDescription(
        word(point, "quantity", Quantity::ofWord), point.optionalInteger("span"));
  }

  private static Json machine(MachineDescription machine) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("id", Json.of(machine.id()));
    fields.put("name", Json.of(machine.name()));
    machine.line().ifPresent(line -> fields.put("line", Json.of(line)));
    return new Json.Obj(fields);
  }

  private static MachineDescription machine(JsonFields machine) {
    return new MachineDescription(
        machine.text("id"), machine.text("name"), machine.optionalText("line"));
  }

  private static <T> T word(JsonFields fields, String field, Function<String, Optional<T>> ofWord) {
    String word = fields.text(field);
    return ofWord
        .apply(word)
        .orElseThrow(
            () ->
                new JsonFormatException(
                    fields.place() + "." + field + ": unknown word \"" + word + "\""));
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new JsonFormatException(
          "block.payload.description.zone: expected a time zone of the tz database, found " + id);
    }
  }
}

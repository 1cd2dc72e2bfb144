package org.zerofactory.schedule.orders;

import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.datafile.Utf8Text;
import org.zerofactory.datafile.table.RowFault;
import org.zerofactory.datafile.table.RowFaultsException;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.ProcessSegment;
import org.zerofactory.domain.schedule.ProductionOrder;

/**
 * Reads orders in the words of B2MML (ISA-95 / IEC 62264-2 as messages): {@code ProductionRequest}
 * or {@code JobOrder} with {@code SegmentRequirement}, {@code MaterialRequirement} and {@code
 * EquipmentRequirement}, as JSON; docs/formats.md has the fields. A fault's row is the number of
 * the request in its list, from 1, and its column the path of the field.
 */
public final class JobOrderJson {

  private static final Set<String> LISTS = Set.of("ProductionRequest", "JobOrder");
  private static final String MATERIAL = "MaterialRequirement";
  private static final String SEGMENT = "SegmentRequirement";

  private final PlantModel plant;
  private final OrderRows rows;
  private int row;

  private JobOrderJson(PlantModel plant, Instant defaultRelease) {
    this.plant = plant;
    this.rows = new OrderRows(plant, defaultRelease, JobOrderJson::name);
  }

  /**
   * @param defaultRelease of orders that state none
   * @throws RowFaultsException with all faults, each by request and field
   */
  public static List<ProductionOrder> read(byte[] bytes, PlantModel plant, Instant defaultRelease) {
    Json json;
    try {
      json = JsonParser.parse(Utf8Text.of(bytes));
    } catch (JsonFormatException malformed) {
      throw refused(String.valueOf(malformed.getMessage()), "JSON whose numbers are whole");
    } catch (CharacterCodingException malformed) {
      throw refused("bytes of another encoding", "text in UTF-8");
    }
    JobOrderJson reader = new JobOrderJson(plant, defaultRelease);
    for (Json request : requests(json)) {
      reader.row++;
      reader.request(request);
    }
    return reader.rows.orders();
  }

  private static List<Json> requests(Json json) {
    if (json instanceof Json.Obj object && object.entries().size() == 1) {
      Map.Entry<String, Json> only = object.entries().entrySet().iterator().next();
      if (LISTS.contains(only.getKey())
          && only.getValue() instanceof Json.Arr list
          && !list.items().isEmpty()
          && list.items().size() <= OrderTable.ROW_LIMIT) {
        return list.items();
      }
    }
    String shown = json.canonical();
    throw refused(
        shown,
        "an object with one list ProductionRequest or JobOrder of 1 to " + OrderTable.ROW_LIMIT);
  }

  private static RowFaultsException refused(String found, String expected) {
    return new RowFaultsException(List.of(new RowFault(1, "file", found, expected)));
  }

  private static String name(String field) {
    return switch (field) {
      case "order", "id" -> "ID";
      case "product" -> SEGMENT + "." + MATERIAL + ".MaterialDefinitionID";
      case "quantity" -> SEGMENT + "." + MATERIAL + ".Quantity";
      case "release" -> "EarliestStartTime";
      case "due" -> "LatestEndTime";
      case "firm" -> "Firm";
      case "priority" -> "Priority";
      case "machines", "equipment" -> SEGMENT + ".EquipmentRequirement.EquipmentID";
      default -> field;
    };
  }

  private void request(Json json) {
    if (!(json instanceof Json.Obj request)) {
      rows.fault(row, "", json.canonical(), "an object");
      return;
    }
    Map<String, String> fields = new HashMap<>();
    copy(request, "ID", fields, "order");
    copy(request, "Priority", fields, "priority");
    copy(request, "EarliestStartTime", fields, "release");
    copy(request, "LatestEndTime", fields, "due");
    copy(request, "Firm", fields, "firm");
    List<String> machines = new ArrayList<>();
    List<Json.Obj> produced = new ArrayList<>();
    for (Json.Obj segment : list(request, SEGMENT)) {
      for (Json.Obj equipment : list(segment, "EquipmentRequirement")) {
        text(equipment, "EquipmentID").ifPresent(machines::add);
      }
      list(segment, MATERIAL).stream()
          .filter(of -> text(of, "MaterialUse").filter("Consumed"::equals).isEmpty())
          .forEach(produced::add);
    }
    if (produced.size() == 1) {
      material(produced.get(0), fields);
    } else {
      String found = produced.size() + " of them";
      rows.fault(
          row, SEGMENT + "." + MATERIAL, found, "one material whose MaterialUse is Produced");
    }
    if (!machines.isEmpty()) {
      fields.put("machines", String.join(" ", machines));
    }
    segments(request, fields.getOrDefault("product", ""));
    if (produced.size() == 1) {
      rows.add(row, fields);
    }
  }

  private void material(Json.Obj material, Map<String, String> fields) {
    copy(material, "MaterialDefinitionID", fields, "product");
    Json quantity = material.entries().get("Quantity");
    if (quantity instanceof Json.Obj of) {
      copy(of, "QuantityString", fields, "quantity");
    } else {
      copy(material, "Quantity", fields, "quantity");
    }
  }

  /** A request may name segments of its product; the routing itself is the plant model's. */
  private void segments(Json.Obj request, String product) {
    List<String> known =
        plant.definition(product).stream()
            .flatMap(definition -> definition.segments().stream())
            .map(ProcessSegment::id)
            .toList();
    for (Json.Obj segment : list(request, SEGMENT)) {
      text(segment, "ProcessSegmentID")
          .filter(id -> !known.isEmpty() && !known.contains(id))
          .ifPresent(
              id ->
                  rows.fault(
                      row,
                      SEGMENT + ".ProcessSegmentID",
                      id,
                      "a segment of " + product + ": " + String.join(", ", known)));
    }
  }

  private List<Json.Obj> list(Json.Obj of, String field) {
    Json value = of.entries().get(field);
    List<Json.Obj> objects = new ArrayList<>();
    if (value instanceof Json.Arr array) {
      for (Json item : array.items()) {
        if (item instanceof Json.Obj object) {
          objects.add(object);
        } else {
          rows.fault(row, field, item.canonical(), "an object");
        }
      }
    } else if (value instanceof Json.Obj single) {
      objects.add(single);
    } else if (value != null) {
      rows.fault(row, field, value.canonical(), "a list of objects");
    }
    return objects;
  }

  private static void copy(Json.Obj from, String name, Map<String, String> to, String field) {
    text(from, name).ifPresent(text -> to.put(field, text));
  }

  private static Optional<String> text(Json.Obj of, String field) {
    Json value = of.entries().get(field);
    if (value == null || value instanceof Json.Null) {
      return Optional.empty();
    }
    return Optional.of(value instanceof Json.Text text ? text.value() : value.canonical());
  }
}

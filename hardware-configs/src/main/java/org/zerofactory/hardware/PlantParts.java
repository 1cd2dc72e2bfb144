package org.zerofactory.hardware;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.schedule.Buffer;
import org.zerofactory.domain.schedule.Crew;
import org.zerofactory.domain.schedule.OperationsDefinition;
import org.zerofactory.domain.schedule.PlanningProfile;
import org.zerofactory.domain.schedule.ProcessSegment;
import org.zerofactory.domain.schedule.SetupMatrix;
import org.zerofactory.domain.schedule.SpeedMode;
import org.zerofactory.domain.schedule.Storage;
import org.zerofactory.domain.schedule.WorkCalendar;
import org.zerofactory.domain.schedule.WorkUnit;

/** Parts of a plant file, which keeps its schema, as parts of the plant model. */
final class PlantParts {

  private static final String DEFAULT_SPEED = "normal";
  private static final int DEFAULT_MAXIMUM_LOT = 1_000_000_000;

  private PlantParts() {}

  static double number(DataNode node, String key, double otherwise) {
    return node.find(key).map(value -> value.decimal().doubleValue()).orElse(otherwise);
  }

  private static int whole(DataNode node, String key, int otherwise) {
    return node.find(key).isPresent() ? node.integer(key) : otherwise;
  }

  static WorkCalendar calendar(DataNode node) {
    Map<DayOfWeek, List<WorkCalendar.Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DataNode entry : node.items("week")) {
      for (DataNode day : entry.items("days")) {
        week.computeIfAbsent(
                DayOfWeek.valueOf(day.text().toUpperCase(Locale.ROOT)), key -> new ArrayList<>())
            .addAll(shifts(entry));
      }
    }
    return new WorkCalendar(
        node.text("id"), week, node.items("exceptions").stream().map(PlantParts::day).toList());
  }

  private static WorkCalendar.DayException day(DataNode node) {
    LocalDate from = LocalDate.parse(node.text("from"));
    return new WorkCalendar.DayException(
        from,
        node.findText("to").map(LocalDate::parse).orElse(from),
        shifts(node),
        node.text("reason"));
  }

  private static List<WorkCalendar.Shift> shifts(DataNode node) {
    return node.items("shifts").stream()
        .map(DataNode::text)
        .map(text -> new WorkCalendar.Shift(time(text.substring(0, 5)), time(text.substring(6))))
        .toList();
  }

  private static LocalTime time(String text) {
    return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }

  static Crew crew(DataNode node) {
    return new Crew(
        node.text("id"), node.text("name"), node.text("calendar"), node.integer("headcount"));
  }

  static Buffer buffer(DataNode node) {
    return new Buffer(node.text("id"), node.integer("capacity"));
  }

  static SetupMatrix setup(DataNode node) {
    return new SetupMatrix(
        node.text("id"),
        node.items("families").stream().map(DataNode::text).toList(),
        node.items("minutes").stream()
            .map(row -> row.items().stream().map(of -> (int) of.wholeNumber()).toList())
            .toList());
  }

  static WorkUnit workUnit(DataNode node) {
    return new WorkUnit(
        node.text("id"),
        node.text("name"),
        node.text("calendar"),
        node.findText("setup"),
        node.findText("initial-family"),
        number(node, "setup-kw", 0),
        number(node, "standby-kw", 0),
        number(node, "off-kw", 0),
        whole(node, "warm-up-minutes", 0),
        number(node, "warm-up-kw", 0),
        node.items("maintenance").stream()
            .map(
                window ->
                    new WorkUnit.Maintenance(
                        SiteFile.instant(window.text("from")),
                        SiteFile.instant(window.text("to")),
                        window.text("reason")))
            .toList());
  }

  static OperationsDefinition definition(DataNode node) {
    return new OperationsDefinition(
        node.text("id"),
        whole(node, "minimum-lot", 1),
        whole(node, "maximum-lot", DEFAULT_MAXIMUM_LOT),
        node.items("segments").stream().map(PlantParts::segment).toList());
  }

  private static ProcessSegment segment(DataNode node) {
    return new ProcessSegment(
        node.text("id"),
        node.items("after").stream().map(DataNode::text).toList(),
        node.items("modes").stream().flatMap(mode -> modes(mode).stream()).toList(),
        node.findText("family"),
        node.findText("buffer"),
        node.find("maximum-wait-minutes").isPresent()
            ? OptionalInt.of(node.integer("maximum-wait-minutes"))
            : OptionalInt.empty());
  }

  private static List<SpeedMode> modes(DataNode node) {
    Map<String, Integer> crews = new LinkedHashMap<>();
    node.entries("crews").forEach((crew, people) -> crews.put(crew, (int) people.wholeNumber()));
    return node.items("equipment").stream()
        .map(
            equipment ->
                new SpeedMode(
                    equipment.text(),
                    node.findText("name").orElse(DEFAULT_SPEED),
                    number(node, "minutes-per-lot", 0),
                    number(node, "minutes-per-unit", 0),
                    node.items("lead-kw").stream().map(of -> of.decimal().doubleValue()).toList(),
                    number(node, "run-kw", 0),
                    crews,
                    node.flag("pausable", false),
                    number(node, "cost", 0)))
        .toList();
  }

  static Storage.Battery battery(DataNode node) {
    return new Storage.Battery(
        node.text("id"),
        number(node, "minimum-kwh", 0),
        number(node, "maximum-kwh", 0),
        number(node, "initial-kwh", 0),
        number(node, "final-kwh", 0),
        number(node, "charge-kw", 0),
        number(node, "discharge-kw", 0),
        number(node, "charge-efficiency", 1),
        number(node, "discharge-efficiency", 1),
        number(node, "wear-cost", 0));
  }

  static Storage.FlexibleLoad flexibleLoad(DataNode node) {
    return new Storage.FlexibleLoad(
        node.text("id"),
        time(node.text("from")),
        time(node.text("to")),
        number(node, "kwh-per-day", 0),
        number(node, "maximum-kw", 0));
  }

  static PlanningProfile profile(DataNode node) {
    return new PlanningProfile(
        node.text("name"),
        number(node, "carbon-per-tonne", 0),
        number(node, "cost-factor", 0),
        node.items("tardiness-per-hour").stream().map(of -> of.decimal().doubleValue()).toList(),
        number(node, "move-penalty", 0),
        number(node, "frozen-hours", 0),
        node.find("weights")
            .map(
                of ->
                    new PlanningProfile.Weights(
                        number(of, "p10", 0), number(of, "p50", 0), number(of, "p90", 0)))
            .orElse(PlanningProfile.Weights.EXPECTED_ONLY));
  }
}

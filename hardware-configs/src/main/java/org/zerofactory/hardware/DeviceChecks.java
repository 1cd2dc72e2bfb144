package org.zerofactory.hardware;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;

/** Faults of meaning among the devices of a site file. */
final class DeviceChecks {

  private final DeviceTemplates templates;
  private final Set<String> sources;
  private final DataFaults faults;
  private final Map<String, DataNode> nodes = new HashMap<>();

  DeviceChecks(DeviceTemplates templates, Set<String> sources, DataFaults faults) {
    this.templates = templates;
    this.sources = new TreeSet<>(sources);
    this.faults = faults;
  }

  void check(List<DataNode> devices) {
    Map<String, DataNode> ids = new HashMap<>();
    Map<String, String> parents = new HashMap<>();
    var places = new TreeSet<String>();
    for (DataNode device : devices) {
      SiteChecks.checkOnce(device, "id", ids, faults);
      device.findText("id").ifPresent(places::add);
      device.findText("line").ifPresent(places::add);
      device
          .findText("parent")
          .ifPresent(parent -> device.findText("id").ifPresent(id -> parents.put(id, parent)));
    }
    for (DataNode device : devices) {
      checkKnown(device, "source", "the id of a source out of ", sources);
      checkParent(device, ids.keySet(), parents);
      checkPlan(device, places);
      checkTemplate(device);
    }
  }

  private void checkKnown(DataNode device, String key, String expected, Set<String> known) {
    if (device.findText(key).filter(word -> !known.contains(word)).isPresent()) {
      faults.add(device.get(key).unknown(expected + String.join(", ", known), known));
    }
  }

  private void checkParent(DataNode device, Set<String> ids, Map<String, String> parents) {
    Optional<String> parent = device.findText("parent");
    if (parent.isEmpty()) {
      return;
    }
    if (!ids.contains(parent.get())) {
      faults.add(device.get("parent").unknown("the id of a device of this file", ids));
      return;
    }
    List<String> way = new ArrayList<>(List.of(device.findText("id").orElse("")));
    Set<String> passed = new HashSet<>(way);
    Optional<String> next = parent;
    while (next.isPresent() && passed.add(next.get())) {
      way.add(next.get());
      next = Optional.ofNullable(parents.get(next.get()));
    }
    if (next.isPresent() && next.get().equals(way.get(0))) {
      way.add(next.get());
      String circle = String.join(" -> ", way);
      faults.add(
          device.get("parent").problem("expected parents that end, but they circle: " + circle));
    }
  }

  private void checkPlan(DataNode device, Set<String> places) {
    boolean isPlan = device.findText("role").filter("reference-plan"::equals).isPresent();
    Optional<DataNode> of = device.find("of");
    if (of.isPresent() && !isPlan) {
      faults.add(
          of.get().problem("expected no of, because only a reference-plan stands for others"));
    } else if (isPlan) {
      checkKnown(device, "of", "the id or line of a device of this file, out of ", places);
    }
  }

  private void checkTemplate(DataNode device) {
    Optional<String> name = device.findText("template");
    if (name.isEmpty()) {
      return;
    }
    Optional<DeviceTemplate> template = templates.find(name.get());
    if (template.isEmpty()) {
      String expected = "the name of a device template out of ";
      checkKnown(device, "template", expected, templates.names());
      return;
    }
    checkRole(device, template.get());
    boolean complete = checkParameters(device, template.get());
    if (complete) {
      checkNodes(device, template.get());
    }
  }

  private void checkRole(DataNode device, DeviceTemplate template) {
    Optional<MeterRole> role = device.findText("role").flatMap(MeterRole::ofWord);
    Set<Quantity> needed =
        switch (role.orElse(MeterRole.DRIVER)) {
          case GRID, LOAD -> Set.of(Quantity.ENERGY_IMPORT, Quantity.ACTIVE_POWER);
          case PV -> Set.of(Quantity.ENERGY_PRODUCED, Quantity.ACTIVE_POWER);
          case GAS -> Set.of(Quantity.GAS_VOLUME);
          case WATER -> Set.of(Quantity.WATER_VOLUME);
          case HEAT -> Set.of(Quantity.HEAT);
          case REFERENCE_PLAN -> Set.of(Quantity.PLANNED_ENERGY);
          case DRIVER -> template.quantities();
        };
    if (needed.stream().noneMatch(template.quantities()::contains)) {
      var words = new TreeSet<String>();
      needed.forEach(quantity -> words.add(quantity.word()));
      String problem =
          "expected a role that fits template "
              + template.device()
              + ", which has no "
              + String.join(" or ", words)
              + ", but was \""
              + device.text("role")
              + "\"";
      faults.add(device.get("role").problem(problem));
    }
  }

  private boolean checkParameters(DataNode device, DeviceTemplate template) {
    Map<String, String> given = SiteFile.parameters(device);
    DataNode owner = device.find("parameters").orElse(device);
    boolean complete = true;
    for (String needed : template.requiredParameters()) {
      if (!given.containsKey(needed)) {
        String expected = "a value for this parameter of template " + template.device();
        String key = owner == device ? "parameters." + needed : needed;
        boolean hasWrongType = device.entries("parameters").containsKey(needed);
        if (!hasWrongType) {
          faults.add(owner.missing(key, expected));
        }
        complete = false;
      }
    }
    for (String name : given.keySet()) {
      if (!template.knownParameters().contains(name)) {
        faults.add(owner.unknownKey(name, template.knownParameters()));
      }
    }
    return complete;
  }

  private void checkNodes(DataNode device, DeviceTemplate template) {
    DataNode place = device.find("parameters").or(() -> device.find("id")).orElse(device);
    Map<String, String> given = SiteFile.parameters(device);
    for (TemplatePoint point : template.points()) {
      String node = template.node(point, given);
      String quantity = point.quantity().word();
      if (!NodeIdText.isValid(node)) {
        String problem =
            "expected parameters that make " + NodeIdText.EXPECTED + " for " + quantity;
        faults.add(place.problem(problem + " but they make \"" + node + "\""));
        continue;
      }
      String key = device.findText("source").orElse("") + " " + node;
      DataNode earlier = nodes.putIfAbsent(key, place);
      if (earlier != null) {
        String problem = "expected a node of its own for " + quantity + " but ";
        faults.add(place.problem(problem + earlier.location() + " reads \"" + node + "\" too"));
      }
    }
  }
}

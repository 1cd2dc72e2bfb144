package org.zerofactory.domain.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.SiteDescription;

/** What a run may name: the site's machines, and its lines that have machines. */
public final class Equipment {

  private final SortedMap<String, List<String>> machines = new TreeMap<>();

  public Equipment(SiteDescription site) {
    Map<String, List<String>> lines = new TreeMap<>();
    for (MachineDescription machine : site.machines()) {
      machines.put(machine.id(), List.of(machine.id()));
      machine
          .line()
          .ifPresent(
              line -> lines.computeIfAbsent(line, none -> new ArrayList<>()).add(machine.id()));
    }
    lines.forEach(machines::putIfAbsent); // a machine of the same name goes before the line
  }

  public boolean isKnown(String name) {
    return machines.containsKey(name);
  }

  /** The machine itself, or all machines of the line; none if it is not known. */
  public List<String> machinesOf(String name) {
    return machines.getOrDefault(name, List.of());
  }

  /** All names, for messages that say what was expected. */
  public List<String> names() {
    return List.copyOf(machines.keySet());
  }
}

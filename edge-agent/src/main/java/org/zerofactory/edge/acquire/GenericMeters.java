package org.zerofactory.edge.acquire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Lines of a site file to copy, where a server's nodes fit no template: a register and a power of
 * one device. A server's names do not tell units, so these stay comments until a person looked.
 */
final class GenericMeters {

  private static final int MOST = 200;
  private static final Pattern ENERGY = Pattern.compile("energy|kwh|wh$");
  private static final Pattern POWER = Pattern.compile("power|kw$|watt");

  private GenericMeters() {}

  static String comment(Browser.Listing listing) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# No node fits a template by its name. A meter with a kWh register and a power in\n");
    text.append(
        "# kW is written like this (replace the [] above; check the units on the device):\n");
    for (Meter meter : meters(listing)) {
      text.append("#  - { id: ").append(meter.id()).append(", name: ").append(meter.id());
      text.append(", template: generic-energy-meter, source: plant, role: load,\n");
      text.append("#      parameters: { energy-node: \"").append(meter.energy());
      text.append("\", power-node: \"").append(meter.power()).append("\" } }\n");
    }
    text.append(
        "# Other units or other points need a template: hardware-configs/README.md, \"Add a");
    return text.append(" device\".\n").toString();
  }

  private record Meter(String id, String energy, String power) {}

  private static List<Meter> meters(Browser.Listing listing) {
    Map<String, Browser.Entry> energies = new TreeMap<>();
    Map<String, Browser.Entry> powers = new TreeMap<>();
    for (Browser.Entry entry : listing.entries()) {
      String node = entry.node().toLowerCase(Locale.ROOT);
      if (entry.variable() && ENERGY.matcher(node).find()) {
        energies.putIfAbsent(device(node), entry);
      } else if (entry.variable() && POWER.matcher(node).find()) {
        powers.putIfAbsent(device(node), entry);
      }
    }
    List<Meter> meters = new ArrayList<>();
    energies.forEach(
        (device, energy) ->
            Optional.ofNullable(powers.get(device))
                .filter(power -> meters.size() < MOST)
                .ifPresent(
                    power -> meters.add(new Meter(id(device), shown(energy), shown(power)))));
    return meters.isEmpty() ? List.of(new Meter("press-1", "ns=2;s=…", "ns=2;s=…")) : meters;
  }

  /** What comes before the last part of a name: the device that the node belongs to. */
  private static String device(String node) {
    return node.replaceAll("[./|:_][^./|:_]*$", "");
  }

  private static String id(String device) {
    String id = device.replaceAll("^.*;[sigb]=", "").replaceAll("[^a-z0-9]+", "-");
    String trimmed = id.replaceAll("^-|-$", "");
    return trimmed.isEmpty() ? "meter" : trimmed.substring(0, Math.min(60, trimmed.length()));
  }

  private static String shown(Browser.Entry entry) {
    return entry.node().replaceAll("\\p{Cntrl}", " ");
  }
}

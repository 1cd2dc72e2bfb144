package org.zerofactory.hardware;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.schedule.ScheduleFault;

/** Finds the line of a plant file that a fault of the model comes from. */
final class PlantPlaces {

  private static final Map<String, String> LISTS =
      Map.of(
          "calendar", "calendars",
          "crew", "crews",
          "buffer", "buffers",
          "setup", "setups",
          "equipment", "equipment",
          "definition", "products",
          "flow-line", "flow-lines",
          "battery", "batteries",
          "flexible-load", "flexible-loads",
          "profile", "profiles");

  private PlantPlaces() {}

  /** The fault at the deepest place of the file that its id and field lead to. */
  static DataFault of(DataNode root, ScheduleFault fault) {
    String list = LISTS.getOrDefault(fault.kind(), "");
    List<DataNode> items = root.items(list);
    DataNode node =
        fault.field().equals("id")
            ? last(items, fault.id()).orElse(root)
            : first(items, fault.id()).orElse(root);
    for (String step : fault.field().split("\\.")) {
      Optional<DataNode> next = step(node, step);
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    String found = "\"" + fault.value() + "\"";
    return node.problem("expected " + fault.expected() + " but was " + found + " " + where(fault));
  }

  private static String where(ScheduleFault fault) {
    return "(" + fault.kind() + " " + fault.id() + ", " + fault.field() + ")";
  }

  private static Optional<DataNode> step(DataNode node, String step) {
    String key = kebab(step.replaceAll("\\[.*", ""));
    Optional<DataNode> child = node.find(key);
    return child.isPresent() ? child : first(node.items(), step);
  }

  /** {@code minutesPerUnit} is {@code minutes-per-unit} in a file. */
  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Optional<DataNode> first(List<DataNode> items, String id) {
    return items.stream().filter(item -> isCalled(item, id)).findFirst();
  }

  private static Optional<DataNode> last(List<DataNode> items, String id) {
    return items.stream().filter(item -> isCalled(item, id)).reduce((one, two) -> two);
  }

  private static boolean isCalled(DataNode item, String id) {
    return item.findText("id").or(() -> item.findText("name")).filter(id::equals).isPresent();
  }
}

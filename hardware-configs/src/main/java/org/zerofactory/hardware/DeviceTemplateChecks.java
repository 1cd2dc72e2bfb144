package org.zerofactory.hardware;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.Quantity.Kind;

/** Faults of meaning in a device template, beyond what its schema can say. */
final class DeviceTemplateChecks {

  private DeviceTemplateChecks() {}

  static void check(DataNode root, DataFaults faults) {
    var parameters = new TreeSet<>(root.entries("defaults").keySet());
    root.items("parameters").forEach(name -> name.asText().ifPresent(parameters::add));
    Map<String, DataNode> seen = new HashMap<>();
    for (DataNode point : root.items("points")) {
      point.find("node").ifPresent(node -> checkNode(node, parameters, faults));
      Optional<Quantity> quantity = point.findText("quantity").flatMap(Quantity::ofWord);
      quantity.ifPresent(
          known -> {
            checkOnce(point.get("quantity"), seen, faults);
            if (known.kind() == Kind.STATE) {
              checkState(point, faults);
            } else {
              checkMeasured(point, known, faults);
            }
          });
    }
  }

  private static void checkOnce(DataNode word, Map<String, DataNode> seen, DataFaults faults) {
    DataNode earlier = seen.putIfAbsent(word.text(), word);
    if (earlier != null) {
      String where = earlier.location();
      faults.add(word.fault("each quantity once, for " + where + " has this one already,"));
    }
  }

  private static void checkNode(DataNode node, Set<String> parameters, DataFaults faults) {
    Matcher found = DeviceTemplate.PARAMETER.matcher(node.asText().orElse(""));
    while (found.find()) {
      if (!parameters.contains(found.group(1))) {
        String known = String.join(", ", parameters);
        faults.add(node.fault("only parameters out of " + known + " in braces"));
        return;
      }
    }
    String text = node.asText().orElse("");
    boolean isOneParameter = DeviceTemplate.PARAMETER.matcher(text).matches();
    String example =
        isOneParameter ? "i=0" : DeviceTemplate.PARAMETER.matcher(text).replaceAll("0");
    if (example.indexOf('{') >= 0 || example.indexOf('}') >= 0) {
      faults.add(node.fault("braces in pairs"));
    } else if (!NodeIdText.isValid(example)) {
      faults.add(node.fault(NodeIdText.EXPECTED));
    }
  }

  private static void checkState(DataNode point, DataFaults faults) {
    if (point.find("states").isEmpty()) {
      faults.add(point.missing("states", "a mapping from the device's numbers to states"));
    }
    for (String key : List.of("unit", "scale", "span", "deadband")) {
      point
          .find(key)
          .ifPresent(node -> faults.add(node.problem("expected no " + key + " for state")));
    }
  }

  private static void checkMeasured(DataNode point, Quantity quantity, DataFaults faults) {
    List<String> units = UnitConversion.unitsOf(quantity);
    String expected = "one of " + String.join(", ", units) + " for " + quantity.word();
    if (point.find("unit").isEmpty()) {
      faults.add(point.missing("unit", expected));
    }
    Optional<String> unit =
        point
            .findText("unit")
            .filter(UnitConversion::isUnit) // the schema has refused other words already
            .filter(word -> !units.contains(word));
    unit.ifPresent(wrong -> faults.add(point.get("unit").fault(expected)));
    List<String> useless =
        quantity.isRegister() ? List.of("states", "deadband") : List.of("states", "span");
    for (String key : useless) {
      String problem = "expected no " + key + " for " + quantity.word();
      point.find(key).ifPresent(node -> faults.add(node.problem(problem)));
    }
    checkSpan(point, quantity, faults);
  }

  /** The register falls back by the span: if that is no whole stored unit, energy gets lost. */
  private static void checkSpan(DataNode point, Quantity quantity, DataFaults faults) {
    BigDecimal scale = point.findDecimal("scale").orElse(BigDecimal.ONE);
    Optional<BigDecimal> span = point.findDecimal("span");
    Optional<UnitConversion> conversion =
        point
            .findText("unit")
            .filter(unit -> scale.signum() > 0)
            .flatMap(unit -> UnitConversion.of(quantity, unit, scale));
    if (span.isEmpty() || conversion.isEmpty()) {
      return;
    }
    BigDecimal stored = span.get().multiply(conversion.get().factor()).stripTrailingZeros();
    boolean fits = stored.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    if (quantity.isRegister() && (stored.scale() > 0 || stored.signum() <= 0 || !fits)) {
      String expected = "a span that is a whole number of " + quantity.storedUnit();
      faults.add(point.get("span").fault(expected));
    }
  }
}

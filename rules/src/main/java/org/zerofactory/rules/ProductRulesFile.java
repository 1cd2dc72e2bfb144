package org.zerofactory.rules;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.product.AllocationKey;
import org.zerofactory.domain.product.AllocationRules;
import org.zerofactory.domain.product.ProductCatalogue;
import org.zerofactory.domain.product.ProductRules;
import org.zerofactory.domain.product.SharedLoad;

/** The parts of an accounts file about products: allocation keys and the catalogue. */
final class ProductRulesFile {

  private static final String ALLOCATION = "allocation";
  private static final String CATALOGUE = "product-catalogue";
  private static final String SHARED = "shared-loads";
  private static final String AIR = "air-litres-per-hour";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ProductRulesFile() {}

  static void check(DataNode root, DataFaults faults) {
    root.find(ALLOCATION).ifPresent(node -> checkAllocation(node, faults));
    root.find(CATALOGUE).ifPresent(node -> checkCatalogue(node, faults));
  }

  private static void checkAllocation(DataNode node, DataFaults faults) {
    Set<String> ids = new HashSet<>();
    Map<String, String> points = new HashMap<>();
    for (DataNode load : node.items(SHARED)) {
      String id = load.findText("id").orElse("");
      if (!ids.add(id)) {
        faults.add(load.get("id").fault("an id of its own"));
      }
      for (DataNode point : load.items("points")) {
        checkPoint(point, points, id, faults);
      }
      checkAir(node, load, faults);
    }
    if (isByAir(node, "rest") && node.entries(AIR).isEmpty()) {
      faults.add(node.missing(AIR, "the rates of machines without an air meter"));
    }
  }

  /** Two loads that count the same meter would divide it twice. */
  private static void checkPoint(
      DataNode point, Map<String, String> points, String load, DataFaults faults) {
    String text = point.asText().orElse("");
    String device = text.substring(0, Math.max(0, text.indexOf('/')));
    if (!device.isEmpty() && !text.equals(device + "/" + Quantity.ENERGY_IMPORT.word())) {
      faults.add(
          point.unknown(
              "a point of energy-import", List.of(device + "/" + Quantity.ENERGY_IMPORT.word())));
    }
    String other = points.putIfAbsent(text, load);
    if (other != null) {
      faults.add(point.fault("a point that no other load has, for " + other + " has this one,"));
    }
  }

  private static void checkAir(DataNode node, DataNode load, DataFaults faults) {
    if (isByAir(load, "key") && node.entries(AIR).isEmpty()) {
      faults.add(node.missing(AIR, "the rates of machines without an air meter"));
    }
  }

  private static boolean isByAir(DataNode owner, String key) {
    return owner.findText(key).equals(Optional.of(AllocationKey.AIR_VOLUME.word()));
  }

  private static void checkCatalogue(DataNode node, DataFaults faults) {
    Set<String> ids = new HashSet<>();
    for (DataNode product : node.items("products")) {
      if (!ids.add(product.findText("id").orElse(""))) {
        faults.add(product.get("id").fault("an id of its own"));
      }
      product
          .find("exempted-percent")
          .filter(percent -> decimal(percent).filter(of -> of.compareTo(HUNDRED) > 0).isPresent())
          .ifPresent(percent -> faults.add(percent.fault("at most 100")));
    }
  }

  private static Optional<BigDecimal> decimal(DataNode node) {
    return node.asText().filter(text -> text.matches("[0-9.]{1,20}")).map(BigDecimal::new);
  }

  static ProductRules read(DataNode root) {
    return new ProductRules(
        root.find(ALLOCATION).map(ProductRulesFile::allocation).orElse(AllocationRules.NONE),
        root.find(CATALOGUE).map(ProductRulesFile::catalogue));
  }

  private static AllocationRules allocation(DataNode node) {
    Map<String, Long> air = new HashMap<>();
    node.entries(AIR).forEach((machine, rate) -> air.put(machine, rate.wholeNumber()));
    return new AllocationRules(
        node.items(SHARED).stream().map(ProductRulesFile::sharedLoad).toList(),
        key(node, "rest"),
        node.find("state-power").map(ProductRulesFile::statePower).orElse(Map.of()),
        air);
  }

  private static Map<MachineState, Long> statePower(DataNode node) {
    Map<MachineState, Long> power = new EnumMap<>(MachineState.class);
    power.put(MachineState.RUNNING, node.get("running").wholeNumber());
    power.put(MachineState.SETUP, node.get("set-up").wholeNumber());
    power.put(MachineState.IDLE, node.get("idle").wholeNumber());
    power.put(MachineState.STOPPED, node.get("stopped").wholeNumber());
    power.put(MachineState.DOWN, node.get("down").wholeNumber());
    return power;
  }

  private static SharedLoad sharedLoad(DataNode node) {
    return new SharedLoad(
        node.text("id"),
        node.text("name"),
        texts(node, "points"),
        key(node, "key"),
        texts(node, "machines"));
  }

  private static AllocationKey key(DataNode node, String field) {
    return AllocationKey.ofWord(node.text(field)).orElseThrow();
  }

  private static ProductCatalogue catalogue(DataNode node) {
    return new ProductCatalogue(
        node.text("company"),
        texts(node, "company-ids"),
        texts(node, "standards"),
        texts(node, "characterization"),
        node.findText("subdivision"),
        node.items("products").stream().map(ProductRulesFile::product).toList());
  }

  private static ProductCatalogue.Entry product(DataNode node) {
    DataNode quality = node.get("data-quality");
    return new ProductCatalogue.Entry(
        node.text("id"),
        node.text("name"),
        node.text("description"),
        texts(node, "ids"),
        texts(node, "classifications"),
        new BigDecimal(node.text("mass-kg")),
        new BigDecimal(node.text("fossil-carbon-kg")),
        new BigDecimal(node.text("exempted-percent")),
        node.text("exempted-description"),
        node.text("boundary"),
        new ProductCatalogue.Quality(
            new BigDecimal(quality.text("technological")),
            new BigDecimal(quality.text("geographical")),
            new BigDecimal(quality.text("temporal"))));
  }

  private static List<String> texts(DataNode node, String key) {
    return node.items(key).stream().map(DataNode::text).toList();
  }
}

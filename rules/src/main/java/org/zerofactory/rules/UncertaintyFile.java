package org.zerofactory.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.inventory.Uncertainties;
import org.zerofactory.domain.uncertainty.MeterUncertainty;

/** What an accounts file says of doubts: stated in percent, or by the classes of a meter. */
final class UncertaintyFile {

  private static final String CLASSES = "meter-classes";
  private static final String PERCENTS = "uncertainty-percent";
  private static final List<String> DEVICES =
      List.of("meter", "current-transformer", "voltage-transformer");

  private UncertaintyFile() {}

  /** A meter's doubt is stated once: by its classes, or in percent. */
  static void check(DataNode root, DataFaults faults) {
    Map<String, DataNode> stated = activities(root);
    root.entries(CLASSES)
        .forEach(
            (meter, classes) -> {
              if (stated.containsKey(meter)) {
                String where = stated.get(meter).location();
                faults.add(
                    classes.problem(
                        "expected the uncertainty of "
                            + meter
                            + " once, but "
                            + where
                            + " states it in percent"));
              }
            });
  }

  /** An activity's name is a source category, or else a meter or the subject of entries. */
  static Uncertainties read(DataNode root) {
    Map<String, BigDecimal> sources = new TreeMap<>();
    Map<SourceCategory, BigDecimal> categories = new TreeMap<>();
    Map<String, BigDecimal> series = new TreeMap<>();
    activities(root)
        .forEach(
            (name, percent) ->
                SourceCategory.ofWord(name)
                    .ifPresentOrElse(
                        category -> categories.put(category, percent(percent)),
                        () -> sources.put(name, percent(percent))));
    root.entries(CLASSES).forEach((meter, classes) -> sources.put(meter, ofClasses(classes)));
    root.find(PERCENTS)
        .ifPresent(
            node ->
                node.entries("factor")
                    .forEach((name, percent) -> series.put(name, percent(percent))));
    return new Uncertainties(sources, categories, series);
  }

  private static Map<String, DataNode> activities(DataNode root) {
    return root.find(PERCENTS).map(node -> node.entries("activity")).orElse(Map.of());
  }

  private static BigDecimal ofClasses(DataNode classes) {
    return MeterUncertainty.ofClasses(
        DEVICES.stream()
            .flatMap(device -> classes.findText(device).stream())
            .toArray(String[]::new));
  }

  private static BigDecimal percent(DataNode node) {
    return new BigDecimal(node.text());
  }
}

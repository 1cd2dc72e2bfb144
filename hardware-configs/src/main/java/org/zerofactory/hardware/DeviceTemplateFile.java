package org.zerofactory.hardware;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.Quantity;

/** One template file: the template and the tree that it came from. */
record DeviceTemplateFile(DeviceTemplate template, DataNode tree) {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(
          DeviceTemplateFile.class, "/hardware-configs/schema/device-template.schema.json");

  private static final double DEFAULT_SAMPLING_SECONDS = 1;

  /** Empty, with faults added, if anything is wrong. */
  static Optional<DeviceTemplateFile> read(DataSource source, DataFaults faults) {
    var own = new DataFaults();
    Optional<DataNode> tree = DataFile.read(source, SCHEMA, own);
    tree.ifPresent(root -> DeviceTemplateChecks.check(root, own));
    own.sorted().forEach(faults::add);
    return own.isEmpty()
        ? tree.map(root -> new DeviceTemplateFile(template(root), root))
        : Optional.empty();
  }

  private static DeviceTemplate template(DataNode root) {
    var defaults = new LinkedHashMap<String, String>();
    root.entries("defaults").forEach((name, value) -> defaults.put(name, value.text()));
    DataNode source = root.get("source");
    return new DeviceTemplate(
        root.text("device"),
        root.text("name"),
        root.text("kind"),
        root.items("parameters").stream().map(DataNode::text).toList(),
        defaults,
        source.text("document"),
        source.text("page"),
        source.get("checked").flag(),
        root.items("points").stream().map(DeviceTemplateFile::point).toList());
  }

  private static TemplatePoint point(DataNode node) {
    Map<Integer, MachineState> states = new LinkedHashMap<>();
    node.entries("states")
        .forEach((number, word) -> states.put(Integer.valueOf(number), state(word)));
    OptionalLong span = node.find("span").stream().mapToLong(DataNode::wholeNumber).findFirst();
    OptionalDouble deadband =
        node.findDecimal("deadband").stream().mapToDouble(BigDecimal::doubleValue).findFirst();
    return new TemplatePoint(
        Quantity.ofWord(node.text("quantity")).orElseThrow(),
        node.text("node"),
        node.findText("unit"),
        node.findDecimal("scale").orElse(BigDecimal.ONE),
        span,
        node.findDecimal("sampling-seconds")
            .map(BigDecimal::doubleValue)
            .orElse(DEFAULT_SAMPLING_SECONDS),
        deadband,
        states);
  }

  private static MachineState state(DataNode word) {
    return MachineState.valueOf(word.text());
  }
}

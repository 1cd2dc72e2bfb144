package org.zerofactory.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.factor.Blend;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.CoalCoefficient.Convention;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.factor.WarmingPotential;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/**
 * One file of a factor set: what it says, and where.
 *
 * @param nodes the value that each id came from
 */
record FactorSetFile(FactorSet set, DataNode tree, Map<String, DataNode> nodes) {

  private static final DataSchema KIND = schema("factor-set");
  private static final Map<String, DataSchema> KINDS =
      Map.of(
          "emission-factors", schema("emission-factor"),
          "warming-potentials", schema("warming-potential"),
          "coal-equivalents", schema("coal-equivalent"));

  private static final Ratio KILOGRAM_IN_GRAMS = Ratio.of(1_000, 1);

  private static DataSchema schema(String name) {
    return DataSchema.packaged(FactorSetFile.class, "/rules/schema/" + name + ".schema.json");
  }

  /** Empty, with faults added, if anything is wrong. */
  static Optional<FactorSetFile> read(DataSource source, DataFaults faults) {
    var own = new DataFaults();
    Optional<FactorSetFile> file =
        DataFile.read(source, KIND, own)
            .filter(any -> own.isEmpty())
            .flatMap(any -> any.findText("kind"))
            .flatMap(kind -> ofKind(source, kind, own));
    own.sorted().forEach(faults::add);
    return own.isEmpty() ? file : Optional.empty();
  }

  private static Optional<FactorSetFile> ofKind(DataSource source, String kind, DataFaults own) {
    DataSchema schema = KINDS.get(kind);
    if (schema == null) {
      return Optional.empty();
    }
    return DataFile.read(source, schema, own)
        .map(
            root ->
                switch (kind) {
                  case "emission-factors" -> factors(root, own);
                  case "warming-potentials" -> potentials(root, own);
                  default -> coal(root, own);
                });
  }

  private static FactorSetFile factors(DataNode root, DataFaults faults) {
    var values = new FactorValues(root, faults);
    List<Factor> factors = new ArrayList<>();
    Map<String, Blend> blends = new HashMap<>();
    Map<String, FuelProperties> fuels = new HashMap<>();
    Map<String, DataNode> nodes = new HashMap<>();
    for (DataNode node : root.items("values")) {
      refuseDoubleId(node, nodes, faults);
      for (FactorValues.Read read : values.read(node)) {
        Factor factor = read.factor();
        factors.add(factor);
        nodes.put(factor.id(), node);
        read.masses().fuel().ifPresent(fuel -> fuels.put(factor.id(), fuel));
        if (!read.masses().shares().isEmpty()) {
          blends.put(factor.id(), new Blend(factor.id(), factor.name(), read.masses().shares()));
        }
      }
    }
    return new FactorSetFile(set(root, factors, blends, fuels, List.of(), List.of()), root, nodes);
  }

  private static void refuseDoubleId(
      DataNode node, Map<String, DataNode> nodes, DataFaults faults) {
    Optional<String> id = node.findText("id");
    if (id.isPresent()) {
      DataNode earlier = nodes.putIfAbsent(id.get(), node);
      if (earlier != null) {
        faults.add(FactorSetChecks.doubleId(node, earlier));
      }
    }
  }

  private static FactorSetFile potentials(DataNode root, DataFaults faults) {
    List<WarmingPotential> potentials = new ArrayList<>();
    Set<Gas> seen = new HashSet<>();
    for (DataNode node : root.items("values")) {
      Optional<Gas> gas =
          node.findText("gas").flatMap(word -> FactorMasses.gas(word, node.get("gas"), faults));
      Optional<Ratio> value = node.findDecimal("value").map(Ratio::of);
      if (gas.filter(found -> !seen.add(found)).isPresent()) {
        faults.add(node.get("gas").fault("each gas once"));
      }
      if (value.filter(found -> found.signum() <= 0).isPresent()) {
        faults.add(node.get("value").fault("a potential above 0"));
      } else if (gas.isPresent() && value.isPresent()) {
        verification(root, node)
            .ifPresent(
                checked ->
                    potentials.add(
                        new WarmingPotential(
                            gas.get(),
                            value.get(),
                            FactorValues.citation(root, node),
                            checked,
                            FactorValues.note(root, node))));
      }
    }
    return new FactorSetFile(
        set(root, List.of(), Map.of(), Map.of(), potentials, List.of()), root, Map.of());
  }

  private static FactorSetFile coal(DataNode root, DataFaults faults) {
    List<CoalCoefficient> coal = new ArrayList<>();
    Map<String, DataNode> nodes = new HashMap<>();
    for (DataNode node : root.items("values")) {
      refuseDoubleId(node, nodes, faults);
      Optional<Ratio> value = node.findDecimal("value").map(Ratio::of);
      Optional<Unit> unit =
          node.findText("unit")
              .map(word -> word.substring(word.indexOf('/') + 1))
              .flatMap(Unit::ofWord);
      Optional<Verification> checked = verification(root, node);
      if (value.filter(found -> found.signum() <= 0).isPresent()) {
        faults.add(node.get("value").fault("a coefficient above 0"));
      } else if (value.isPresent() && unit.isPresent() && checked.isPresent()) {
        coal.add(coefficient(root, node, value.get(), unit.get(), checked.get()));
      }
    }
    return new FactorSetFile(
        set(root, List.of(), Map.of(), Map.of(), List.of(), coal), root, nodes);
  }

  private static CoalCoefficient coefficient(
      DataNode root, DataNode node, Ratio value, Unit unit, Verification checked) {
    boolean isInput = node.findText("convention").filter("input-equal"::equals).isPresent();
    String id = node.findText("id").orElse("");
    return new CoalCoefficient(
        id,
        node.findText("name").orElse(id),
        node.findText("carrier").orElse(""),
        isInput ? Convention.INPUT_EQUAL : Convention.ENERGY_EQUAL,
        node.findDecimal("data-year").map(Number::intValue).orElse(0),
        unit.base(),
        value.times(KILOGRAM_IN_GRAMS).dividedBy(Ratio.of(unit.multiple())),
        FactorValues.citation(root, node),
        checked,
        FactorValues.note(root, node));
  }

  private static Optional<Verification> verification(DataNode root, DataNode node) {
    return node.findText("verification")
        .or(() -> root.findText("verification"))
        .flatMap(Verification::ofWord);
  }

  private static FactorSet set(
      DataNode root,
      List<Factor> factors,
      Map<String, Blend> blends,
      Map<String, FuelProperties> fuels,
      List<WarmingPotential> potentials,
      List<CoalCoefficient> coal) {
    return new FactorSet(
        root.findText("set").orElse(""),
        root.findText("edition").orElse(""),
        root.findText("title").orElse(""),
        root.findText("publisher").orElse(""),
        root.findText("document").orElse(""),
        root.findText("published").orElse(""),
        CanonicalContent.sha256(root),
        factors,
        blends,
        fuels,
        potentials,
        coal);
  }
}

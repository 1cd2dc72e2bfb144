package org.zerofactory.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.factor.Factor;

/** What must hold between the values of all files; each fault names both places. */
final class FactorSetChecks {

  /** A factor and where it stands. */
  private record Placed(Factor factor, DataNode node) {

    DataNode id() {
      return node.get("id");
    }
  }

  private final DataFaults faults;
  private final Map<String, Placed> byId = new HashMap<>();

  private FactorSetChecks(DataFaults faults) {
    this.faults = faults;
  }

  static void check(List<FactorSetFile> files, DataFaults faults) {
    var checks = new FactorSetChecks(faults);
    checkOnce(files, "set", file -> file.set().id(), faults);
    checkOnce(
        files.stream().filter(file -> !file.set().potentials().isEmpty()).toList(),
        "edition",
        file -> file.set().edition(),
        faults);
    Map<String, List<Placed>> series = checks.series(files);
    checks.checkCoalIds(files);
    for (List<Placed> factors : series.values()) {
      checks.checkSameKind(factors);
      factors.forEach(checks::checkReplaces);
      checks.checkOverlaps(factors);
    }
  }

  static DataFault doubleId(DataNode node, DataNode earlier) {
    return node.get("id")
        .fault("an id of its own, for " + earlier.location() + " has this one already,");
  }

  private static void checkOnce(
      List<FactorSetFile> files,
      String key,
      Function<FactorSetFile, String> word,
      DataFaults faults) {
    Map<String, FactorSetFile> seen = new HashMap<>();
    for (FactorSetFile file : files) {
      FactorSetFile earlier = seen.putIfAbsent(word.apply(file), file);
      if (earlier != null) {
        String where = earlier.tree().get(key).location();
        faults.add(
            file.tree()
                .get(key)
                .fault("a " + key + " of its own, for " + where + " has this one already,"));
      }
    }
  }

  private Map<String, List<Placed>> series(List<FactorSetFile> files) {
    Map<String, List<Placed>> series = new HashMap<>();
    for (FactorSetFile file : files) {
      for (Factor factor : file.set().factors()) {
        Optional<DataNode> node = Optional.ofNullable(file.nodes().get(factor.id()));
        Placed placed = new Placed(factor, node.orElse(file.tree()));
        Placed earlier = byId.putIfAbsent(factor.id(), placed);
        if (earlier != null) {
          faults.add(doubleId(placed.node(), earlier.node()));
        } else {
          series.computeIfAbsent(factor.series(), id -> new ArrayList<>()).add(placed);
        }
      }
    }
    return series;
  }

  private void checkCoalIds(List<FactorSetFile> files) {
    Map<String, DataNode> seen = new HashMap<>();
    byId.forEach((id, placed) -> seen.put(id, placed.node()));
    for (FactorSetFile file : files) {
      file.set()
          .coal()
          .forEach(
              coal -> {
                Optional<DataNode> node = Optional.ofNullable(file.nodes().get(coal.id()));
                node.map(place -> seen.putIfAbsent(coal.id(), place))
                    .ifPresent(earlier -> faults.add(doubleId(node.orElseThrow(), earlier)));
              });
    }
  }

  private void checkSameKind(List<Placed> factors) {
    Placed first = factors.get(0);
    for (Placed other : factors) {
      same(first, other, "use", factor -> factor.key().use());
      same(first, other, "region", factor -> factor.key().region());
      same(first, other, "gas-basis", factor -> factor.key().gasBasis().word());
      same(first, other, "boundary", factor -> factor.key().boundary().word());
      same(first, other, "unit", factor -> "per " + factor.per().word());
    }
  }

  private void same(Placed first, Placed other, String what, Function<Factor, String> reader) {
    String expected = reader.apply(first.factor());
    String found = reader.apply(other.factor());
    if (!expected.equals(found)) {
      faults.add(
          other
              .id()
              .problem(
                  "expected "
                      + what
                      + " \""
                      + expected
                      + "\" as the rest of series "
                      + first.factor().series()
                      + " ("
                      + first.id().location()
                      + ") but was \""
                      + found
                      + "\""));
    }
  }

  private void checkReplaces(Placed placed) {
    Optional<String> id = placed.node().findText("replaces");
    if (id.isEmpty()) {
      return;
    }
    Optional<Placed> old = Optional.ofNullable(byId.get(id.get()));
    DataNode node = placed.node().get("replaces");
    if (old.isEmpty()) {
      faults.add(node.unknown("an id that is replaced", byId.keySet()));
      return;
    }
    Factor before = old.get().factor();
    if (!before.series().equals(placed.factor().series())) {
      faults.add(node.fault("an id of series " + placed.factor().series()));
    } else if (before.source().published().compareTo(placed.factor().source().published()) >= 0) {
      faults.add(
          node.fault(
              "an id that was published before "
                  + placed.factor().source().published()
                  + " (it is of "
                  + before.source().published()
                  + ")"));
    }
  }

  private void checkOverlaps(List<Placed> factors) {
    List<Placed> sorted =
        factors.stream()
            .sorted(Comparator.comparing(placed -> placed.factor().validity().start()))
            .toList();
    List<Placed> open = new ArrayList<>();
    for (Placed placed : sorted) {
      open.removeIf(earlier -> !earlier.factor().validity().overlaps(placed.factor().validity()));
      for (Placed earlier : open) {
        if (!replaces(placed, earlier) && !replaces(earlier, placed)) {
          faults.add(
              placed
                  .id()
                  .problem(
                      "expected no overlap of validity within series "
                          + placed.factor().series()
                          + " but "
                          + earlier.id().location()
                          + " is valid at the same time; a correction says which id it replaces"));
        }
      }
      open.add(placed);
    }
  }

  /** Whether the one replaces the other, be it by others between them. */
  private boolean replaces(Placed one, Placed other) {
    Optional<Placed> at = Optional.of(one);
    for (int steps = 0; at.isPresent() && steps <= byId.size(); steps++) {
      Optional<Placed> next =
          at.get().node().findText("replaces").flatMap(id -> Optional.ofNullable(byId.get(id)));
      if (next.filter(found -> found.equals(other)).isPresent()) {
        return true;
      }
      at = next.filter(found -> !found.equals(one));
    }
    return false;
  }
}

package org.zerofactory.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.certification.Clause;
import org.zerofactory.domain.certification.Criterion;
import org.zerofactory.domain.certification.FactMeasure;
import org.zerofactory.domain.certification.Level;
import org.zerofactory.domain.certification.Scheme;
import org.zerofactory.domain.certification.Wording;
import org.zerofactory.domain.factor.Verification;

/** One scheme file: schema, ids, every expression, and what levels need. */
final class SchemeFile {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(SchemeFile.class, "/rules/schema/certification-scheme.schema.json");

  /** Clauses within clauses: standards nest three deep. */
  private static final int MAXIMUM_DEPTH = 6;

  private final DataNode root;
  private final DataFaults faults;
  private final Map<String, DataNode> ids = new HashMap<>();

  private SchemeFile(DataNode root, DataFaults faults) {
    this.root = root;
    this.faults = faults;
  }

  /** The scheme with the place of its id; empty with faults if anything is wrong. */
  static Optional<Read> read(DataSource source, DataFaults faults) {
    var own = new DataFaults();
    Optional<DataNode> tree = DataFile.read(source, SCHEMA, own);
    Optional<Scheme> scheme =
        own.isEmpty() ? tree.map(root -> new SchemeFile(root, own).scheme()) : Optional.empty();
    own.sorted().forEach(faults::add);
    return own.isEmpty()
        ? scheme.map(read -> new Read(read, tree.orElseThrow().get("scheme")))
        : Optional.empty();
  }

  /** A scheme and where its id stands. */
  record Read(Scheme scheme, DataNode id) {}

  /** Adds faults; the scheme is of use only if there are none. */
  private Scheme scheme() {
    List<Clause> clauses = clauses(root, 1);
    List<Level> levels = root.get("levels").items().stream().map(this::level).toList();
    checkLevelIds();
    return faults.isEmpty() ? build(clauses, levels) : build(List.of(), List.of());
  }

  private Scheme build(List<Clause> clauses, List<Level> levels) {
    return new Scheme(
        root.text("scheme"),
        wording(root.get("title")),
        root.text("issuer"),
        root.text("edition"),
        wording(root.get("note")),
        root.text("source"),
        verification(root),
        clauses,
        levels);
  }

  private List<Clause> clauses(DataNode owner, int depth) {
    List<Clause> clauses = new ArrayList<>();
    for (DataNode node : items(owner, "clauses")) {
      if (depth > MAXIMUM_DEPTH) {
        faults.add(node.problem("expected at most " + MAXIMUM_DEPTH + " levels of clauses"));
        return clauses;
      }
      clauses.add(
          new Clause(
              node.text("id"),
              wording(node.get("title")),
              items(node, "criteria").stream().map(this::criterion).toList(),
              clauses(node, depth + 1)));
    }
    return clauses;
  }

  private Criterion criterion(DataNode node) {
    DataNode id = node.get("id");
    DataNode same = ids.putIfAbsent(id.text(), id);
    if (same != null) {
      faults.add(id.fault("an id of its own, for " + same.location() + " has this one already,"));
    }
    if (node.find("distance").isPresent() && node.find("met").isEmpty()) {
      faults.add(node.missing("met", "a condition, because a distance is to a condition,"));
    }
    if (node.find("met").isEmpty()
        && node.find("evidence").isEmpty()
        && node.find("value").isEmpty()) {
      faults.add(node.missing("met", "a condition, evidence or a value to show"));
    }
    return new Criterion(
        id.text(),
        node.findText("clause").orElse(""),
        wording(node.get("text")),
        FactVocabulary.condition(node, "applies", faults),
        FactVocabulary.condition(node, "met", faults),
        measure(node, "distance"),
        measure(node, "value"),
        items(node, "evidence").stream().map(DataNode::text).toList(),
        node.find("points").map(DataNode::wholeNumber).orElse(0L),
        node.flag("gate", false),
        wording(node.get("next")),
        source(node),
        verification(node));
  }

  private Optional<FactMeasure> measure(DataNode owner, String key) {
    return owner
        .find(key)
        .flatMap(
            node ->
                FactVocabulary.whole(node.get("expression"), node.text("unit"), faults)
                    .map(expression -> new FactMeasure(expression, node.text("unit"))));
  }

  private Level level(DataNode node) {
    List<DataNode> needed = items(node, "criteria");
    for (DataNode id : needed) {
      if (!ids.containsKey(id.text())) {
        faults.add(id.unknown("the id of a criterion of this scheme", ids.keySet()));
      }
    }
    return new Level(
        node.text("id"),
        wording(node.get("title")),
        node.find("points").map(DataNode::wholeNumber),
        needed.stream().map(DataNode::text).toList(),
        node.get("complete").flag(),
        source(node),
        verification(node));
  }

  private void checkLevelIds() {
    Map<String, DataNode> seen = new HashMap<>();
    for (DataNode level : root.get("levels").items()) {
      DataNode id = level.get("id");
      DataNode same = seen.putIfAbsent(id.text(), id);
      if (same != null) {
        faults.add(id.fault("an id of its own, for " + same.location() + " has this one already,"));
      }
    }
  }

  /** Its own, else the scheme's. */
  private String source(DataNode node) {
    return node.findText("source").orElseGet(() -> root.text("source"));
  }

  private static List<DataNode> items(DataNode owner, String key) {
    return owner.find(key).map(DataNode::items).orElse(List.of());
  }

  private static Wording wording(DataNode node) {
    return new Wording(node.text("en"), node.text("zh"));
  }

  private static Verification verification(DataNode node) {
    return Verification.ofWord(node.text("verification")).orElseThrow();
  }
}

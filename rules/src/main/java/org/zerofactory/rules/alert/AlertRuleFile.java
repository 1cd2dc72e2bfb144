package org.zerofactory.rules.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.datafile.NearestWord;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.waste.FeatureNames;
import org.zerofactory.domain.waste.WasteScope;
import org.zerofactory.rules.expression.Expression;
import org.zerofactory.rules.expression.ValueType;
import org.zerofactory.rules.expression.Vocabulary;
import org.zerofactory.rules.expression.Wanted;

/** Reads one rule file. */
final class AlertRuleFile {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(AlertRuleFile.class, "/rules/schema/alert-rule.schema.json");

  private AlertRuleFile() {}

  /** Empty, with faults added, if anything is wrong. */
  static Optional<AlertRule> read(DataSource source, DataFaults faults) {
    var own = new DataFaults();
    Optional<DataNode> tree = DataFile.read(source, SCHEMA, own);
    Optional<AlertRule> rule =
        own.isEmpty() ? tree.flatMap(root -> rule(root, own)) : Optional.empty();
    own.sorted().forEach(faults::add);
    return own.isEmpty() ? rule : Optional.empty();
  }

  private static Optional<AlertRule> rule(DataNode root, DataFaults faults) {
    WasteScope scope = WasteScope.valueOf(root.text("scope").toUpperCase(Locale.ROOT));
    Optional<Vocabulary> words = vocabulary(scope, root.entries("parameters"), faults);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<Expression> condition =
        expression(root.get("condition"), words.get(), Wanted.of(ValueType.BOOL), faults);
    Optional<Expression> waste =
        root.find("waste-wh")
            .flatMap(
                node -> expression(node, words.get(), new Wanted(ValueType.NUMBER, "Wh"), faults));
    AlertText text = text(root.get("text"), words.get(), faults);
    AlertText advice = text(root.get("advice"), words.get(), faults);
    return condition.map(
        compiled ->
            new AlertRule(
                root.text("id"),
                root.integer("version"),
                scope,
                Alarm.Severity.valueOf(root.text("severity").toUpperCase(Locale.ROOT)),
                parameters(root),
                compiled,
                waste,
                root.integer("raise-after"),
                root.integer("clear-after"),
                text,
                advice));
  }

  private static Optional<Expression> expression(
      DataNode node, Vocabulary words, Wanted wanted, DataFaults faults) {
    return Expression.compile(node.text(), words, wanted, node, faults);
  }

  private static Map<String, Optional<Double>> parameters(DataNode root) {
    var parameters = new HashMap<String, Optional<Double>>();
    root.entries("parameters")
        .forEach(
            (name, node) ->
                parameters.put(name, node.findDecimal("value").map(Number::doubleValue)));
    return parameters;
  }

  /** The scope's features, the constants, and the rule's own parameters. */
  private static Optional<Vocabulary> vocabulary(
      WasteScope scope, Map<String, DataNode> parameters, DataFaults faults) {
    var names = new ArrayList<Vocabulary.Name>();
    FeatureNames.of(scope).forEach(feature -> names.add(name(feature)));
    FeatureNames.constants().forEach(feature -> names.add(name(feature)));
    List<String> taken = names.stream().map(Vocabulary.Name::name).toList();
    boolean sound = true;
    for (Map.Entry<String, DataNode> parameter : parameters.entrySet()) {
      DataNode unit = parameter.getValue().get("unit");
      try {
        if (taken.contains(parameter.getKey())) {
          throw new IllegalArgumentException("expected a name that is no feature of the scope");
        }
        names.add(new Vocabulary.Name(parameter.getKey(), ValueType.NUMBER, unit.text()));
      } catch (IllegalArgumentException wrong) {
        faults.add(unit.problem(parameter.getKey() + ": " + wrong.getMessage()));
        sound = false;
      }
    }
    return sound ? Optional.of(Vocabulary.of(names)) : Optional.empty();
  }

  private static Vocabulary.Name name(FeatureNames.Feature feature) {
    ValueType type =
        switch (feature.kind()) {
          case NUMBER -> ValueType.NUMBER;
          case TEXT -> ValueType.TEXT;
          case FLAG -> ValueType.BOOL;
        };
    return new Vocabulary.Name(feature.name(), type, feature.unit());
  }

  private static AlertText text(DataNode node, Vocabulary words, DataFaults faults) {
    for (String language : List.of("en", "zh")) {
      DataNode sentence = node.get(language);
      if (AlertText.hasBrokenPlace(sentence.text())) {
        faults.add(sentence.fault("values in the form {power_kw:1} or {share:%}"));
      }
      for (String name : AlertText.names(sentence.text())) {
        if (!name.equals("subject") && words.find(name).isEmpty()) {
          faults.add(
              sentence.problem(
                  "expected a name of the scope or a parameter but was \""
                      + name
                      + "\""
                      + NearestWord.proposal(name, words.names())));
        }
      }
    }
    return new AlertText(node.text("en"), node.text("zh"));
  }
}

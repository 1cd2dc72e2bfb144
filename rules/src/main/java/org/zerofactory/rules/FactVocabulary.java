package org.zerofactory.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.certification.CertificationFacts;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.FactExpression;
import org.zerofactory.domain.certification.FactType;
import org.zerofactory.rules.expression.Expression;
import org.zerofactory.rules.expression.Outcome;
import org.zerofactory.rules.expression.ValueType;
import org.zerofactory.rules.expression.Vocabulary;
import org.zerofactory.rules.expression.Wanted;

/** The facts of certification as names of expressions, and constants that change a unit. */
final class FactVocabulary {

  /** A number that turns one unit into another. */
  private record Constant(String name, String unit, long value) {}

  private static final List<Constant> CONSTANTS =
      List.of(
          new Constant("ug_per_kg", "ug/kg", 1_000_000_000L),
          new Constant("ppm_per_whole", "ppm", 1_000_000L),
          new Constant("fen_per_wanyuan", "fen/wanyuan", 1_000_000L));

  private static final Vocabulary NAMES =
      Vocabulary.of(
          Stream.concat(
                  Arrays.stream(Fact.values()).map(FactVocabulary::name),
                  CONSTANTS.stream()
                      .map(
                          constant ->
                              new Vocabulary.Name(
                                  constant.name(), ValueType.WHOLE, constant.unit())))
              .toList());

  private FactVocabulary() {}

  /** The condition below a key; empty with faults if it is wrong, without if there is none. */
  static Optional<FactExpression<Boolean>> condition(
      DataNode owner, String key, DataFaults faults) {
    return owner
        .find(key)
        .flatMap(node -> compile(node, Wanted.of(ValueType.BOOL), faults))
        .map(expression -> bound(expression, Boolean.class));
  }

  /** A whole number in the unit; empty with faults if it is wrong. */
  static Optional<FactExpression<Long>> whole(DataNode node, String unit, DataFaults faults) {
    return compile(node, new Wanted(ValueType.WHOLE, unit), faults)
        .map(expression -> bound(expression, Long.class));
  }

  private static Optional<Expression> compile(DataNode node, Wanted wanted, DataFaults faults) {
    return node.asText().flatMap(text -> Expression.compile(text, NAMES, wanted, node, faults));
  }

  private static <T> FactExpression<T> bound(Expression expression, Class<T> type) {
    return new FactExpression<>(
        expression.text(),
        expression.names().stream()
            .flatMap(name -> Fact.ofWord(name).stream())
            .collect(Collectors.toSet()),
        facts -> value(expression, facts, type));
  }

  /**
   * @throws ArithmeticException if the result does not fit into whole numbers
   */
  private static <T> T value(Expression expression, CertificationFacts facts, Class<T> type) {
    Map<String, Object> values = new HashMap<>();
    facts.values().forEach((fact, value) -> values.put(fact.word(), value));
    CONSTANTS.forEach(constant -> values.put(constant.name(), constant.value()));
    Outcome outcome = expression.evaluate(values);
    if (outcome instanceof Outcome.Known known) {
      return type.cast(known.value());
    }
    throw new ArithmeticException(expression.text() + ": " + outcome);
  }

  private static Vocabulary.Name name(Fact fact) {
    return fact.type() == FactType.FLAG
        ? new Vocabulary.Name(fact.word(), ValueType.BOOL, "")
        : new Vocabulary.Name(fact.word(), ValueType.WHOLE, fact.unit());
  }
}

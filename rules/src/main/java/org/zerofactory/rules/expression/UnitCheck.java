package org.zerofactory.rules.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Goes through an expression and refuses sums and comparisons of different units. */
final class UnitCheck {

  private static final Set<String> ALIKE =
      Set.of("_+_", "_-_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "_%_", "min", "max");
  private static final Set<String> KEEPS = Set.of("_+_", "_-_", "_%_", "min", "max");
  private static final Set<String> PASSES_ON = Set.of("-_", "abs", "double", "int");
  private static final Map<String, String> WORDS =
      Map.of("_+_", "added to", "_-_", "less", "min", "the lesser of", "max", "the greater of");

  private final Map<String, Vocabulary.Name> names;
  private final Map<String, MeasureUnit> loopNames = new HashMap<>();
  private final BiConsumer<CelExpr, String> faults;

  /**
   * @param faults takes the place and what is wrong there
   */
  UnitCheck(Vocabulary vocabulary, BiConsumer<CelExpr, String> faults) {
    this.names = vocabulary.byName();
    this.faults = faults;
  }

  MeasureUnit check(CelAbstractSyntaxTree tree) {
    return unit(tree.getExpr());
  }

  private MeasureUnit unit(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> MeasureUnit.LITERAL;
      case IDENT -> named(expression.ident().name());
      case SELECT -> unit(expression.select().operand());
      case CALL -> call(expression);
      case LIST -> together(expression, expression.list().elements());
      case MAP ->
          together(
              expression, expression.map().entries().stream().map(entry -> entry.value()).toList());
      case COMPREHENSION -> loop(expression);
      default -> MeasureUnit.OPEN;
    };
  }

  private MeasureUnit named(String name) {
    MeasureUnit inLoop = loopNames.get(name);
    if (inLoop != null) {
      return inLoop;
    }
    Vocabulary.Name known = names.get(name);
    return known == null || known.unit().isEmpty()
        ? MeasureUnit.OPEN
        : MeasureUnit.of(known.unit());
  }

  private MeasureUnit call(CelExpr expression) {
    String function = expression.call().function();
    List<CelExpr> arguments = expression.call().args();
    expression.call().target().ifPresent(this::unit);
    if (function.equals("_?_:_")) {
      unit(arguments.get(0));
      return together(expression, arguments.subList(1, 3));
    }
    if (function.equals("_[_]")) {
      unit(arguments.get(1));
      return unit(arguments.get(0));
    }
    if (function.equals("_*_") || function.equals("_/_")) {
      MeasureUnit one = unit(arguments.get(0));
      return one.combined(unit(arguments.get(1)), function.equals("_*_") ? 1 : -1);
    }
    if (ALIKE.contains(function)) {
      MeasureUnit unit = together(expression, arguments);
      return KEEPS.contains(function) ? unit : MeasureUnit.OPEN;
    }
    if (PASSES_ON.contains(function)) {
      return unit(arguments.get(0));
    }
    arguments.forEach(this::unit);
    return function.equals("size") ? MeasureUnit.ONE : MeasureUnit.OPEN;
  }

  private MeasureUnit together(CelExpr expression, List<CelExpr> parts) {
    MeasureUnit unit = MeasureUnit.LITERAL;
    for (CelExpr part : parts) {
      MeasureUnit found = unit(part);
      Optional<MeasureUnit> both = unit.alike(found);
      if (both.isEmpty()) {
        faults.accept(
            expression, "expected values of one unit but was " + pair(expression, unit, found));
        return MeasureUnit.OPEN;
      }
      unit = both.get();
    }
    return unit;
  }

  private static String pair(CelExpr expression, MeasureUnit one, MeasureUnit other) {
    String function = expression.callOrDefault().function();
    String word = WORDS.getOrDefault(function, "with");
    return word.startsWith("the ")
        ? word + " " + one + " and " + other
        : one + " " + word + " " + other;
  }

  /** What {@code all}, {@code exists}, {@code filter} and {@code map} stand for. */
  private MeasureUnit loop(CelExpr expression) {
    var loop = expression.comprehension();
    MeasureUnit range = unit(loop.iterRange());
    Map<String, MeasureUnit> outside = new HashMap<>(loopNames);
    loopNames.put(loop.accuVar(), MeasureUnit.OPEN);
    loopNames.put(loop.iterVar(), range.isKnown() ? range : MeasureUnit.OPEN);
    unit(loop.accuInit());
    unit(loop.loopCondition());
    unit(loop.loopStep());
    unit(loop.result());
    loopNames.clear();
    loopNames.putAll(outside);
    return MeasureUnit.OPEN;
  }
}

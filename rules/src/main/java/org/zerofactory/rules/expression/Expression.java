package org.zerofactory.rules.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;

/**
 * A condition or formula of a rule file: compiled once, evaluated often, from any thread.
 *
 * <p>Evaluation has no side effect and needs no clock. A name without a value makes the result
 * unknown unless the other side of {@code &&} or {@code ||} decides it; so do a division by zero,
 * an absent key of a map and an overflow.
 *
 * <p>Limits: {@value Dialect#MAXIMUM_CHARACTERS} characters, {@value Dialect#MAXIMUM_ITERATIONS}
 * steps through lists in one evaluation (the result is unknown beyond).
 */
public final class Expression {

  private final String text;
  private final Set<String> names;
  private final Vocabulary vocabulary;
  private final Program program;

  private Expression(String text, Set<String> names, Vocabulary vocabulary, Program program) {
    this.text = text;
    this.names = names;
    this.vocabulary = vocabulary;
    this.program = program;
  }

  /**
   * Compiles the expression of a rule file.
   *
   * @param place where it stands, for the faults
   * @throws org.zerofactory.datafile.DataFileException if it is no expression, uses a name that the
   *     vocabulary does not have, mixes units, or gives another type than expected
   */
  public static Expression compile(
      String text, Vocabulary vocabulary, ValueType expected, DataNode place) {
    var faults = new DataFaults();
    var compiled = compile(text, vocabulary, Wanted.of(expected), place, faults);
    faults.throwIfAny();
    return compiled.orElseThrow();
  }

  /** As above, but adds what is wrong to {@code faults} and answers empty. */
  public static Optional<Expression> compile(
      String text, Vocabulary vocabulary, Wanted wanted, DataNode place, DataFaults faults) {
    return new Compilation(text, vocabulary, place, faults)
        .tree(wanted)
        .map(
            tree ->
                new Expression(
                    text, Compilation.names(tree, vocabulary), vocabulary, program(tree)));
  }

  private static Program program(CelAbstractSyntaxTree tree) {
    try {
      return Dialect.runtime().createProgram(tree);
    } catch (CelEvaluationException broken) {
      throw new IllegalStateException("a checked expression could not be planned", broken);
    }
  }

  /** The text as it stands in the file. */
  public String text() {
    return text;
  }

  /** The names of the vocabulary that it uses, sorted. */
  public Set<String> names() {
    return names;
  }

  /**
   * The value for the given values. A name that is absent, or whose value is an empty {@link
   * Optional} or not a number ({@code NaN}), is a missing value. Names that the expression does not
   * use are ignored.
   *
   * @throws IllegalArgumentException if a value has another type than its name
   */
  public Outcome evaluate(Map<String, ?> values) {
    var given = new HashMap<String, Object>();
    var missing = new ArrayList<CelAttributePattern>();
    for (String name : names) {
      Object value = Values.forName(vocabulary.find(name).orElseThrow(), values.get(name));
      if (value == null) {
        missing.add(CelAttributePattern.create(name));
      } else {
        given.put(name, value);
      }
    }
    try {
      Object result =
          missing.isEmpty()
              ? program.eval(given)
              : program.eval(PartialVars.of(name -> Optional.ofNullable(given.get(name)), missing));
      return outcome(result);
    } catch (CelEvaluationException undecided) {
      return new Outcome.Unknown(Set.of(), reason(undecided));
    }
  }

  private static Outcome outcome(Object result) {
    if (result instanceof CelUnknownSet unknown) {
      var missing = new TreeSet<String>();
      unknown.attributes().forEach(one -> missing.add(one.qualifiers().get(0).asString()));
      return new Outcome.Unknown(missing, "no value for " + String.join(", ", missing));
    }
    if (result instanceof Double number && !Double.isFinite(number)) {
      return new Outcome.Unknown(Set.of(), "too large a number");
    }
    return new Outcome.Known(result);
  }

  private static String reason(CelEvaluationException undecided) {
    String message = String.valueOf(undecided.getMessage());
    return message.replaceFirst("^evaluation error( at [^:]*:[0-9]+)?: ", "");
  }
}

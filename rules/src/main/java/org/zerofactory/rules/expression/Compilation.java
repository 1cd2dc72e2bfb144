package org.zerofactory.rules.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.NearestWord;

/** The checks of one expression; each fault names the place in the file and in the expression. */
final class Compilation {

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

  private static final List<String> FUNCTIONS =
      List.of(
          "abs",
          "min",
          "max",
          "size",
          "double",
          "int",
          "string",
          "duration",
          "contains",
          "startsWith",
          "endsWith",
          "has",
          "all",
          "exists",
          "exists_one",
          "filter",
          "map");

  private static final Map<String, String> TYPE_WORDS =
      Map.of("double", "number", "int", "whole", "string", "text");

  private final String text;
  private final Vocabulary vocabulary;
  private final DataNode place;
  private final DataFaults faults;
  private final List<String> problems = new ArrayList<>();

  Compilation(String text, Vocabulary vocabulary, DataNode place, DataFaults faults) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.place = place;
    this.faults = faults;
  }

  /** Empty, with faults added, if anything is wrong. */
  Optional<CelAbstractSyntaxTree> tree(Wanted wanted) {
    Optional<CelAbstractSyntaxTree> tree = checked();
    tree.ifPresent(
        found -> {
          checkType(found.getResultType(), wanted);
          checkUnits(found, wanted);
        });
    problems.forEach(problem -> faults.add(place.problem(problem)));
    return problems.isEmpty() ? tree : Optional.empty();
  }

  /** The names of the vocabulary that an expression uses, sorted. */
  static Set<String> names(CelAbstractSyntaxTree tree, Vocabulary vocabulary) {
    var names = new TreeSet<String>();
    tree.getReferenceMap().values().stream()
        .map(reference -> reference.name())
        .filter(name -> vocabulary.find(name).isPresent())
        .forEach(names::add);
    return names;
  }

  private Optional<CelAbstractSyntaxTree> checked() {
    CelValidationResult result = vocabulary.compiler().compile(text);
    for (CelIssue issue : result.getErrors()) {
      problem(
          issue.getSourceLocation().getLine(),
          issue.getSourceLocation().getColumn(),
          words(issue.getMessage()));
    }
    try {
      return result.hasError() ? Optional.empty() : Optional.of(result.getAst());
    } catch (CelValidationException impossible) {
      throw new IllegalStateException("an expression without errors has no tree", impossible);
    }
  }

  private String words(String message) {
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return unknown(undeclared.group(1));
    }
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (overload.matches()) {
      return "expected values that "
          + overload.group(1).replace("_", "")
          + " can take but was "
          + typeWords(overload.group(2));
    }
    return "expected an expression but " + typeWords(message);
  }

  private String unknown(String name) {
    var known = new ArrayList<>(vocabulary.names());
    String hint = NearestWord.proposal(name, known);
    if (hint.isEmpty()) {
      hint = NearestWord.proposal(name, FUNCTIONS);
    }
    return "expected a name out of "
        + String.join(", ", known)
        + " but was \""
        + name
        + "\""
        + hint;
  }

  private void checkType(CelType found, Wanted wanted) {
    if (!wanted.type().takes(found)) {
      problem(1, 0, "expected " + wanted + " but it gives " + article(found));
    }
  }

  private void checkUnits(CelAbstractSyntaxTree tree, Wanted wanted) {
    Map<Long, Integer> positions = tree.getSource().getPositionsMap();
    MeasureUnit unit =
        new UnitCheck(
                vocabulary,
                (where, problem) -> problemAt(positions.getOrDefault(where.id(), 0), problem))
            .check(tree);
    if (!wanted.unit().isEmpty() && unit.alike(MeasureUnit.of(wanted.unit())).isEmpty()) {
      problem(1, 0, "expected " + wanted + " but it gives " + unit);
    }
  }

  private static String article(CelType found) {
    return "a " + typeWords(found.name());
  }

  private static String typeWords(String types) {
    String words = types;
    for (Map.Entry<String, String> word : TYPE_WORDS.entrySet()) {
      words = words.replaceAll("\\b" + word.getKey() + "\\b", word.getValue());
    }
    return words;
  }

  private void problemAt(int offset, String problem) {
    String before = text.substring(0, Math.min(offset, text.length()));
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    problem(line, before.length() - before.lastIndexOf('\n') - 1, problem);
  }

  private void problem(int line, int column, String problem) {
    String where = text.strip().contains("\n") ? "line " + line + " character " : "character ";
    problems.add("in \"" + shown() + "\" at " + where + (column + 1) + ": " + problem);
  }

  private String shown() {
    String oneLine = text.strip().replaceAll("\\s+", " ");
    return oneLine.length() <= 120 ? oneLine : oneLine.substring(0, 120) + "…";
  }
}

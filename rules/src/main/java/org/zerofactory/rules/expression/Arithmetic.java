package org.zerofactory.rules.expression;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationExceptionBuilder;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload.Binary;
import java.util.ArrayList;
import java.util.List;

/**
 * What the dialect adds to the language: whole numbers and numbers may be mixed, {@code abs},
 * {@code min} and {@code max}; and a division by zero is an unknown result, where the language
 * gives infinity, which would be above every limit.
 */
final class Arithmetic {

  private static final CelType NUMBER = SimpleType.DOUBLE;
  private static final CelType WHOLE = SimpleType.INT;

  private Arithmetic() {}

  static List<CelFunctionDecl> declarations() {
    return List.of(
        mixed("_+_", "add"),
        mixed("_-_", "subtract"),
        mixed("_*_", "multiply"),
        CelFunctionDecl.newFunctionDeclaration(
            "_/_",
            overload("divide_numbers", NUMBER, NUMBER, NUMBER),
            overload("divide_wholes", WHOLE, WHOLE, WHOLE),
            overload("divide_number_whole", NUMBER, NUMBER, WHOLE),
            overload("divide_whole_number", NUMBER, WHOLE, NUMBER)),
        CelFunctionDecl.newFunctionDeclaration("min", overload("min", NUMBER, NUMBER, NUMBER)),
        CelFunctionDecl.newFunctionDeclaration("max", overload("max", NUMBER, NUMBER, NUMBER)),
        CelFunctionDecl.newFunctionDeclaration("abs", overload("abs", NUMBER, NUMBER)));
  }

  static List<CelFunctionBinding> bindings() {
    var all = new ArrayList<CelFunctionBinding>();
    all.addAll(mixed("_+_", "add", (one, other) -> one + other, (one, other) -> one + other));
    all.addAll(mixed("_-_", "subtract", (one, other) -> one - other, (one, other) -> one - other));
    all.addAll(mixed("_*_", "multiply", (one, other) -> one * other, (one, other) -> one * other));
    all.addAll(
        CelFunctionBinding.fromOverloads(
            "_/_",
            CelFunctionBinding.from(
                "divide_numbers", Double.class, Double.class, (one, other) -> one / safe(other)),
            CelFunctionBinding.from(
                "divide_wholes", Long.class, Long.class, (one, other) -> one / safe(other)),
            CelFunctionBinding.from(
                "divide_number_whole", Double.class, Long.class, (one, other) -> one / safe(other)),
            CelFunctionBinding.from(
                "divide_whole_number",
                Long.class,
                Double.class,
                (one, other) -> one / safe(other))));
    all.addAll(
        CelFunctionBinding.fromOverloads(
            "min", CelFunctionBinding.from("min", Double.class, Double.class, Math::min)));
    all.addAll(
        CelFunctionBinding.fromOverloads(
            "max", CelFunctionBinding.from("max", Double.class, Double.class, Math::max)));
    all.addAll(
        CelFunctionBinding.fromOverloads(
            "abs", CelFunctionBinding.from("abs", Double.class, one -> Math.abs(one))));
    return all;
  }

  private static CelFunctionDecl mixed(String function, String word) {
    return CelFunctionDecl.newFunctionDeclaration(
        function,
        overload(word + "_number_whole", NUMBER, NUMBER, WHOLE),
        overload(word + "_whole_number", NUMBER, WHOLE, NUMBER));
  }

  private static ImmutableSet<CelFunctionBinding> mixed(
      String function,
      String word,
      Binary<Double, Long> numberAndWhole,
      Binary<Long, Double> wholeAndNumber) {
    return CelFunctionBinding.fromOverloads(
        function,
        CelFunctionBinding.from(word + "_number_whole", Double.class, Long.class, numberAndWhole),
        CelFunctionBinding.from(word + "_whole_number", Long.class, Double.class, wholeAndNumber));
  }

  private static CelOverloadDecl overload(String id, CelType result, CelType... arguments) {
    return CelOverloadDecl.newGlobalOverload(id, result, arguments);
  }

  private static double safe(double divisor) throws CelEvaluationException {
    if (divisor == 0) {
      throw byZero();
    }
    return divisor;
  }

  private static long safe(long divisor) throws CelEvaluationException {
    if (divisor == 0) {
      throw byZero();
    }
    return divisor;
  }

  private static CelEvaluationException byZero() {
    return CelEvaluationExceptionBuilder.newBuilder("division by zero")
        .setErrorCode(CelErrorCode.DIVIDE_BY_ZERO)
        .build();
  }
}
